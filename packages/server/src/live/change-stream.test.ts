import { expect, test } from 'vitest'
import { aspectSet } from './aspect.ts'
import { createChangeStream } from './change-stream.ts'

test('what nobody reads is one message for each thing, with all that changed', async () => {
  const stream = createChangeStream()
  const run = stream.open({ kind: 'RUN', name: 'a' })
  const runs = stream.open({ kind: 'RUNS' })
  for (let count = 0; count < 100_000; count += 1) run(aspectSet(count % 2 === 0 ? 'history' : 'log'))
  run(aspectSet('state'))
  runs(aspectSet('state'))
  stream.noteReady()
  const reader = stream.read()
  const next = async () => (await reader.next()).value
  expect(await next()).toEqual({ kind: 'RUN', aspects: ['ready'] })
  expect(await next()).toEqual({ kind: 'RUN', name: 'a', aspects: ['state', 'history', 'log'] })
  expect(await next()).toEqual({ kind: 'RUNS', aspects: ['state'] })
  stream.end()
  expect((await reader.next()).done).toBe(true)
})

test('nothing is handed out while it is held back, and nothing at all when the work fails', async () => {
  const stream = createChangeStream()
  const note = stream.open({ kind: 'RUNS' })
  const reader = stream.read()
  const gate = Promise.withResolvers<void>()
  const holding = stream.hold(() => gate.promise)
  const reading = reader.next().then(
    () => 'told',
    (error: unknown) => error,
  )
  note(aspectSet('state'))
  gate.reject(new Error('no access'))
  await holding
  expect(await reading).toEqual(new Error('no access'))
})

test('of a thing that is out of sight nothing is told but that', async () => {
  const stream = createChangeStream()
  const note = stream.open({ kind: 'RUN', name: 'a' })
  note(aspectSet('summary'))
  note(aspectSet('gone'))
  expect((await stream.read().next()).value).toEqual({ kind: 'RUN', name: 'a', aspects: ['gone'] })
})
