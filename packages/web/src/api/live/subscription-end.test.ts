import { expect, test } from 'vitest'
import { endByErrors, endByFailure } from './subscription-end.ts'

const refusal = (extensions: object) => ({ errors: [{ message: 'Cannot.', extensions }] })

test('a refusal that names a thing is of that thing alone', () => {
  const watch = { kind: 'RUN', name: 'run-1' }
  expect(endByErrors(refusal({ code: 'not-found', watch }))).toEqual({ kind: 'refused', watch })
  expect(endByErrors(refusal({ code: 'not-allowed', watch }))).toEqual({ kind: 'refused', watch })
})

test('the end of a session is told apart from a lost connection and from a server without room', () => {
  expect(endByErrors(refusal({ code: 'not-authenticated' }))).toEqual({ kind: 'signed-out' })
  expect(endByErrors(refusal({ code: 'conflict' }))).toEqual({ kind: 'busy' })
  expect(endByErrors(refusal({ code: 'unavailable' }))).toEqual({ kind: 'lost' })
  expect(endByErrors('not json')).toEqual({ kind: 'lost' })
})

test('the answer that a failed connection carries says why; without one the network was at fault', async () => {
  const response = Response.json(refusal({ code: 'not-authenticated' }), { status: 401 })
  expect(await endByFailure(Object.assign(new Error('refused'), { response }))).toEqual({ kind: 'signed-out' })
  const proxy = new Response('<h1>Bad gateway</h1>', { status: 502 })
  expect(await endByFailure(Object.assign(new Error('refused'), { response: proxy }))).toEqual({ kind: 'lost' })
  expect(await endByFailure(new TypeError('Failed to fetch'))).toEqual({ kind: 'lost' })
})
