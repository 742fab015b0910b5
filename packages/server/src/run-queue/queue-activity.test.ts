import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, aClock, anAgent, aQueue, pop, push } from './testing/run-queue-fixture.ts'

const SPANS =
  'start pushed claimed finished failed stopped cancelled queuedSeconds queuedSecondsHigh runSeconds runSecondsHigh'
const HOUR = 3_600_000

async function activity(server: TestServer, arguments_ = '(hours: 3, spans: 3)') {
  const { data, errors } = await server.request(
    `{ entity(name: "admin") { runQueue(name: "q") { activity${arguments_} { isComplete spanSeconds spans { ${SPANS} } } } } }`,
  )
  return errors?.[0]?.message ?? data.entity.runQueue.activity
}

async function finish(server: TestServer, runQueueItemId: string, launchAgentId: string, state: string) {
  await server.request(
    'mutation($input: FinishRunQueueItemInput!) { finishRunQueueItem(input: $input) { runQueueItem { id } } }',
    { input: { runQueueItemId, launchAgentId, state, exitCode: 0 } },
  )
}

describeOnEachDatabase('the activity of a queue', (databases) => {
  test('says for each span of time what was pushed, claimed and ended, and how long that took', async () => {
    const clock = aClock()
    // To the middle of an hour, so that the steps below stay in the spans that they are meant for.
    clock.advance(HOUR - (clock.now() % HOUR) + HOUR / 2)
    await using server = await startTestServer({ database: await databases.create(), clock })
    const queue = await aQueue(server, 'q')
    const ids = [await push(server, 'q'), await push(server, 'q'), await push(server, 'q'), await push(server, 'q')]
    await server.request(
      `mutation { cancelRunQueueItem(input: {runQueueItemId: "${ids[3]}"}) { runQueueItem { id } } }`,
    )
    clock.advance(HOUR)
    const agent = await anAgent(server, [queue.id])
    for (const id of ids.slice(0, 3)) {
      await pop(server, 'q', agent)
      await ack(server, id, `run-${id}`, agent)
    }
    clock.advance(60_000)
    await finish(server, ids[0] ?? '', agent, 'finished')
    clock.advance(60_000)
    await finish(server, ids[1] ?? '', agent, 'finished')
    await finish(server, ids[2] ?? '', agent, 'failed')
    const { isComplete, spanSeconds, spans } = await activity(server)
    expect({ isComplete, spanSeconds }).toEqual({ isComplete: true, spanSeconds: 3600 })
    expect(spans).toHaveLength(3)
    expect(spans[1]).toMatchObject({ pushed: 4, claimed: 0, cancelled: 1, finished: 0, queuedSeconds: null })
    expect(spans[2]).toMatchObject({ pushed: 0, claimed: 3, finished: 2, failed: 1, cancelled: 0 })
    expect(spans[2].queuedSeconds).toBeCloseTo(3600, -2)
    expect(spans[2].runSeconds).toBeCloseTo(60, -1)
    expect(spans[2].runSecondsHigh).toBeCloseTo(120, -1)
    expect(new Date(spans[2].start).getTime() - new Date(spans[1].start).getTime()).toBe(HOUR)
  })

  test('is empty for a queue without items, and refused for more spans than there may be', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'q')
    const { spans } = await activity(server, '')
    expect(spans).toHaveLength(48)
    expect(spans[47]).toMatchObject({ pushed: 0, claimed: 0, runSeconds: null })
    expect(await activity(server, '(spans: 1000)')).toContain('ask for at most 2160 hours in 1 to 200 spans')
    expect(await activity(server, '(hours: -1)')).toContain('ask for at most 2160 hours')
  })
})
