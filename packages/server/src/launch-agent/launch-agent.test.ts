import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, aClock, anAgent, aQueue, pop, push } from '../run-queue/testing/run-queue-fixture.ts'
import { beat, lease } from './testing/launch-agent-fixture.ts'

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
})
