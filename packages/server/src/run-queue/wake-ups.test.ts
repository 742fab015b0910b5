import { expect, test } from 'vitest'
import { createWakeUps, waitForWake } from './wake-ups.ts'

const never = new AbortController().signal

test('the longest waiting is woken first, one for each piece of work', () => {
  const wakeUps = createWakeUps()
  const waiters = [1, 2, 3].map(() => wakeUps.wait(['queue:1']))
  wakeUps.wake('queue:1', 2)
  expect(waiters.map((waiter) => waiter.isWoken)).toEqual([true, true, false])
  expect(wakeUps.count('queue:1')).toBe(1)
})

test('who only watches is woken when fewer wait than there is work', () => {
  const wakeUps = createWakeUps()
  const taker = wakeUps.wait(['queue:1'])
  const watcher = wakeUps.wait(['queue:2'], ['queue:1'])
  wakeUps.wake('queue:1', 1)
  expect([taker.isWoken, watcher.isWoken]).toEqual([true, false])
  wakeUps.wake('queue:1', 1)
  expect(watcher.isWoken).toBe(true)
})

test('who left is not woken, whatever it waited for', () => {
  const wakeUps = createWakeUps()
  const waiter = wakeUps.wait(['queue:1', 'queue:2'], ['queue:3'])
  waiter.leave()
  for (const topic of ['queue:1', 'queue:2', 'queue:3'] as const) wakeUps.wake(topic, 5)
  expect(waiter.isWoken).toBe(false)
})

test('waiting ends with the time and with the signal', async () => {
  const wakeUps = createWakeUps()
  expect(await waitForWake(wakeUps.wait(['queue:1']), 5, never)).toBe(false)
  const gone = new AbortController()
  const waiting = waitForWake(wakeUps.wait(['queue:1']), 10_000, gone.signal)
  gone.abort()
  expect(await waiting).toBe(false)
})
