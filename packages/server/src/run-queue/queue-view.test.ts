import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, anAgent, aQueue, pop, push, tryPush } from './testing/run-queue-fixture.ts'

async function ask(server: TestServer, fields: string, options: { readonly apiKey?: string } = {}) {
  const { data, errors } = await server.request(`{ entity(name: "admin") { ${fields} } }`, {}, options)
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data.entity
}

describeOnEachDatabase('what is to be seen of a queue', (databases) => {
  test('a queue is found by its name, whatever its project; others see none', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    expect(await ask(server, 'runQueue(name: "gpu") { name resource }')).toEqual({
      runQueue: { name: 'gpu', resource: 'local-process' },
    })
    expect(await ask(server, 'runQueue(name: "none") { name }')).toEqual({ runQueue: null })
    const apiKey = await server.addUser('mallory')
    const { data } = await server.request(
      '{ entity(name: "admin") { runQueue(name: "gpu") { name } } }',
      {},
      { apiKey },
    )
    expect(data.entity?.runQueue ?? null).toBeNull()
  })

  test('each queue of a list has its own counts and agents', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const [a, b] = [await aQueue(server, 'a'), await aQueue(server, 'b')]
    await aQueue(server, 'c')
    const [both, onlyB] = [await anAgent(server, [a.id, b.id]), await anAgent(server, [b.id])]
    for (const name of ['a', 'a', 'a', 'b']) await push(server, name)
    await pop(server, 'a', both)
    expect(await ask(server, 'runQueues { name pendingCount runningCount launchAgents { id } }')).toEqual({
      runQueues: [
        { name: 'a', pendingCount: 2, runningCount: 1, launchAgents: [{ id: both }] },
        { name: 'b', pendingCount: 1, runningCount: 0, launchAgents: [{ id: both }, { id: onlyB }] },
        { name: 'c', pendingCount: 0, runningCount: 0, launchAgents: [] },
      ],
    })
  })

  test('refused launches of one queue are told apart from those of another', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'a')
    await aQueue(server, 'b')
    await tryPush(server, 'a', {}, { priority: 1 })
    await tryPush(server, 'b', {}, { priority: 1 })
    const { refusedLaunches } = await ask(
      server,
      'refusedLaunches(queueName: "b") { edges { node { queueName problems { path } } } }',
    )
    expect(refusedLaunches.edges).toEqual([{ node: { queueName: 'b', problems: [{ path: 'priority' }] } }])
  })

  test('agents show the items that they hold, the newest first, and idle ones none', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'q')
    const [busy, idle] = [await anAgent(server, [queue.id]), await anAgent(server, [queue.id])]
    const [first, second] = [await push(server, 'q'), await push(server, 'q')]
    await pop(server, 'q', busy)
    await ack(server, first, 'a-run', busy)
    await pop(server, 'q', busy)
    const { launchAgents } = await ask(
      server,
      'launchAgents { edges { node { id heldCount heldItems { id state projectName } } } }',
    )
    expect(launchAgents.edges.map(({ node }: { node: object }) => node)).toEqual([
      { id: idle, heldCount: 0, heldItems: [] },
      {
        id: busy,
        heldCount: 2,
        heldItems: [
          { id: second, state: 'leased', projectName: 'demo' },
          { id: first, state: 'claimed', projectName: 'demo' },
        ],
      },
    ])
  })

  test('items are listed by states that wait, that have ended, and by both', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'q')
    const [waiting, cancelled] = [await push(server, 'q'), await push(server, 'q')]
    await server.request(
      `mutation { cancelRunQueueItem(input: {runQueueItemId: "${cancelled}"}) { runQueueItem { id } } }`,
    )
    const list = async (states: string) => {
      const { runQueue } = await ask(
        server,
        `runQueue(name: "q") { runQueueItems(states: ${states}) { edges { node { id } } } }`,
      )
      return runQueue.runQueueItems.edges.map(({ node }: { node: { id: string } }) => node.id)
    }
    expect(await list('["pending", "leased"]')).toEqual([waiting])
    expect(await list('["cancelled"]')).toEqual([cancelled])
    expect(await list('["cancelled", "pending"]')).toEqual([cancelled, waiting])
    expect(await list('["nonsense"]')).toEqual([])
  })

  test('an upsert that is to make a new queue leaves one of that name as it is', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const { errors } = await server.request(
      `mutation { upsertRunQueue(input: {entityName: "admin", projectName: "model-registry", queueName: "gpu", onlyNew: true,
        resourceType: "slurm", resourceConfig: "{}"}) { success } }`,
    )
    expect(errors).toMatchObject([
      { message: expect.stringContaining('"admin" has one of that name'), extensions: { code: 'conflict' } },
    ])
    expect((await ask(server, 'runQueue(name: "gpu") { resource }')).runQueue).toEqual({ resource: 'local-process' })
  })
})
