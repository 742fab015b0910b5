import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, aClock, anAgent, aQueue, item, pop, push, until } from './testing/run-queue-fixture.ts'

const LOST_CLAIM = 'Error acking run queue item. Item may have already been acknowledged by another process'

describeOnEachDatabase('run queue items', (databases) => {
  test('an item that waits is cancelled, and no agent gets it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const itemId = await push(server, 'gpu')
    expect(await cancel(server, itemId)).toMatchObject({
      state: 'cancelled',
      reason: '"admin" cancelled it before it ran.',
    })
    expect(await pop(server, 'gpu', null)).toBeNull()
  })

  test('an item that is leased and cancelled cannot be claimed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const itemId = await push(server, 'gpu')
    await pop(server, 'gpu', null)
    const answer = await server.request(
      'mutation($q: ID!, $i: ID!) { deleteFromRunQueue(input: {queueID: $q, runQueueItemId: $i}) { success clientMutationId } }',
      { q: queue.id, i: itemId },
    )
    expect(answer.data.deleteFromRunQueue.success).toBe(true)
    expect(await ack(server, itemId, 'run1')).toBe(false)
    expect((await item(server, itemId)).state).toBe('cancelled')
  })

  test('the loser of a claim cannot fail the item of the winner, and the winner still can', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const itemId = await push(server, 'gpu')
    await pop(server, 'gpu', null)
    expect([await ack(server, itemId, 'winner'), await ack(server, itemId, 'loser')]).toEqual([true, false])
    // The stock agent then fails the item of which it lost the claim, with the text of the refusal.
    await fail(server, itemId, LOST_CLAIM, 'agent')
    expect((await item(server, itemId)).state).toBe('claimed')
    await fail(server, itemId, 'docker is not running', 'agent', ['a/error.log'])
    expect(await item(server, itemId)).toMatchObject({
      state: 'failed',
      reason: 'docker is not running',
      stage: 'agent',
      filePaths: ['a/error.log'],
    })
  })

  test('a winner that fails before the loser reports is failed once, with its own reason', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const itemId = await push(server, 'gpu')
    await pop(server, 'gpu', null)
    await ack(server, itemId, 'winner')
    await ack(server, itemId, 'loser')
    await fail(server, itemId, 'no such image', 'agent')
    await fail(server, itemId, LOST_CLAIM, 'agent')
    expect(await item(server, itemId)).toMatchObject({ state: 'failed', reason: 'no such image' })
  })

  test('an agent that does not say who it is cannot fail the item of one that does', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const agent = await anAgent(server, [queue.id])
    const itemId = await push(server, 'gpu')
    await pop(server, 'gpu', agent)
    await ack(server, itemId, 'run1', agent)
    await fail(server, itemId, 'stale', 'agent')
    expect((await item(server, itemId)).state).toBe('claimed')
  })

  test('an item that fails before its claim is failed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const itemId = await push(server, 'gpu')
    await pop(server, 'gpu', null)
    await fail(server, itemId, 'refused resource_args', 'agent')
    expect(await item(server, itemId)).toMatchObject({ state: 'failed', reason: 'refused resource_args' })
    expect(await pop(server, 'gpu', null)).toBeNull()
  })

  test('only the holder ends an item, and saying the same again changes nothing', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const [holder, other] = [await anAgent(server, [queue.id]), await anAgent(server, [queue.id])]
    const itemId = await push(server, 'gpu')
    await pop(server, 'gpu', holder)
    await ack(server, itemId, 'run1', holder)
    expect((await finish(server, itemId, other, 'finished')).errors?.[0]?.extensions?.['code']).toBe('conflict')
    const first = await finish(server, itemId, holder, 'failed')
    const second = await finish(server, itemId, holder, 'failed')
    expect([first.errors, second.errors]).toEqual([undefined, undefined])
    expect((await finish(server, itemId, holder, 'finished')).errors?.[0]?.message).toContain('it is failed already')
    expect((await finish(server, itemId, holder, 'exploded')).errors?.[0]?.extensions?.['code']).toBe('invalid-input')
  })

  test('the item of a stock agent ends as its run ends', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    for (const [name, exitCode, state] of [
      ['good', 0, 'finished'],
      ['bad', 3, 'failed'],
    ] as const) {
      const itemId = await push(server, 'gpu')
      await pop(server, 'gpu', null)
      await ack(server, itemId, name)
      await startRun(server, name)
      expect((await item(server, itemId)).startedAt).not.toBeNull()
      await endRun(server, name, exitCode)
      expect(await item(server, itemId)).toMatchObject({ state, exitCode })
    }
  })

  test('a stop asked for before the run of a stock agent appears reaches the run', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const itemId = await push(server, 'gpu')
    await pop(server, 'gpu', null)
    await ack(server, itemId, 'run1')
    expect((await cancel(server, itemId)).state).toBe('claimed')
    await startRun(server, 'run1')
    const run = await server.request('{ project(name: "demo", entityName: "admin") { run(name: "run1") { stopped } } }')
    expect(run.data.project.run.stopped).toBe(true)
  })

  test('a claimed item whose agent and run stay silent fails with a reason that says so', async () => {
    const clock = aClock()
    await using server = await startTestServer({
      database: await databases.create(),
      clock,
      config: { runTimeoutSeconds: 2 },
    })
    const queue = await aQueue(server, 'gpu')
    const agent = await anAgent(server, [queue.id])
    const [attended, stock] = [await push(server, 'gpu'), await push(server, 'gpu')]
    await pop(server, 'gpu', agent)
    await pop(server, 'gpu', null)
    await ack(server, attended, 'run1', agent)
    await ack(server, stock, 'run2')
    clock.advance(60_000)
    const failed = await until(
      () => item(server, attended),
      ({ state }) => state === 'failed',
    )
    expect(failed.reason).toMatch(/launch agent was last heard of \d+ seconds ago/)
    // A pod of a stock agent may start its run long after.
    expect((await item(server, stock)).state).toBe('claimed')
    clock.advance(30 * 60_000)
    await until(
      () => item(server, stock),
      ({ state }) => state === 'failed',
    )
  })

  test('a claimed item whose run never leaves the state pending ends when its agent is gone', async () => {
    const clock = aClock()
    await using server = await startTestServer({
      database: await databases.create(),
      clock,
      config: { runTimeoutSeconds: 2 },
    })
    const queue = await aQueue(server, 'gpu')
    const itemId = await push(server, 'gpu')
    const agent = await anAgent(server, [queue.id])
    await pop(server, 'gpu', agent)
    await ack(server, itemId, 'run1', agent)
    await server.request(
      'mutation { upsertBucket(input: {modelName: "demo", name: "run1", state: "pending"}) { bucket { id } } }',
    )
    clock.advance(60_000)
    const failed = await until(
      () => item(server, itemId),
      ({ state }) => state !== 'claimed',
    )
    expect(failed).toMatchObject({ state: 'failed', stage: 'agent' })
  })

  test('output is kept by offset, read while the item runs, and complete when it has ended', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const agent = await anAgent(server, [queue.id])
    const itemId = await push(server, 'gpu')
    await pop(server, 'gpu', agent)
    await ack(server, itemId, 'run1', agent)
    const append = (offset: number, text: string) =>
      server.request(
        `mutation($input: AppendRunQueueItemLogInput!) { appendRunQueueItemLog(input: $input) { success } }`,
        {
          input: { runQueueItemId: itemId, launchAgentId: agent, offset, text },
        },
      )
    await append(0, 'epoch 1\n')
    await append(8, 'größe\n')
    await append(8, 'größe\n')
    expect((await item(server, itemId)).log).toEqual({ text: 'epoch 1\ngröße\n', nextOffset: 16, isComplete: false })
    await append(16, 'zero\0byte\n')
    const rest = await server.request(
      'query($id: ID!) { runQueueItem(id: $id) { log(offset: 16, limit: 5) { text nextOffset } } }',
      { id: itemId },
    )
    expect(rest.data.runQueueItem.log).toEqual({ text: 'zero ', nextOffset: 21 })
    expect((await append(100 * 1024 * 1024, 'x')).data.appendRunQueueItemLog.success).toBe(false)
    expect((await append(-1, 'x')).errors?.[0]?.extensions?.['code']).toBe('invalid-input')
    await finish(server, itemId, agent, 'finished')
    const end = await server.request(
      'query($id: ID!) { runQueueItem(id: $id) { log(offset: 26) { text isComplete } } }',
      { id: itemId },
    )
    expect(end.data.runQueueItem.log).toEqual({ text: '', isComplete: true })
  })

  test('warnings are kept beside the item', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const itemId = await push(server, 'gpu')
    await server.request(
      'mutation($id: ID!) { updateRunQueueItemWarning(input: {runQueueItemId: $id, message: "0/3 nodes", stage: "Kubernetes", filePaths: []}) { success } }',
      { id: itemId },
    )
    expect((await item(server, itemId)).warnings).toEqual([{ message: '0/3 nodes' }])
  })

  test('items are listed by page, newest first, and by state', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const ids = [await push(server, 'gpu'), await push(server, 'gpu'), await push(server, 'gpu')]
    await cancel(server, ids[1] ?? '')
    const list = (arguments_: string) =>
      server.request(`{ entity(name: "admin") { runQueueItems${arguments_} {
        totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } } }`)
    const page = (await list('(first: 2)')).data.entity.runQueueItems
    expect(page.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([ids[2], ids[1]])
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
    const next = (await list(`(first: 2, after: "${page.pageInfo.endCursor}")`)).data.entity.runQueueItems
    expect(next.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([ids[0]])
    expect((await list('(states: ["cancelled"])')).data.entity.runQueueItems.totalCount).toBe(1)
  })

  test('ids that are made up find nothing', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    await push(server, 'gpu')
    const forged = ['', 'x', 'RunQueueItem:1:1', '1-2', '2-1', 'A'.repeat(100_000)]
    for (const id of forged) expect(await item(server, id)).toBeNull()
    expect((await item(server, '1-1')).state).toBe('pending')
  })
})

