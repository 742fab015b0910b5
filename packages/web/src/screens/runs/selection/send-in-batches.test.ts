import { expect, test } from 'vitest'
import { BATCH, sendInBatches } from './send-in-batches.ts'

test('each id is sent once, in batches that the server takes, and what they came to is added up', async () => {
  const ids = Array.from({ length: 2 * BATCH + 3 }, (_, index) => `run-${index}`)
  const batches: string[][] = []
  const count = await sendInBatches(ids, (batch) => Promise.resolve(batches.push(batch) && batch.length - 1))
  expect(batches.map(({ length }) => length)).toEqual([BATCH, BATCH, 3])
  expect(batches.flat()).toEqual(ids)
  expect(count).toBe(ids.length - 3)
})

test('nothing more is sent after a batch that failed', async () => {
  const ids = Array.from({ length: 2 * BATCH }, (_, index) => `run-${index}`)
  let sent = 0
  const sending = sendInBatches(ids, () => {
    sent += 1
    return Promise.reject(new Error('The server cannot be reached.'))
  })
  await expect(sending).rejects.toThrow('cannot be reached')
  expect(sent).toBe(1)
})
