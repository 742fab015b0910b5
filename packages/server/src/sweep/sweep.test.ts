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
  stream,
  upsertSweep,
  valuesOf,
} from './testing/sweep-fixture.ts'

describeOnEachDatabase('sweeps', (databases) => {
  test('a grid is gone through point by point, and finishes when its last run has ended', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { name } = await aSweep(server, GRID)
    expect(await readSweep(server, name)).toMatchObject({ state: 'PENDING', runCount: 0, runCountExpected: 3 })
    const agent = await aSweepAgent(server, name)
    const [first] = await heartbeat(server, agent)
    expect(first).toMatchObject({ type: 'run', program: 'train.py', args: { a: { value: 1 }, b: { value: 'x' } } })
    const run = first?.run_id ?? ''
    expect(await heartbeat(server, agent, [run])).toEqual([])
    const during = await readSweep(server, name)
    expect(during.runs.edges[0].node).toMatchObject({ name: run, state: 'pending', sweepName: name })
    expect(JSON.parse(during.runs.edges[0].node.config)).toEqual({ a: { value: 1 }, b: { value: 'x' } })
    await stream(server, run, { summary: { loss: 1 }, exitCode: 0 })
    expect((await runToEnd(server, agent)).map(({ a }) => a)).toEqual([2, 3])
    expect(await readSweep(server, name)).toMatchObject({
      state: 'FINISHED',
      reason: 'All points of its grid were tried.',
      runCount: 3,
    })
    expect(await heartbeat(server, agent)).toEqual([{ type: 'exit' }])
    expect((await readSweep(server, name)).agents.edges[0].node).toMatchObject({ host: 'workstation', totalRuns: 3 })
  })

  test('twenty agents that ask at once get different points of a grid, none twice', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { name } = await aSweep(server, {
      method: 'grid',
      parameters: { a: { values: [1, 2, 3, 4, 5] }, b: { parameters: { c: { min: 1, max: 5 } } } },
    })
    const agents = await Promise.all(Array.from({ length: 20 }, () => aSweepAgent(server, name)))
    const commands = (await Promise.all(agents.map((agent) => heartbeat(server, agent)))).flat()
    expect(commands.map(({ type }) => type)).toEqual(Array.from({ length: 20 }, () => 'run'))
    expect(new Set(commands.map((command) => JSON.stringify(valuesOf(command)))).size).toBe(20)
    expect(new Set(commands.map(({ run_id: run }) => run)).size).toBe(20)
    expect((await readPoints(server, name)).map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_item, index) => index + 1),
    )
  })

  test('a configuration that cannot be searched is refused with one problem for each path, and none is made', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const answer = await upsertSweep(server, {
      config: {
        method: 'baise',
        parameters: { lr: { min: 2, max: 1 }, size: { distribution: 'unifrom', min: 0, max: 1 }, nothing: {} },
      },
    })
    expect(answer.status).toBe(400)
    const problems = answer.errors?.[0]?.extensions?.['problems'] as readonly { path: string }[]
    expect(problems.map(({ path }) => path)).toEqual([
      'method',
      'parameters.lr',
      'parameters.size.distribution',
      'parameters.nothing',
    ])
    expect(answer.errors?.[0]?.message).toContain('Did you mean "uniform"?')
    const { data } = await server.request('{ project(name: "lab", entityName: "admin") { totalSweeps } }')
    expect(data.project).toBeNull()
  })

  test('what is odd in a configuration is told, and does no harm', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const answer = await upsertSweep(server, { config: { ...GRID, run_capp: 3 } })
    expect(answer.data.upsertSweep.configValidationWarnings).toEqual([
      '"run_capp" is not a key of a sweep configuration. Did you mean "run_cap"?',
    ])
  })

  test('the configuration of a started sweep stays, but it may be sent again as it is', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, GRID)
    const changed = { ...GRID, parameters: { a: { values: [5] } } }
    expect((await upsertSweep(server, { id, config: changed })).errors).toBeUndefined()
    expect(valuesOf((await heartbeat(server, await aSweepAgent(server, name)))[0])).toEqual({ a: 5 })
    const same = { parameters: changed.parameters, program: 'train.py', method: 'grid' }
    expect((await upsertSweep(server, { id, config: same, displayName: 'Named' })).errors).toBeUndefined()
    const refused = await upsertSweep(server, { id, config: GRID })
    expect(refused.errors?.[0]?.message).toContain('it has started')
  })

  test('the client reads a sweep with its runs and no history of them', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { name } = await aSweep(server, GRID)
    const [command] = await heartbeat(server, await aSweepAgent(server, name))
    await stream(server, command?.run_id ?? '', { lines: [{ loss: 1 }, { loss: 2 }] })
    const read = async (specs: object) => {
      const answer = await server.request(
        `query SweepWithRuns($sweep: String!, $specs: [JSONString!]!) { project(name: "lab", entityName: "admin") {
          sweep(sweepName: $sweep) { earlyStopJobRunning runs { edges { node { name exitcode shouldStop stopped failed running
            sampledHistory(specs: $specs) } } } } } }`,
        { sweep: name, specs: JSON.stringify(specs) },
      )
      return answer.data.project.sweep.runs.edges[0].node
    }
    expect(await read({})).toMatchObject({ name: command?.run_id, running: true, stopped: false, sampledHistory: [[]] })
    expect((await read({ keys: ['_step', 'loss'], samples: 100 })).sampledHistory).toEqual([
      [
        { _step: 0, loss: 1 },
        { _step: 1, loss: 2 },
      ],
    ])
  })

  test('sweeps are listed newest first, in pages, and filtered', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const names: string[] = []
    for (let index = 0; index < 3; index++) names.push((await aSweep(server, GRID)).name)
    const list = async (after: string | null, filters: object) =>
      (
        await server.request(
          `query($after: String, $filters: JSONString) { project(name: "lab", entityName: "admin") { totalSweeps
            sweeps(first: 2, after: $after, filters: $filters) { edges { node { name } } pageInfo { endCursor hasNextPage } } } }`,
          { after, filters: JSON.stringify(filters) },
        )
      ).data.project
    const first = await list(null, {})
    expect([first.totalSweeps, first.sweeps.edges.map(({ node }: { node: { name: string } }) => node.name)]).toEqual([
      3,
      [names[2], names[1]],
    ])
    const second = await list(first.sweeps.pageInfo.endCursor, {})
    expect(second.sweeps.edges).toEqual([{ node: { name: names[0] } }])
    expect((await list(null, { $and: [{ name: names[1] }, { state: { $ne: 'FAILED' } }] })).sweeps.edges).toEqual([
      { node: { name: names[1] } },
    ])
  })
})
