import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { anAgent, aQueue, ack, pop, push } from './testing/run-queue-fixture.ts'

describeOnEachDatabase('run queues', (databases) => {
  test('a pushed item is popped once, claimed once, and finished by its agent', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const agentId = await anAgent(server, [queue.id])
    const itemId = await push(server, 'gpu')
    const popped = await pop(server, 'gpu', agentId)
    expect(popped?.runQueueItemId).toBe(itemId)
    expect(popped?.runSpec).toMatchObject({ entity: 'admin', docker: { docker_image: 'image' } })
    expect(await pop(server, 'gpu', agentId)).toBeNull()
    expect(await ack(server, itemId, 'run1', agentId)).toBe(true)
    expect(await ack(server, itemId, 'run2', agentId)).toBe(false)
    const finished = await server.request(
      `mutation($input: FinishRunQueueItemInput!) { finishRunQueueItem(input: $input) { runQueueItem { state exitCode associatedRunId } } }`,
      { input: { runQueueItemId: itemId, launchAgentId: agentId, state: 'finished', exitCode: 0 } },
    )
    expect(finished.data.finishRunQueueItem.runQueueItem).toEqual({
      state: 'finished',
      exitCode: 0,
      associatedRunId: 'run1',
    })
  })
})
