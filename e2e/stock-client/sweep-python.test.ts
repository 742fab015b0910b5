import { describeWithEachClient } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { openSweepSite } from './sweep-site.ts'

describeWithEachClient('sweeps of a Python program', (client) => {
  test.concurrent('wandb.agent(function=...) gets nested parameters, and the public API reads the sweep', async () => {
    await using site = await openSweepSite(client)
    const result = JSON.parse(await site.runProgram('sweep_function.py')) as Readonly<Record<string, unknown>>
    expect(result).toMatchObject({
      seen: [0.3, 0.6].map((lr) => ({ layers: 2, optimizer: { lr, name: 'adam' } })),
      name: 'nested',
      state: 'FINISHED',
      expected: 2,
      runs: 2,
      best: { lr: 0.3, name: 'adam' },
      sweepOfRun: true,
      sweeps: 1,
    })
    expect([null, ['finished', 'finished']]).toContainEqual(result['agentRuns'])
  })

  test.concurrent('Sweep.enqueue_run has a point of one’s own choice run first, and the runs of the agent are listed as they came', async () => {
    await using site = await openSweepSite(client)
    const result = JSON.parse(await site.runProgram('sweep_chosen_point.py')) as {
      readonly id: string
      readonly seen: readonly (readonly [string, string, number, number])[]
      readonly runs: readonly string[]
    }
    expect(result.seen.map(([, , lr, layers]) => [lr, layers])).toEqual([
      [0.45, 2],
      [0.3, 2],
      [0.6, 2],
    ])
    const [first = ['', '']] = result.seen
    expect(result.id).toBe(first[0])
    expect(first[1]).toBe('my choice')
    expect(result.runs).toEqual(result.seen.map(([id]) => id))
  })
})
