import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, aQueue, item, pop } from '../run-queue/testing/run-queue-fixture.ts'
import { aSweep, setSweepState, stream, waitForSweep } from './testing/sweep-fixture.ts'
import { JOB_GRID, aSweptJob, launchOf, runNext, startRun } from './testing/sweep-launch-fixture.ts'

describeOnEachDatabase('sweeps that the server launches', (databases) => {
  test('a paused sweep queues nothing more, and a cancelled one takes back what waits', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aSweptJob(server)
    await aQueue(server, 'gpu')
    const { id, name } = await aSweep(server, JOB_GRID, { launch: launchOf(job, { max_items: 1 }) })
    await waitForSweep(server, name, ({ points }) => points.edges[0]?.node.runQueueItem !== undefined)
    await setSweepState(server, id, 'PAUSED')
    await runNext(server, 'one')
    const paused = await waitForSweep(
      server,
      name,
      ({ points }) => points.edges[0].node.runQueueItem.state === 'finished',
    )
    expect([paused.state, paused.points.edges.length]).toEqual(['PAUSED', 1])
    await setSweepState(server, id, 'RUNNING')
    await waitForSweep(server, name, ({ points }) => points.edges[1]?.node.runQueueItem?.state === 'pending')
    await setSweepState(server, id, 'CANCELED')
    const ended = await waitForSweep(
      server,
      name,
      ({ points }) => points.edges[1].node.runQueueItem.state === 'cancelled',
    )
    expect(ended).toMatchObject({ state: 'CANCELED', reason: '"admin" cancelled it. Its runs were stopped.' })
    expect(await pop(server, 'gpu', null)).toBeNull()
  })

  test('a program that always fails ends the sweep with the reason', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aSweptJob(server)
    await aQueue(server, 'gpu')
    const config = { method: 'random', run_cap: 50, parameters: { 'trainer.lr': { min: 0.1, max: 0.2 } } }
    const { name } = await aSweep(server, config, { launch: launchOf(job, { max_items: 1 }) })
    for (let index = 0; index < 5; index++) await runNext(server, `bad-${index}`, { exitCode: 1 })
    const ended = await waitForSweep(server, name, ({ state }) => state !== 'RUNNING')
    expect(ended).toMatchObject({ state: 'FAILED', reason: expect.stringContaining('Its first 5 points all failed.') })
    expect(ended.points.edges).toHaveLength(5)
  })

  test('a queue that is deleted fails the sweep with the reason', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aSweptJob(server)
    const queue = await aQueue(server, 'gpu')
    const { name } = await aSweep(server, JOB_GRID, { launch: launchOf(job, { max_items: 1 }) })
    await waitForSweep(server, name, ({ points }) => points.edges[0]?.node.runQueueItem?.state === 'pending')
    await server.request('mutation($id: ID!) { deleteRunQueues(input: {queueIDs: [$id]}) { success } }', {
      id: queue.id,
    })
    const ended = await waitForSweep(server, name, ({ state }) => state === 'FAILED')
    expect(ended.reason).toContain('Cannot find run queue "gpu"')
  })

  test('early stopping stops the items of bad runs', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aSweptJob(server)
    await aQueue(server, 'gpu')
    const config = {
      ...JOB_GRID,
      metric: { name: 'loss' },
      early_terminate: { type: 'hyperband', min_iter: 2, eta: 3 },
    }
    const { name } = await aSweep(server, config, { launch: launchOf(job) })
    const items: string[] = []
    for (const [index, run] of ['one', 'two', 'three'].entries()) {
      const leased = await pop(server, 'gpu', null, { waitSeconds: 15 })
      items.push(leased?.runQueueItemId ?? '')
      await ack(server, leased?.runQueueItemId ?? '', run)
      await startRun(server, run, leased?.runSpec)
      await stream(server, run, { lines: [{ loss: 5 }, { loss: index }] })
    }
    // The best third, and who is as good as its last, go on.
    await waitForSweep(server, name, () => true)
    const stopped = async (): Promise<readonly boolean[]> =>
      Promise.all(items.map(async (id) => (await item(server, id)).stopRequestedAt !== null))
    await expect.poll(stopped).toEqual([false, false, true])
    expect(await stream(server, 'three', { exitCode: 255 })).toMatchObject({ stopped: true })
    for (const run of ['one', 'two']) await stream(server, run, { exitCode: 0 })
    const ended = await waitForSweep(server, name, ({ state }) => state === 'FINISHED')
    expect(ended.points.edges[2].node).toMatchObject({ run: { state: 'killed' }, runQueueItem: { state: 'stopped' } })
  })
})
