import { describe, expect, test } from 'vitest'
import { estimateStartMs, typicalRunMs } from './start-estimate.ts'
import { aSituation } from './testing/a-situation.ts'

describe('when an item may start', () => {
  test('the median of the recent runs is how long a run takes, and two runs tell nothing', () => {
    expect(typicalRunMs([5, 1, 100])).toBe(5)
    expect(typicalRunMs([5, 1])).toBeNull()
  })

  test.each([
    ['at once where an agent has room', 0, { agents: [{ maxJobs: 2, running: [0] }] }, 0],
    ['at once where an agent has no limit', 9, { agents: [{ maxJobs: null, running: [0, 0] }] }, 0],
    ['when the run ends that began first', 0, { agents: [{ maxJobs: 2, running: [400, 900] }] }, 100],
    ['when the next one ends', 1, { agents: [{ maxJobs: 2, running: [400, 900] }] }, 600],
    ['a round later', 2, { agents: [{ maxJobs: 2, running: [400, 900] }] }, 1100],
    ['once a run is over that takes longer than the others', 0, { agents: [{ maxJobs: 1, running: [5000] }] }, 0],
    [
      'by the places of all agents',
      1,
      {
        agents: [
          { maxJobs: 1, running: [0] },
          { maxJobs: 1, running: [900] },
        ],
      },
      1000,
    ],
    ['never told where no agent listens', 0, { agents: [] }, null],
    ['never told where the queue is paused', 0, { isPaused: true, agents: [{ maxJobs: 1, running: [] }] }, null],
    ['never told where the agents end', 0, { agents: [{ maxJobs: 1, running: [], isStopping: true }] }, null],
    ['never told where no runs are known', 0, { durations: [], agents: [{ maxJobs: 1, running: [0] }] }, null],
  ])('%s', (_, ahead, situation, ms) => {
    expect(estimateStartMs(aSituation({ durations: [1000, 1000, 1000], ...situation }), ahead)).toBe(ms)
  })
})
