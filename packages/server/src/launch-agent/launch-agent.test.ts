import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, aClock, anAgent, aQueue, item, pop, push, until } from '../run-queue/testing/run-queue-fixture.ts'

describeOnEachDatabase('launch agents', (databases) => {
  test('an agent is registered and shown as the stock agent reads it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const id = await anAgent(server, [queue.id])
    const answer = await server.request(
      `query LaunchAgent($agentId: ID!) { launchAgent(id: $agentId) { id name runQueues hostname agentStatus stopPolling heartbeatAt } }`,
      { agentId: id },
    )
    expect(answer.data.launchAgent).toMatchObject({
      id,
      runQueues: [queue.id],
      hostname: 'host',
      agentStatus: 'POLLING',
      stopPolling: false,
    })
    const listed = await server.request(
      '{ project(name: "model-registry", entityName: "admin") { runQueue(name: "gpu") { launchAgents { id } } } }',
    )
    expect(listed.data.project.runQueue.launchAgents).toEqual([{ id }])
  })

  test('an agent shows who started it, its queues and the items that it holds', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const [a, b] = [await aQueue(server, 'a'), await aQueue(server, 'b')]
    const id = await anAgent(server, [b.id, a.id])
    const [claimed, leased, ended] = [await push(server, 'b'), await push(server, 'b'), await push(server, 'b')]
    await lease(server, id, 3, 0)
    await ack(server, claimed, 'run1', id)
    await server.request(
      'mutation($id: ID!) { cancelRunQueueItem(input: {runQueueItemId: $id}) { clientMutationId } }',
      {
        id: ended,
      },
    )
    await push(server, 'a')
    const { data } = await server.request(
      `query($id: ID!) { launchAgent(id: $id) { entityName createdBy queues { name }
        runQueueItems { totalCount edges { node { id state } } } } }`,
      { id },
    )
    expect(data.launchAgent).toEqual({
      entityName: 'admin',
      createdBy: 'admin',
      queues: [{ name: 'b' }, { name: 'a' }],
      runQueueItems: {
        totalCount: 2,
        edges: [{ node: { id: leased, state: 'leased' } }, { node: { id: claimed, state: 'claimed' } }],
      },
    })
  })

  test('an agent without queues, or with one that is not there, is refused', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await expect(anAgent(server, [])).rejects.toThrow('it listens to no run queue')
    await expect(anAgent(server, ['nope'])).rejects.toThrow('Cannot find run queue')
  })

  test('an agent that is not heard of counts as lost, and looking at it does not bring it back', async () => {
    const clock = aClock()
    await using server = await startTestServer({ database: await databases.create(), clock })
    const queue = await aQueue(server, 'gpu')
    const id = await anAgent(server, [queue.id])
    clock.advance(61_000)
    const look = async () => {
      const answer = await server.request('query($id: ID!) { launchAgent(id: $id) { agentStatus } }', { id })
      return answer.data.launchAgent.agentStatus
    }
    expect([await look(), await look()]).toEqual(['LOST', 'LOST'])
    await server.request('query LaunchAgent($id: ID!) { launchAgent(id: $id) { id } }', { id })
    expect(await look()).toBe('POLLING')
    await server.request(
      'mutation($id: ID!) { updateLaunchAgent(input: {launchAgentId: $id, agentStatus: "KILLED"}) { success } }',
      { id },
    )
    expect(await look()).toBe('KILLED')
  })

  test('one lease takes items of all queues of the agent, up to its limit', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const [a, b] = [await aQueue(server, 'a'), await aQueue(server, 'b')]
    const id = await anAgent(server, [a.id, b.id])
    const pushed = [await push(server, 'a'), await push(server, 'b'), await push(server, 'b')]
    const leased = await lease(server, id, 2, 0)
    expect(leased.map((one) => one.runQueueItemId)).toEqual(pushed.slice(0, 2))
    expect(leased[0]).toMatchObject({ queueName: 'a', queueEntityName: 'admin' })
    const [last] = await lease(server, id, 5, 0)
    expect(last?.runQueueItemId).toBe(pushed[2])
  })

  test('a held lease is answered by the push that comes', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const [a, b] = [await aQueue(server, 'a'), await aQueue(server, 'b')]
    const id = await anAgent(server, [a.id, b.id])
    const held = lease(server, id, 3, 10)
    await until(
      () => Promise.resolve(server.server.services.runQueue.countWaiting('queue:2')),
      (count) => count === 1,
    )
    const itemId = await push(server, 'b')
    expect((await held).map((one) => one.runQueueItemId)).toEqual([itemId])
  })

  test('heartbeats keep a lease for longer than its time', async () => {
    const clock = aClock()
    await using server = await startTestServer({ database: await databases.create(), clock })
    const queue = await aQueue(server, 'gpu')
    const id = await anAgent(server, [queue.id])
    const itemId = await push(server, 'gpu')
    await lease(server, id, 1, 0)
    for (let minute = 0; minute < 3; minute++) {
      clock.advance(50_000)
      expect(await beat(server, id, [itemId])).toEqual({
        stopPolling: false,
        stopRunQueueItemIds: [],
        lostRunQueueItemIds: [],
      })
    }
    expect((await item(server, itemId)).state).toBe('leased')
  })

  test('a held heartbeat tells at once what to stop, and what is lost', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const id = await anAgent(server, [queue.id])
    const [running, leased] = [await push(server, 'gpu'), await push(server, 'gpu')]
    await lease(server, id, 2, 0)
    await ack(server, running, 'run1', id)
    const waiting = () => Promise.resolve(server.server.services.runQueue.countWaiting('agent:1'))
    for (const [itemId, answer] of [
      [running, { stopRunQueueItemIds: [running], lostRunQueueItemIds: [] }],
      [leased, { stopRunQueueItemIds: [], lostRunQueueItemIds: [leased] }],
    ] as const) {
      const held = beat(server, id, [itemId], 10)
      await until(waiting, (count) => count === 1)
      await server.request(
        'mutation($id: ID!) { cancelRunQueueItem(input: {runQueueItemId: $id}) { clientMutationId } }',
        { id: itemId },
      )
      expect(await held).toMatchObject(answer)
    }
  })

  test('draining lets the items run and gives no more; stopping stops them', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const id = await anAgent(server, [queue.id])
    const [running, leased] = [await push(server, 'gpu'), await push(server, 'gpu')]
    await lease(server, id, 2, 0)
    await ack(server, running, 'run1', id)
    await server.request('mutation($id: ID!) { drainLaunchAgent(input: {launchAgentId: $id}) { success } }', { id })
    expect(await beat(server, id, [running, leased])).toEqual({
      stopPolling: true,
      stopRunQueueItemIds: [],
      lostRunQueueItemIds: [],
    })
    await push(server, 'gpu')
    expect(await lease(server, id, 1, 0)).toEqual([])
    await server.request('mutation($id: ID!) { stopLaunchAgent(input: {launchAgentId: $id}) { success } }', { id })
    expect(await beat(server, id, [running])).toMatchObject({ stopPolling: true, stopRunQueueItemIds: [running] })
    expect((await pop(server, 'gpu', null))?.runQueueItemId).toBe(leased)
  })

  test('an agent that takes over gets the id and the claims; what it does not know goes back', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const id = await anAgent(server, [queue.id])
    const [claimed, known, forgotten] = [
      await push(server, 'gpu'),
      await push(server, 'gpu'),
      await push(server, 'gpu'),
    ]
    await lease(server, id, 3, 0)
    await ack(server, claimed, 'run1', id)
    expect(await anAgent(server, [queue.id], id)).toBe(id)
    expect(await beat(server, id, [claimed, known])).toEqual({
      stopPolling: false,
      stopRunQueueItemIds: [],
      lostRunQueueItemIds: [],
    })
    expect((await pop(server, 'gpu', null))?.runQueueItemId).toBe(forgotten)
    expect(await ack(server, known, 'run2', id)).toBe(true)
  })

  test('an id that another member of the team registered cannot be taken over by a member', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { name } } }')
    await server.request('mutation { addTeamMember(input: {entityName: "vision", username: "bob"}) { success } }')
    const made = await server.request(
      `mutation { createRunQueue(input: {entityName: "vision", projectName: "model-registry", queueName: "q", access: PROJECT}) { queueID } }`,
    )
    const register = async (apiKey: string, resumeLaunchAgentId: string | null): Promise<string> => {
      const runQueues = [made.data.createRunQueue.queueID]
      const place = { entityName: 'vision', projectName: 'model-registry' }
      const answer = await server.request(
        `mutation($input: CreateLaunchAgentInput!) { createLaunchAgent(input: $input) { launchAgentId } }`,
        { input: { ...place, runQueues, hostname: 'h', resumeLaunchAgentId } },
        { apiKey },
      )
      return answer.data.createLaunchAgent.launchAgentId
    }
    const id = await register(server.apiKey, null)
    expect(await register(bob, id)).not.toBe(id)
    expect(await register(server.apiKey, id)).toBe(id)
  })

  test('a member of the team cannot speak for the agent of a colleague, an administrator can', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { ann, bob, agentId, runQueueItemId } = await aTeamWithAnAgent(server)
    const speak = (apiKey: string) =>
      Promise.all(
        [
          'leaseRunQueueItems(input: {launchAgentId: $agent, limit: 1, waitSeconds: 0}) { items { runQueueItemId } }',
          'launchAgentHeartbeat(input: {launchAgentId: $agent, runQueueItemIds: [$item]}) { stopPolling }',
          'updateLaunchAgent(input: {launchAgentId: $agent, agentStatus: "POLLING"}) { success }',
          'ackRunQueueItem(input: {launchAgentId: $agent, runQueueItemId: $item, runName: "r"}) { success }',
          'appendRunQueueItemLog(input: {launchAgentId: $agent, runQueueItemId: $item, offset: 0, text: "x"}) { success }',
          'updateRunQueueItemWarning(input: {launchAgentId: $agent, runQueueItemId: $item, message: "m", stage: "s"}) { success }',
          'popFromRunQueue(input: {launchAgentId: $agent, entityName: "vision", projectName: "model-registry", queueName: "q", waitSeconds: 0}) { runQueueItemId }',
        ].map(async (call) => {
          const document = call
            .replaceAll('$agent', JSON.stringify(agentId))
            .replaceAll('$item', JSON.stringify(runQueueItemId))
          const answer = await server.request(`mutation { ${document} }`, {}, { apiKey })
          return answer.errors?.map(({ extensions }) => extensions?.['code']) ?? []
        }),
      )
    expect((await speak(bob)).flat()).toEqual(Array.from({ length: 7 }, () => 'not-allowed'))
    const finish = (apiKey: string) =>
      server.request(
        `mutation($input: FinishRunQueueItemInput!) { finishRunQueueItem(input: $input) { runQueueItem { state } } }`,
        { input: { runQueueItemId, launchAgentId: agentId, state: 'finished', exitCode: 0 } },
        { apiKey },
      )
    expect((await finish(bob)).errors?.[0]?.message).toContain('Cannot speak for launch agent')
    expect((await speak(server.apiKey)).flat()).toEqual([])
    expect((await finish(ann)).data.finishRunQueueItem.runQueueItem.state).toBe('finished')
  })

  test('a member of the team who looks at the agent of a colleague does not keep it alive', async () => {
    const clock = aClock()
    await using server = await startTestServer({ database: await databases.create(), clock })
    const { bob, agentId } = await aTeamWithAnAgent(server)
    clock.advance(61_000)
    const document = 'query LaunchAgent($id: ID!) { launchAgent(id: $id) { agentStatus } }'
    for (const _ of [1, 2]) {
      const { data } = await server.request(document, { id: agentId }, { apiKey: bob })
      expect(data.launchAgent.agentStatus).toBe('LOST')
    }
  })

  test('a claimed item that its agent does not name any more ends, but not by one heartbeat without it', async () => {
    const clock = aClock()
    await using server = await startTestServer({ database: await databases.create(), clock })
    const queue = await aQueue(server, 'gpu')
    const id = await anAgent(server, [queue.id])
    const itemId = await push(server, 'gpu')
    await lease(server, id, 1, 0)
    await ack(server, itemId, 'run1', id)
    const stateAfter = async (ms: number, named: readonly string[]) => {
      clock.advance(ms)
      await beat(server, id, named)
      return (await item(server, itemId)).state
    }
    expect(await stateAfter(100, [])).toBe('claimed')
    expect(await stateAfter(120_000, [])).toBe('claimed')
    expect(await stateAfter(1000, [itemId])).toBe('claimed')
    expect(await stateAfter(59_000, [])).toBe('claimed')
    expect(await stateAfter(2000, [])).toBe('claimed')
    expect(await stateAfter(29_000, [])).toBe('claimed')
    expect(await stateAfter(2000, [])).toBe('failed')
    expect(await item(server, itemId)).toMatchObject({
      stage: 'agent',
      reason: expect.stringContaining('does not know'),
    })
  })

  test('an item that its agent does not name stays while its run reports', async () => {
    const clock = aClock()
    await using server = await startTestServer({ database: await databases.create(), clock })
    const queue = await aQueue(server, 'gpu')
    const id = await anAgent(server, [queue.id])
    const itemId = await push(server, 'gpu')
    await lease(server, id, 1, 0)
    await ack(server, itemId, 'run1', id)
    await server.request(
      'mutation { upsertBucket(input: {entityName: "admin", modelName: "demo", name: "run1", state: "running"}) { bucket { id } } }',
    )
    for (let round = 0; round < 5; round++) {
      clock.advance(40_000)
      await beat(server, id, [])
    }
    expect((await item(server, itemId)).state).toBe('claimed')
  })

  test('an id of another entity cannot be taken over', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const id = await anAgent(server, [(await aQueue(server, 'gpu')).id])
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { name } } }')
    const made = await server.request(
      `mutation { createRunQueue(input: {entityName: "vision", projectName: "model-registry", queueName: "q", access: PROJECT}) { queueID } }`,
    )
    const answer = await server.request(
      `mutation($input: CreateLaunchAgentInput!) { createLaunchAgent(input: $input) { launchAgentId } }`,
      {
        input: {
          entityName: 'vision',
          projectName: 'model-registry',
          runQueues: [made.data.createRunQueue.queueID],
          hostname: 'h',
          resumeLaunchAgentId: id,
        },
      },
    )
    expect(answer.data.createLaunchAgent.launchAgentId).not.toBe(id)
  })
})

