import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, anAgent, aQueue, item, pop, push } from './testing/run-queue-fixture.ts'

const CHANGE = 'runQueueItems { id state priority } refused { runQueueItemId message }'

async function reprioritise(server: TestServer, ids: readonly string[], priority: number, apiKey?: string) {
  return server.request(
    `mutation($input: UpdateRunQueueItemsInput!) { updateRunQueueItems(input: $input) { ${CHANGE} } }`,
    { input: { runQueueItemIds: ids, priority } },
    apiKey === undefined ? {} : { apiKey },
  )
}

async function cancel(server: TestServer, ids: readonly string[], more: object = {}) {
  const { data, errors } = await server.request(
    `mutation($input: CancelRunQueueItemsInput!) { cancelRunQueueItems(input: $input) { ${CHANGE} } }`,
    { input: { runQueueItemIds: ids, ...more } },
  )
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data.cancelRunQueueItems
}

describeOnEachDatabase('changes of items', (databases) => {
  const start = async () => startTestServer({ database: await databases.create() })

  test('an item whose priority is raised is taken before those that came first', async () => {
    await using server = await start()
    const queue = await aQueue(server, 'q', { priorities: true })
    const [first, second, third] = [await push(server, 'q'), await push(server, 'q'), await push(server, 'q')]
    const { data } = await reprioritise(server, [third, second], 0)
    expect(data.updateRunQueueItems).toEqual({
      runQueueItems: [
        { id: third, state: 'pending', priority: 0 },
        { id: second, state: 'pending', priority: 0 },
      ],
      refused: [],
    })
    const agent = await anAgent(server, [queue.id])
    const taken = [await pop(server, 'q', agent), await pop(server, 'q', agent), await pop(server, 'q', agent)]
    expect(taken.map((each) => each?.runQueueItemId)).toEqual([second, third, first])
  })

  test('items that do not wait any more keep their priority and hold up none of the others', async () => {
    await using server = await start()
    const queue = await aQueue(server, 'q', { priorities: true })
    const agent = await anAgent(server, [queue.id])
    const [running, leased, cancelled, waiting] = [
      await push(server, 'q'),
      await push(server, 'q'),
      await push(server, 'q'),
      await push(server, 'q'),
    ]
    await pop(server, 'q', agent)
    await ack(server, running, 'a-run', agent)
    await pop(server, 'q', agent)
    await cancel(server, [cancelled])
    const { data } = await reprioritise(server, [running, leased, cancelled, waiting, '9-9'], 3)
    const { runQueueItems, refused } = data.updateRunQueueItems
    expect(runQueueItems).toEqual([{ id: waiting, state: 'pending', priority: 3 }])
    const why = Object.fromEntries(
      refused.map((each: { runQueueItemId: string; message: string }) => [each.runQueueItemId, each.message]),
    )
    expect(why).toEqual({
      [running]: expect.stringContaining('an agent has taken it and it runs'),
      [leased]: expect.stringContaining('an agent has taken it and prepares it'),
      [cancelled]: expect.stringContaining('it has ended as cancelled'),
      '9-9': expect.stringContaining('Cannot find run queue item "9-9"'),
    })
    expect(await item(server, running)).toMatchObject({ priority: 2 })
  })

  test('a priority that does not exist, and a queue without priorities, are refused', async () => {
    await using server = await start()
    await aQueue(server, 'plain')
    const id = await push(server, 'plain')
    const { errors } = await reprioritise(server, [id], 4)
    expect(errors?.[0]?.message).toContain('4 is none of 0 (critical), 1 (high), 2 (medium) and 3 (low)')
    const { data } = await reprioritise(server, [id], 0)
    expect(data.updateRunQueueItems).toMatchObject({
      runQueueItems: [],
      refused: [{ message: expect.stringContaining('run queue "plain" has no priorities. Turn them on') }],
    })
  })

  test('a colleague may change the priority of their own item only, and who made the queue that of all', async () => {
    await using server = await start()
    const annKey = await server.addUser('ann')
    const bobKey = await server.addUser('bob')
    await server.request('mutation { createTeam(input: {teamName: "lab"}) { entity { id } } }')
    for (const username of ['ann', 'bob'])
      await server.request(
        'mutation($u: String!) { addTeamMember(input: {entityName: "lab", username: $u}) { success } }',
        {
          u: username,
        },
      )
    const ann = { apiKey: annKey }
    await server.request(
      `mutation { upsertRunQueue(input: {entityName: "lab", projectName: "model-registry", queueName: "ours",
        resourceType: "local-process", resourceConfig: "{}", prioritizationMode: V0}) { success } }`,
      {},
      ann,
    )
    const pushAs = async (apiKey: string) => {
      const { data } = await server.request(
        `mutation { pushToRunQueueByName(input: {entityName: "lab", projectName: "model-registry", queueName: "ours",
          runSpec: "{\\"docker\\": {\\"docker_image\\": \\"i\\"}, \\"project\\": \\"demo\\"}"}) { runQueueItemId } }`,
        {},
        { apiKey },
      )
      return data.pushToRunQueueByName.runQueueItemId as string
    }
    const [ofAnn, ofBob] = [await pushAs(annKey), await pushAs(bobKey)]
    const byBob = await reprioritise(server, [ofAnn, ofBob], 0, bobKey)
    expect(byBob.data.updateRunQueueItems).toEqual({
      runQueueItems: [{ id: ofBob, state: 'pending', priority: 0 }],
      refused: [{ runQueueItemId: ofAnn, message: expect.stringContaining('only "ann", who launched it') }],
    })
    const byAnn = await reprioritise(server, [ofAnn, ofBob], 1, annKey)
    expect(byAnn.data.updateRunQueueItems.runQueueItems).toHaveLength(2)
    const mallory = await reprioritise(server, [ofAnn], 1, await server.addUser('mallory'))
    expect(mallory.data.updateRunQueueItems).toMatchObject({
      runQueueItems: [],
      refused: [{ message: expect.stringContaining('it does not exist, or you may not see it') }],
    })
  })

  test('cancelling what waits leaves alone what was taken in the meantime, unless all are to end', async () => {
    await using server = await start()
    const queue = await aQueue(server, 'q')
    const agent = await anAgent(server, [queue.id])
    const [running, waiting] = [await push(server, 'q'), await push(server, 'q')]
    await pop(server, 'q', agent)
    await ack(server, running, 'a-run', agent)
    expect(await cancel(server, [running, waiting], { onlyWaiting: true })).toEqual({
      runQueueItems: [{ id: waiting, state: 'cancelled', priority: 2 }],
      refused: [{ runQueueItemId: running, message: expect.stringContaining('it runs. Stop it to end it.') }],
    })
    expect(await item(server, running)).toMatchObject({ state: 'claimed', stopRequestedAt: null })
    expect(await cancel(server, [running])).toMatchObject({ runQueueItems: [{ id: running }], refused: [] })
    expect((await item(server, running)).stopRequestedAt).not.toBeNull()
    expect(await item(server, waiting)).toMatchObject({ reason: '"admin" cancelled it before it ran.' })
  })

  test('more items at once than the limit are refused as a whole', async () => {
    await using server = await start()
    const ids = Array.from({ length: 1001 }, (_, index) => `1-${index}`)
    const { errors } = await reprioritise(server, ids, 1)
    expect(errors?.[0]?.message).toContain('Cannot change 1001 run queue items at once: at most 1000 are')
  })
})
