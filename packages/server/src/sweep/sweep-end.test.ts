import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import {
  GRID,
  runToEnd,
  aSweep,
  aSweepAgent,
  heartbeat,
  readPoints,
  readSweep,
  setSweepState,
  stream,
  tryAgent,
  valuesOf,
  waitForCommand,
  waitForSweep,
} from './testing/sweep-fixture.ts'

describeOnEachDatabase('sweeps', (databases) => {
  test('a paused sweep gives nothing until it is resumed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, GRID)
    const agent = await aSweepAgent(server, name)
    await setSweepState(server, id, 'PAUSED')
    expect(await readSweep(server, name)).toMatchObject({ state: 'PAUSED', reason: expect.stringContaining('"admin"') })
    expect(await heartbeat(server, agent)).toEqual([])
    await setSweepState(server, id, 'RUNNING')
    expect(valuesOf((await heartbeat(server, agent))[0])).toEqual({ a: 1, b: 'x' })
  })

  test('a stopped sweep lets its runs go on, and then its agents exit', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, GRID)
    const agent = await aSweepAgent(server, name)
    const [command] = await heartbeat(server, agent)
    const run = command?.run_id ?? ''
    await setSweepState(server, id, 'FINISHED')
    expect(await heartbeat(server, agent, [run])).toEqual([])
    expect(await stream(server, run, { exitCode: 0 })).not.toMatchObject({ stopped: true })
    expect(await heartbeat(server, agent)).toEqual([{ type: 'exit' }])
    expect(await readSweep(server, name)).toMatchObject({
      state: 'FINISHED',
      reason: '"admin" stopped it. Runs that had started went on to their end.',
    })
    const again = await setSweepState(server, id, 'PAUSED')
    expect([again.status, again.errors?.[0]?.extensions?.['code']]).toEqual([409, 'conflict'])
  })

  test('a cancelled sweep stops its runs, and its agents exit at once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, GRID)
    const agent = await aSweepAgent(server, name)
    const [command] = await heartbeat(server, agent)
    const run = command?.run_id ?? ''
    await stream(server, run, { lines: [{ loss: 1 }] })
    await setSweepState(server, id, 'CANCELED')
    expect(await stream(server, run, { lines: [{ loss: 1 }], offset: 1 })).toMatchObject({ stopped: true })
    expect(await heartbeat(server, agent, [run])).toEqual([{ type: 'exit' }])
    const refused = await tryAgent(server, name)
    expect(refused.errors?.[0]?.message).toContain('it is CANCELED ("admin" cancelled it.')
  })

  test('an ended sweep that is resumed goes on where it was', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, GRID)
    const first = await aSweepAgent(server, name)
    const [command] = await heartbeat(server, first)
    await stream(server, command?.run_id ?? '', { exitCode: 0 })
    await setSweepState(server, id, 'CANCELED')
    await setSweepState(server, id, 'RUNNING')
    expect((await runToEnd(server, await aSweepAgent(server, name))).map(({ a }) => a)).toEqual([2, 3])
  })

  test.each([
    ['a grid', GRID, 3, 'All points of its grid were tried.'],
    [
      'a capped search',
      { method: 'random', run_cap: 2, parameters: { lr: { min: 0.1, max: 1 } } },
      2,
      'Its run cap of 2 was reached.',
    ],
  ])('%s ends with its last run, though no agent asks again', async (_kind, config, count, reason) => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, config)
    const agent = await aSweepAgent(server, name)
    for (let number = 1; number <= count; number++) {
      expect(await readSweep(server, name)).toMatchObject({ state: 'RUNNING' })
      const [command] = await heartbeat(server, agent)
      await stream(server, command?.run_id ?? '', { exitCode: 0 })
    }
    expect(await waitForSweep(server, name, ({ state }) => state !== 'RUNNING')).toMatchObject({
      state: 'FINISHED',
      reason,
    })
    await setSweepState(server, id, 'RUNNING')
    expect(await heartbeat(server, agent)).toEqual([{ type: 'exit' }])
  })

  test('the run cap ends a sweep, whoever runs its points', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { name } = await aSweep(server, {
      method: 'random',
      run_cap: 2,
      parameters: { lr: { min: 0.0001, max: 0.1 } },
    })
    const [one, two] = [await aSweepAgent(server, name), await aSweepAgent(server, name)]
    const [first] = await heartbeat(server, one)
    const [second] = await heartbeat(server, two)
    const third = await aSweepAgent(server, name)
    expect(await heartbeat(server, third)).toEqual([{ type: 'exit' }])
    expect(await readSweep(server, name)).toMatchObject({ state: 'RUNNING' })
    for (const command of [first, second]) await stream(server, command?.run_id ?? '', { exitCode: 0 })
    expect(await readSweep(server, name)).toMatchObject({ state: 'FINISHED', reason: 'Its run cap of 2 was reached.' })
  })

  test('a sweep ends when a run reaches the target of the metric, and knows its best run', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { name } = await aSweep(server, {
      method: 'random',
      metric: { name: 'accuracy', goal: 'maximize', target: 0.9 },
      parameters: { lr: { min: 0.1, max: 0.2 } },
    })
    const agent = await aSweepAgent(server, name)
    const runs: string[] = []
    for (const accuracy of [0.5, 0.95]) {
      const [command] = await heartbeat(server, agent)
      runs.push(command?.run_id ?? '')
      await stream(server, command?.run_id ?? '', { summary: { accuracy }, exitCode: 0 })
    }
    expect(await readSweep(server, name)).toMatchObject({
      state: 'FINISHED',
      reason: `Run "${runs[1]}" reached the target of accuracy: 0.95.`,
      bestLoss: 0.95,
      bestRun: { name: runs[1] },
    })
  })

  test('hyperband tells an agent to stop the run that does badly at a band', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { name } = await aSweep(server, {
      method: 'random',
      metric: { name: 'loss' },
      early_terminate: { type: 'hyperband', min_iter: 2, eta: 2 },
      parameters: { lr: { min: 0.1, max: 0.2 } },
    })
    const agents = await Promise.all(Array.from({ length: 4 }, () => aSweepAgent(server, name)))
    const runs: string[] = []
    for (const [index, agent] of agents.entries()) {
      const [command] = await heartbeat(server, agent)
      runs.push(command?.run_id ?? '')
      await stream(server, runs[index] ?? '', { lines: [{ loss: 10 }, { loss: 1 + index }] })
    }
    // With eta 2, the better half of those that reached the band go on: the threshold is the third of four.
    expect(await waitForCommand(server, agents[3] ?? '', [runs[3] ?? ''])).toEqual({ type: 'stop', run_id: runs[3] })
    for (const index of [0, 1, 2]) {
      expect(await heartbeat(server, agents[index] ?? '', [runs[index] ?? ''])).toEqual([])
    }
    expect(await stream(server, runs[3] ?? '', { exitCode: 255 })).toMatchObject({ stopped: true })
    expect((await readPoints(server, name))[3].run).toEqual({ name: runs[3], state: 'killed' })
  })
})
