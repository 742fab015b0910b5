import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import {
  aSweep,
  aSweepAgent,
  heartbeat,
  readPoints,
  readSweep,
  setSweepState,
  stream,
  tryAgent,
  tryHeartbeat,
  upsertSweep,
  valuesOf,
  waitForCommand,
  waitForSweep,
} from './testing/sweep-fixture.ts'

const GRID = { method: 'grid', program: 'train.py', parameters: { a: { values: [1, 2, 3] }, b: { value: 'x' } } }

/** Runs points with one agent until it is told to exit; answers with the values of the points. */
async function runToEnd(server: TestServer, agent: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const seen: Readonly<Record<string, unknown>>[] = []
  for (;;) {
    const [command] = await heartbeat(server, agent)
    if (command?.type !== 'run') return seen
    seen.push(valuesOf(command))
    await stream(server, command.run_id ?? '', { summary: { loss: seen.length }, exitCode: 0 })
  }
}

const schedule = (key: string, args: object | null) => ({ id: key, data: { args } })

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

  test('the heartbeat of an agent whose sweep was deleted is answered with 404', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, GRID)
    const agent = await aSweepAgent(server, name)
    await server.request('mutation($id: ID!) { deleteSweep(input: {id: $id}) { success } }', { id })
    expect((await tryHeartbeat(server, agent)).status).toBe(404)
    expect(await readSweep(server, name)).toBeNull()
  })

  test('a point of one’s own choice is the next to run, with the constants filled in', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, GRID)
    const enqueued = await server.request(
      `mutation EnqueueSweepRun($id: ID!, $config: JSONString!, $displayName: String) {
        enqueueSweepRun(input: {id: $id, config: $config, displayName: $displayName}) { id runQueueItemId } }`,
      { id, config: '{"a": {"value": 2}}', displayName: 'my choice' },
    )
    const agent = await aSweepAgent(server, name)
    const [command] = await heartbeat(server, agent)
    expect(valuesOf(command)).toEqual({ a: 2, b: 'x' })
    const runId = Buffer.from(enqueued.data.enqueueSweepRun.id, 'base64').toString()
    expect(runId).toBe(`Run:v1:${command?.run_id}:lab:admin`)
    await stream(server, command?.run_id ?? '', { exitCode: 0 })
    // The search does not try it again.
    expect((await runToEnd(server, agent)).map(({ a }) => a)).toEqual([1, 3])
    expect((await readPoints(server, name)).map(({ source }) => source)).toEqual(['chosen', 'search', 'search'])
  })

  test('points that prior runs had are not tried again', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await server.request(
      `mutation { upsertBucket(input: {entityName: "admin", modelName: "lab", name: "before",
        config: "{\\"a\\": {\\"value\\": 2}, \\"b\\": {\\"value\\": \\"x\\"}}"}) { bucket { id } } }`,
    )
    await stream(server, 'before', { exitCode: 0 })
    const { name } = await aSweep(server, GRID, { priorRunsFilters: '{"$or": [{"name": "before"}]}' })
    expect((await readSweep(server, name)).priorRuns.edges).toEqual([{ node: { name: 'before' } }])
    expect((await runToEnd(server, await aSweepAgent(server, name))).map(({ a }) => a)).toEqual([1, 3])
    const unknown = await upsertSweep(server, { config: GRID, priorRunsFilters: '{"$or": [{"name": "nope"}]}' })
    expect(unknown.errors?.[0]?.message).toContain('"admin/lab" has no such run')
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

  test('a run that its agent lost before its program started is given up', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { name } = await aSweep(server, GRID)
    const agent = await aSweepAgent(server, name)
    const [lost] = await heartbeat(server, agent)
    const [next] = await heartbeat(server, agent)
    expect([valuesOf(lost)['a'], valuesOf(next)['a']]).toEqual([1, 2])
    expect((await readPoints(server, name)).map(({ run }) => run.state)).toEqual(['crashed', 'pending'])
  })

  test('runs of agents that fell silent before they started do not keep a sweep from ending', async () => {
    await using server = await startTestServer({
      database: await databases.create(),
      config: { runTimeoutSeconds: 1 },
    })
    const { name } = await aSweep(server, { ...GRID, run_cap: 1 })
    await heartbeat(server, await aSweepAgent(server, name))
    expect(await heartbeat(server, await aSweepAgent(server, name))).toEqual([{ type: 'exit' }])
    const ended = await waitForSweep(server, name, ({ state }) => state === 'FINISHED')
    expect(ended.points.edges[0].node.run.state).toBe('crashed')
  })

  test('a run whose machine was taken away is resumed by the next agent that asks, before any new point', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, { ...GRID, run_cap: 1 })
    const [lost, next] = [await aSweepAgent(server, name), await aSweepAgent(server, name)]
    const [command] = await heartbeat(server, lost)
    const run = command?.run_id ?? ''
    await stream(server, run, { lines: [{ loss: 1 }] })
    expect(await heartbeat(server, await aSweepAgent(server, name))).toEqual([{ type: 'exit' }])
    await stream(server, run, { isPreempting: true })
    await stream(server, run, { exitCode: 1 })
    expect((await readPoints(server, name))[0]).toMatchObject({ state: 'waiting', run: { state: 'preempted' } })
    await setSweepState(server, id, 'PAUSED')
    expect(await heartbeat(server, next)).toEqual([])
    await setSweepState(server, id, 'RUNNING')
    expect(await heartbeat(server, next)).toEqual([{ ...command, type: 'resume' }])
    expect((await readPoints(server, name))[0]).toMatchObject({ state: 'given', run: { name: run, state: 'pending' } })
    expect(await heartbeat(server, lost)).toEqual([{ type: 'exit' }])
    await stream(server, run, { lines: [{ loss: 0.5 }], offset: 1, exitCode: 0 })
    expect(await readSweep(server, name)).toMatchObject({ state: 'FINISHED', runCount: 1 })
  })

  test('of a sweep that has ended nothing is resumed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, GRID)
    const agent = await aSweepAgent(server, name)
    const [command] = await heartbeat(server, agent)
    await stream(server, command?.run_id ?? '', { isPreempting: true })
    await setSweepState(server, id, 'FINISHED')
    await stream(server, command?.run_id ?? '', { exitCode: 1 })
    expect(await heartbeat(server, agent)).toEqual([{ type: 'exit' }])
    expect((await readPoints(server, name))[0]).toMatchObject({ state: 'given', run: { state: 'preempted' } })
  })

  test('a local controller chooses the points, and hears which run each became', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, { ...GRID, method: 'random', controller: { type: 'local' } })
    const agent = await aSweepAgent(server, name)
    expect(await heartbeat(server, agent)).toEqual([])
    await upsertSweep(server, {
      id,
      controller: JSON.stringify({ schedule: [schedule('first', { a: { value: 7 } })] }),
    })
    const [command] = await heartbeat(server, agent)
    expect(valuesOf(command)).toEqual({ a: 7 })
    expect(JSON.parse((await readSweep(server, name)).scheduler)).toEqual({
      scheduled: [{ id: 'first', runid: command?.run_id }],
    })
    const run = command?.run_id ?? ''
    await stream(server, run, { lines: [{ loss: 1 }] })
    await upsertSweep(server, { id, controller: JSON.stringify({ schedule: [], earlystop: [run] }) })
    expect(await heartbeat(server, agent, [run])).toEqual([{ type: 'stop', run_id: run }])
    await stream(server, run, { exitCode: 1 })
    await upsertSweep(server, { id, controller: JSON.stringify({ schedule: [schedule('end', null)] }) })
    expect(await heartbeat(server, agent)).toEqual([{ type: 'exit' }])
    expect(await readSweep(server, name)).toMatchObject({
      state: 'FINISHED',
      reason: 'Its controller has no further point.',
    })
  })

  test('the runs of an agent are listed from either end, in either order', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { name } = await aSweep(server, { method: 'grid', parameters: { a: { values: [1, 2, 3, 4] } } })
    const agent = await aSweepAgent(server, name)
    const given: string[] = []
    for (let index = 0; index < 4; index++) {
      const [command] = await heartbeat(server, agent)
      given.push(command?.run_id ?? '')
      await stream(server, command?.run_id ?? '', { exitCode: 0 })
    }
    const list = async (page: Readonly<Record<string, unknown>>) => {
      const answer = await server.request(
        `query($sweep: String!, $agent: String!, $first: Int, $after: String, $last: Int, $before: String, $order: String) {
          project(name: "lab", entityName: "admin") { sweep(sweepName: $sweep) { agent(agentName: $agent) {
            runs(first: $first, after: $after, last: $last, before: $before, order: $order) {
              edges { node { name } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } } } }`,
        { sweep: name, agent, ...page },
      )
      if (answer.errors !== undefined) return { error: answer.errors[0]?.message }
      const { edges, pageInfo } = answer.data.project.sweep.agent.runs
      return { names: edges.map(({ node }: { node: { name: string } }) => node.name), pageInfo }
    }
    const oldest = await list({ first: 3, order: '+created_at' })
    expect(oldest).toMatchObject({ names: given.slice(0, 3), pageInfo: { hasNextPage: true, hasPreviousPage: false } })
    expect(await list({ first: 3, after: oldest.pageInfo.endCursor })).toMatchObject({ names: given.slice(3) })
    const newest = await list({ first: 2, order: '-created_at' })
    expect(newest).toMatchObject({ names: [given[3], given[2]] })
    expect(await list({ first: 2, order: '-created_at', after: newest.pageInfo.endCursor })).toMatchObject({
      names: [given[1], given[0]],
      pageInfo: { hasNextPage: false },
    })
    const last = await list({ last: 2 })
    expect(last).toMatchObject({ names: given.slice(2), pageInfo: { hasNextPage: false, hasPreviousPage: true } })
    expect(await list({ last: 2, before: last.pageInfo.startCursor })).toMatchObject({
      names: given.slice(0, 2),
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    })
    expect(await list({ order: '+loss' })).toEqual({ error: expect.stringContaining('"+created_at" or "-created_at"') })
    expect(await list({ first: 1, last: 1 })).toEqual({ error: expect.stringContaining('Leave one pair out') })
  })

  test('all agents of a sweep are listed where no page is asked for', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { name } = await aSweep(server, GRID)
    for (let index = 0; index < 51; index++) await aSweepAgent(server, name)
    expect((await readSweep(server, name)).agents.edges).toHaveLength(51)
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
