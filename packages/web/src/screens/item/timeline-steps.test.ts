import { expect, test } from 'vitest'
import { listSteps } from './timeline-steps.ts'

const at = (second: number): string => new Date(1_700_000_000_000 + second * 1000).toISOString()

test('each moment that was reached has its distance from the one before', () => {
  const steps = listSteps({
    state: 'failed',
    createdAt: at(0),
    leasedAt: at(4),
    claimedAt: at(5),
    startedAt: at(5.5),
    endedAt: at(60),
  })
  expect(steps.map(({ name, afterMs }) => [name, afterMs])).toEqual([
    ['Pushed', null],
    ['Leased', 4000],
    ['Claimed', 1000],
    ['Started', 500],
    ['Failed', 54_500],
  ])
})

test('what was not reached is left out', () => {
  const steps = listSteps({ state: 'cancelled', createdAt: at(0), leasedAt: null, endedAt: at(2) })
  expect(steps.map(({ name }) => name)).toEqual(['Pushed', 'Cancelled'])
})
