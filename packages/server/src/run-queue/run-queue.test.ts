import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, anAgent, aQueue, item, pop, push, tryPush } from './testing/run-queue-fixture.ts'

const PLACE = { entityName: 'admin', projectName: 'model-registry' }

describeOnEachDatabase('run queues', (databases) => {
  test('the project of run queues is there before anybody makes it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const answer = await server.request(
      '{ project(name: "model-registry", entityName: "admin") { runQueues { id name } } }',
    )
    expect(answer.data.project).toEqual({ runQueues: [] })
  })

  test('a queue made by the two requests of the client shows what they said', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const config = await server.request(
      `mutation($input: CreateDefaultResourceConfigInput!) { createDefaultResourceConfig(input: $input) { defaultResourceConfigID success } }`,
      {
        input: {
          entityName: 'admin',
          resource: 'kubernetes',
          config: JSON.stringify({ resource_args: { kubernetes: { cpu: '{{cpu}}' } } }),
          templateVariables: JSON.stringify({ cpu: { schema: { type: 'integer', minimum: 1, maximum: 4 } } }),
        },
      },
    )
    const id = config.data.createDefaultResourceConfig.defaultResourceConfigID
    const created = await server.request(
      `mutation($input: CreateRunQueueInput!) { createRunQueue(input: $input) { success queueID } }`,
      {
        input: { ...PLACE, queueName: 'k8s', access: 'PROJECT', prioritizationMode: 'V0', defaultResourceConfigID: id },
      },
    )
    expect(created.data.createRunQueue.success).toBe(true)
    const read = await server.request(
      `query($id: ID!) {
        project(name: "model-registry", entityName: "admin") {
          runQueue(name: "k8s") { id access defaultResourceConfigID prioritizationMode externalLinks resource createdBy pendingCount }
        }
        entity(name: "admin") { defaultResourceConfig(id: $id) { resource config templateVariables { name schema } } }
      }`,
      { id },
    )
    expect(read.data.project.runQueue).toEqual({
      id: created.data.createRunQueue.queueID,
      access: 'PROJECT',
      defaultResourceConfigID: id,
      prioritizationMode: 'V0',
      externalLinks: { links: [] },
      resource: 'kubernetes',
      createdBy: 'admin',
      pendingCount: 0,
    })
    expect(read.data.entity.defaultResourceConfig).toEqual({
      resource: 'kubernetes',
      config: { resource_args: { kubernetes: { cpu: '{{cpu}}' } } },
      templateVariables: [{ name: 'cpu', schema: '{"type":"integer","minimum":1,"maximum":4}' }],
    })
  })

  test('a name that is taken is an error, and free again after the queue was deleted', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const create = () =>
      server.request(`mutation($input: CreateRunQueueInput!) { createRunQueue(input: $input) { queueID } }`, {
        input: { ...PLACE, queueName: 'gpu', access: 'PROJECT' },
      })
    const first = await create()
    expect((await create()).errors?.[0]?.message).toContain('has one of that name')
    await server.request('mutation($id: ID!) { deleteRunQueues(input: {queueIDs: [$id]}) { success } }', {
      id: first.data.createRunQueue.queueID,
    })
    expect((await create()).data.createRunQueue.queueID).not.toBe(first.data.createRunQueue.queueID)
  })

  test('an upsert changes the config of a queue and keeps its items', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const first = await aQueue(server, 'gpu', { config: { a: 1 } })
    const itemId = await push(server, 'gpu')
    const second = await aQueue(server, 'gpu', { config: { a: 2 }, priorities: true })
    expect(second).toEqual(first)
    const later = await push(server, 'gpu', {}, { priority: 0 })
    expect((await item(server, later)).runSpec.resource_args).toEqual({ 'local-process': { a: 2 } })
    expect((await item(server, itemId)).runSpec.resource_args).toEqual({ 'local-process': { a: 1 } })
  })

  test('settings that cannot be read are refused with what is wrong', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    for (const [config, message] of [
      ['{"resource_args": {"kubernetes": {}}}', 'the resource is "local-process"'],
      ['[1]', 'must be a JSON object'],
      ['{', 'is not JSON'],
      ['{"resource_args": 3}', '"resource_args" must be an object'],
    ] as const) {
      const answer = await server.request(
        `mutation($input: UpsertRunQueueInput!) { upsertRunQueue(input: $input) { success } }`,
        { input: { ...PLACE, queueName: 'q', resourceType: 'local-process', resourceConfig: config } },
      )
      expect(answer.errors?.[0]?.message).toContain(message)
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('invalid-input')
    }
  })

  test('a paused queue takes items and gives none until it is resumed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const change = (name: string) =>
      server.request(`mutation($id: ID!) { ${name}(input: {queueID: $id}) { runQueue { isPaused } } }`, {
        id: queue.id,
      })
    expect((await change('pauseRunQueue')).data.pauseRunQueue.runQueue).toEqual({ isPaused: true })
    const itemId = await push(server, 'gpu')
    expect(await pop(server, 'gpu', null)).toBeNull()
    const held = pop(server, 'gpu', null, { waitSeconds: 15 })
    expect((await change('resumeRunQueue')).data.resumeRunQueue.runQueue).toEqual({ isPaused: false })
    expect((await held)?.runQueueItemId).toBe(itemId)
  })

  test('items that wait in a deleted queue are cancelled with the reason and stay readable', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const itemId = await push(server, 'gpu')
    const answer = await server.request(
      'mutation($id: ID!) { deleteRunQueues(input: {queueIDs: [$id]}) { success } }',
      { id: queue.id },
    )
    expect(answer.data.deleteRunQueues.success).toBe(true)
    expect(await item(server, itemId)).toMatchObject({
      state: 'cancelled',
      reason: '"admin" deleted run queue "gpu" while this item waited in it.',
    })
    expect((await tryPush(server, 'gpu')).errors?.[0]?.message).toContain('Cannot find run queue "gpu"')
    expect(await ack(server, itemId, 'run1')).toBe(false)
  })

  test('items leave by priority, and in the order of their coming within one', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu', { priorities: true })
    const low = await push(server, 'gpu', {}, { priority: 3 })
    const medium = await push(server, 'gpu')
    const critical = await push(server, 'gpu', {}, { priority: 0 })
    const medium2 = await push(server, 'gpu', {}, { priority: 2 })
    const order: string[] = []
    for (let index = 0; index < 4; index++) order.push((await pop(server, 'gpu', null))?.runQueueItemId ?? '')
    expect(order).toEqual([critical, medium, medium2, low])
  })

  test('a queue without priorities takes the one that all of its items have, and no other', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const itemId = await push(server, 'gpu', {}, { priority: 2 })
    expect((await pop(server, 'gpu', null))?.runQueueItemId).toBe(itemId)
    await expect(push(server, 'gpu', {}, { priority: 1 })).rejects.toThrow('The queue has no priorities')
  })

  test('a user of another entity sees no queue, no item and no agent, by no way in', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const agent = await anAgent(server, [queue.id])
    const itemId = await push(server, 'gpu')
    const apiKey = await server.addUser('eve')
    const asEve = (query: string) => server.request(query, {}, { apiKey })
    const seen = await asEve(`{
      runQueueItem(id: "${itemId}") { id } launchAgent(id: "${agent}") { id }
      project(name: "model-registry", entityName: "admin") { id } entity(name: "admin") { id } }`)
    expect(seen.data).toEqual({ runQueueItem: null, launchAgent: null, project: null, entity: null })
    for (const mutation of [
      `cancelRunQueueItem(input: {runQueueItemId: "${itemId}"}) { clientMutationId }`,
      `ackRunQueueItem(input: {runQueueItemId: "${itemId}", runName: "x"}) { success }`,
      `failRunQueueItem(input: {runQueueItemId: "${itemId}", message: "m", stage: "agent"}) { success }`,
      `updateRunQueueItemWarning(input: {runQueueItemId: "${itemId}", message: "m", stage: "agent"}) { success }`,
      `finishRunQueueItem(input: {runQueueItemId: "${itemId}", launchAgentId: "${agent}", state: "failed"}) { clientMutationId }`,
      `appendRunQueueItemLog(input: {runQueueItemId: "${itemId}", launchAgentId: "${agent}", offset: 0, text: "x"}) { success }`,
      `deleteFromRunQueue(input: {queueID: "${queue.id}", runQueueItemId: "${itemId}"}) { success }`,
      `pauseRunQueue(input: {queueID: "${queue.id}"}) { clientMutationId }`,
      `deleteRunQueues(input: {queueIDs: ["${queue.id}"]}) { success }`,
      `pushToRunQueue(input: {queueID: "${queue.id}", runSpec: "{}"}) { runQueueItemId }`,
      `pushToRunQueueByName(input: {entityName: "admin", projectName: "model-registry", queueName: "gpu", runSpec: "{}"}) { runQueueItemId }`,
      `checkLaunch(input: {entityName: "admin", projectName: "model-registry", queueName: "gpu", runSpec: "{}"}) { problems { path } }`,
      `popFromRunQueue(input: {entityName: "admin", projectName: "model-registry", queueName: "gpu"}) { runQueueItemId }`,
      `leaseRunQueueItems(input: {launchAgentId: "${agent}", limit: 1, waitSeconds: 0}) { items { runQueueItemId } }`,
      `launchAgentHeartbeat(input: {launchAgentId: "${agent}", runQueueItemIds: []}) { stopPolling }`,
      `updateLaunchAgent(input: {launchAgentId: "${agent}", agentStatus: "KILLED"}) { success }`,
      `stopLaunchAgent(input: {launchAgentId: "${agent}"}) { success }`,
      `drainLaunchAgent(input: {launchAgentId: "${agent}"}) { success }`,
      `createLaunchAgent(input: {entityName: "admin", projectName: "model-registry", runQueues: ["${queue.id}"], hostname: "h"}) { launchAgentId }`,
      `createRunQueue(input: {entityName: "admin", projectName: "model-registry", queueName: "x", access: PROJECT}) { queueID }`,
      `createDefaultResourceConfig(input: {entityName: "admin", resource: "kubernetes", config: "{}"}) { success }`,
    ]) {
      const answer = await asEve(`mutation { ${mutation} }`)
      expect([mutation, answer.errors?.[0]?.extensions?.['code']]).toEqual([mutation, 'not-found'])
    }
    expect(await item(server, itemId)).toMatchObject({ state: 'pending' })
  })

  test('a private queue is seen only by who made it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const apiKey = await server.addUser('bob')
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { name } } }')
    await server.request('mutation { addTeamMember(input: {entityName: "vision", username: "bob"}) { success } }')
    for (const [name, access] of [
      ['mine', 'USER'],
      ['ours', 'PROJECT'],
    ]) {
      await server.request(`mutation($input: CreateRunQueueInput!) { createRunQueue(input: $input) { queueID } }`, {
        input: { entityName: 'vision', projectName: 'model-registry', queueName: name, access },
      })
    }
    const query = '{ entity(name: "vision") { runQueues { name } } }'
    expect((await server.request(query)).data.entity.runQueues).toEqual([{ name: 'mine' }, { name: 'ours' }])
    expect((await server.request(query, {}, { apiKey })).data.entity.runQueues).toEqual([{ name: 'ours' }])
    for (const queueName of ['mine', 'ours']) {
      const input = { entityName: 'vision', projectName: 'model-registry', queueName, runSpec: '{}' }
      await server.request(
        'mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }',
        { input },
      )
    }
    const refused = '{ entity(name: "vision") { refusedLaunches { edges { node { queueName } } } } }'
    const namesFor = async (options: object): Promise<string[]> => {
      const { edges } = (await server.request(refused, {}, options)).data.entity.refusedLaunches
      return edges.map((edge: { node: { queueName: string } }) => edge.node.queueName)
    }
    expect(await namesFor({})).toEqual(['ours', 'mine'])
    expect(await namesFor({ apiKey })).toEqual(['ours'])
    const deleted = await server.request(
      `mutation { upsertRunQueue(input: {entityName: "vision", projectName: "model-registry", queueName: "ours", resourceType: "kubernetes", resourceConfig: "{}"}) { success } }`,
      {},
      { apiKey },
    )
    expect(deleted.errors?.[0]?.extensions?.['code']).toBe('not-allowed')
  })
})
