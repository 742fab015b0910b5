import { expect, test } from 'vitest'
import { createPaced } from './paced.ts'

test('changes during the work cause it once more, and never two at once', async () => {
  let running = 0
  let most = 0
  let count = 0
  const ends: (() => void)[] = []
  const paced = createPaced(async () => {
    running += 1
    count += 1
    most = Math.max(most, running)
    await new Promise<void>((resolve) => {
      ends.push(resolve)
    })
    running -= 1
  }, 1)
  for (let change = 0; change < 10; change += 1) paced.request()
  expect(count).toBe(1)
  ends[0]?.()
  await expect.poll(() => count).toBe(2)
  ends[1]?.()
  await expect.poll(() => running).toBe(0)
  paced.stop()
  paced.request()
  expect([count, most]).toEqual([2, 1])
})

test('work that fails is done again after the pause, although nothing more changes', async () => {
  let count = 0
  const paced = createPaced(() => {
    count += 1
    return count < 3 ? Promise.reject(new Error('The server cannot be reached.')) : Promise.resolve()
  }, 1)
  paced.request()
  await expect.poll(() => count).toBe(3)
  paced.stop()
})
