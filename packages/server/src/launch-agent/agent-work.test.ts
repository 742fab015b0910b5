import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, aClock, anAgent, aQueue, item, push, until } from '../run-queue/testing/run-queue-fixture.ts'
import { beat, lease } from './testing/launch-agent-fixture.ts'

describeOnEachDatabase('launch agents', (databases) => {
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
})