async function aTeamWithAnAgent(server: TestServer) {
  const [ann, bob] = [await server.addUser('ann'), await server.addUser('bob')]
  await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { name } } }')
  for (const name of ['ann', 'bob']) {
    await server.request(`mutation { addTeamMember(input: {entityName: "vision", username: "${name}"}) { success } }`)
  }
  const made = await server.request(
    `mutation { createRunQueue(input: {entityName: "vision", projectName: "model-registry", queueName: "q", access: PROJECT}) { queueID } }`,
  )
  const place = { entityName: 'vision', projectName: 'model-registry' }
  const registered = await server.request(
    `mutation($input: CreateLaunchAgentInput!) { createLaunchAgent(input: $input) { launchAgentId } }`,
    { input: { ...place, runQueues: [made.data.createRunQueue.queueID], hostname: 'h' } },
    { apiKey: ann },
  )
  const agentId: string = registered.data.createLaunchAgent.launchAgentId
  const spec = { entity: 'vision', project: 'demo', docker: { docker_image: 'image' } }
  const pushed = await server.request(
    `mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }`,
    { input: { ...place, queueName: 'q', runSpec: JSON.stringify(spec) } },
  )
  const runQueueItemId: string = pushed.data.pushToRunQueueByName.runQueueItemId
  const leased = await server.request(
    `mutation($id: ID!) { leaseRunQueueItems(input: {launchAgentId: $id, limit: 1, waitSeconds: 0}) { items { runQueueItemId } } }`,
    { id: agentId },
    { apiKey: ann },
  )
  expect(leased.data.leaseRunQueueItems.items).toEqual([{ runQueueItemId }])
  return { ann, bob, agentId, runQueueItemId }
}

async function lease(
  server: TestServer,
  launchAgentId: string,
  limit: number,
  waitSeconds: number,
): Promise<readonly { readonly runQueueItemId: string }[]> {
  const answer = await server.request(
    `mutation($input: LeaseRunQueueItemsInput!) { leaseRunQueueItems(input: $input) {
      items { runQueueItemId runSpec queueName queueEntityName leaseEndsAt } } }`,
    { input: { launchAgentId, limit, waitSeconds } },
  )
  return answer.data.leaseRunQueueItems.items
}

async function beat(server: TestServer, launchAgentId: string, runQueueItemIds: readonly string[], waitSeconds = 0) {
  const answer = await server.request(
    `mutation($input: LaunchAgentHeartbeatInput!) { launchAgentHeartbeat(input: $input) {
      stopPolling stopRunQueueItemIds lostRunQueueItemIds } }`,
    { input: { launchAgentId, runQueueItemIds, waitSeconds } },
  )
  return answer.data.launchAgentHeartbeat
}
