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

const schedule = (key: string, args: object | null) => ({ id: key, data: { args } })

describeOnEachDatabase('sweeps', (databases) => {
  test('a sweep whose points a local scheduler enqueues has no others', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id, name } = await aSweep(server, { ...GRID, scheduler: { engine: 'optuna' } })
    const agent = await aSweepAgent(server, name)
    expect(await heartbeat(server, agent)).toEqual([])
    const enqueued = await server.request(
      'mutation($id: ID!) { enqueueSweepRun(input: {id: $id, config: "{\\"a\\": 2}"}) { id } }',
      { id },
    )
    const [command] = await heartbeat(server, agent)
    expect([command?.run_id, valuesOf(command)['a']]).toEqual([enqueued.data.enqueueSweepRun.id, 2])
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
    expect(enqueued.data.enqueueSweepRun.id).toBe(command?.run_id)
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
})