async function cancel(server: TestServer, id: string) {
  const answer = await server.request(
    'mutation($id: ID!) { cancelRunQueueItem(input: {runQueueItemId: $id}) { runQueueItem { state reason } } }',
    { id },
  )
  return answer.data.cancelRunQueueItem.runQueueItem
}

async function fail(server: TestServer, id: string, message: string, stage: string, filePaths: string[] = []) {
  const answer = await server.request(
    `mutation($input: FailRunQueueItemInput!) { failRunQueueItem(input: $input) { success } }`,
    { input: { runQueueItemId: id, message, stage, filePaths } },
  )
  expect(answer.data.failRunQueueItem.success).toBe(true)
}

function finish(server: TestServer, runQueueItemId: string, launchAgentId: string, state: string) {
  return server.request(
    `mutation($input: FinishRunQueueItemInput!) { finishRunQueueItem(input: $input) { runQueueItem { state } } }`,
    { input: { runQueueItemId, launchAgentId, state, exitCode: 1, reason: 'because' } },
  )
}

async function startRun(server: TestServer, name: string): Promise<void> {
  await server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { id } } }', {
    input: { entityName: 'admin', modelName: 'demo', name, config: '{}' },
  })
}

async function endRun(server: TestServer, name: string, exitcode: number): Promise<void> {
  const response = await fetch(`${server.url}/files/admin/demo/${name}/file_stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.apiKey}` },
    body: JSON.stringify({ complete: true, exitcode }),
  })
  expect(response.status).toBe(200)
}
