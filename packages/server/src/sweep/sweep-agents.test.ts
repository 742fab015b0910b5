import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import {
  GRID,
  aSweep,
  aSweepAgent,
  heartbeat,
  readPoints,
  readSweep,
  setSweepState,
  stream,
  tryHeartbeat,
  valuesOf,
  waitForSweep,
} from './testing/sweep-fixture.ts'

describeOnEachDatabase('sweeps', (databases) => {
  test('the heartbeat of an agent whose sweep was deleted is answered with 404', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, GRID)
    const agent = await aSweepAgent(server, name)
    await server.request('mutation($id: ID!) { deleteSweep(input: {id: $id}) { success } }', { id })
    expect((await tryHeartbeat(server, agent)).status).toBe(404)
    expect(await readSweep(server, name)).toBeNull()
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
})
