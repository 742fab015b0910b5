import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, aClock, aQueue, pop, push } from '../run-queue/testing/run-queue-fixture.ts'

const WAITING = `reason message position higherPriorityCount pendingCount expectedStartSeconds recentRunSeconds
  heldBy { hostname } agents { maxJobs freeRoom heldCount runQueueItemIds launchAgent { hostname } }`

async function anAgentWith(server: TestServer, queueIds: readonly string[], config: string | null, hostname = 'host') {
  const { data } = await server.request(
    `mutation($input: CreateLaunchAgentInput!) { createLaunchAgent(input: $input) { launchAgentId } }`,
    {
      input: {
        entityName: 'admin',
        projectName: 'model-registry',
        runQueues: queueIds,
        hostname,
        agentConfig: config,
      },
    },
  )
  return data.createLaunchAgent.launchAgentId as string
}

async function waiting(server: TestServer, id: string) {
  const { data } = await server.request(`query($id: ID!) { runQueueItem(id: $id) { reason waiting { ${WAITING} } } }`, {
    id,
  })
  return data.runQueueItem
}

async function ofLaunch(server: TestServer, priority?: number) {
  const { data } = await server.request(
    `query($priority: Int) { project(name: "model-registry") { runQueue(name: "gpu") { waiting(priority: $priority) { ${WAITING} } } } }`,
    { priority },
  )
  return data.project.runQueue.waiting
}

async function change(server: TestServer, mutation: string): Promise<void> {
  const { errors } = await server.request(`mutation { ${mutation} }`)
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
}

async function finish(server: TestServer, runQueueItemId: string, launchAgentId: string): Promise<void> {
  await server.request(
    'mutation($input: FinishRunQueueItemInput!) { finishRunQueueItem(input: $input) { runQueueItem { id } } }',
    { input: { runQueueItemId, launchAgentId, state: 'finished', exitCode: 0 } },
  )
}

describeOnEachDatabase('why items wait', (databases) => {
  test('nobody listens, the agent is lost, the queue is paused, the agent ends: each is said, and what to do', async () => {
    const clock = aClock()
    await using server = await startTestServer({ database: await databases.create(), clock })
    const queue = await aQueue(server, 'gpu')
    const id = await push(server, 'gpu')
    const alone = await waiting(server, id)
    expect(alone.waiting).toMatchObject({ reason: 'no-agent', position: 1, pendingCount: 1, agents: [], heldBy: null })
    expect(alone.reason).toBe('No agent listens to run queue "gpu". Start one with "slipway agent start --queue gpu".')
    const agent = await anAgentWith(server, [queue.id], '{"max_jobs": 2}')
    expect((await waiting(server, id)).waiting).toMatchObject({
      reason: 'next',
      agents: [{ maxJobs: 2, freeRoom: 2, heldCount: 0, launchAgent: { hostname: 'host' } }],
    })
    await change(server, `pauseRunQueue(input: {queueID: "${queue.id}"}) { runQueue { id } }`)
    expect((await waiting(server, id)).waiting).toMatchObject({ reason: 'paused' })
    await change(server, `resumeRunQueue(input: {queueID: "${queue.id}"}) { runQueue { id } }`)
    await change(server, `drainLaunchAgent(input: {launchAgentId: "${agent}"}) { success }`)
    expect((await waiting(server, id)).waiting).toMatchObject({ reason: 'agents-ending', agents: [{ freeRoom: 0 }] })
    clock.advance(10 * 60_000)
    expect((await waiting(server, id)).reason).toContain('The last one, on "host", was heard of 10 minutes ago.')
  })

  test('full agents, the items ahead and their priorities are counted, also for a launch to come', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu', { priorities: true })
    const other = await aQueue(server, 'other')
    const agent = await anAgentWith(server, [queue.id, other.id], '{"max_jobs": 1}')
    await push(server, 'other')
    const running = (await pop(server, 'other', agent))?.runQueueItemId ?? ''
    await ack(server, running, 'run1', agent)
    const low = await push(server, 'gpu', {}, { priority: 3 })
    const high = await push(server, 'gpu', {}, { priority: 0 })
    const medium = await push(server, 'gpu')
    expect((await waiting(server, low)).waiting).toMatchObject({
      reason: 'agents-full',
      position: 3,
      higherPriorityCount: 2,
      pendingCount: 3,
      message:
        'The only agent of run queue "gpu" is full, with 1 program running. It is number 3 of 3 that wait: 2 are ahead, 2 of them with a higher priority.',
      agents: [{ maxJobs: 1, freeRoom: 0, heldCount: 1, runQueueItemIds: [running] }],
    })
    expect((await waiting(server, high)).waiting).toMatchObject({ position: 1, higherPriorityCount: 0 })
    expect(await ofLaunch(server)).toMatchObject({ reason: 'agents-full', position: 3, higherPriorityCount: 1 })
    expect(await ofLaunch(server, 0)).toMatchObject({ position: 2, higherPriorityCount: 0 })
    await anAgentWith(server, [queue.id], '{"max_jobs": 1}', 'second')
    expect((await waiting(server, medium)).waiting).toMatchObject({ reason: 'behind', position: 2 })
    expect((await waiting(server, medium)).reason).toContain('have room for 1 more program, and 1 item is ahead.')
    expect((await waiting(server, high)).waiting).toMatchObject({ reason: 'next', position: 1 })
  })

  test('a leased item names its holder; one that runs or has ended waits for nothing', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const agent = await anAgentWith(server, [queue.id], null)
    const id = await push(server, 'gpu')
    await pop(server, 'gpu', agent)
    expect((await waiting(server, id)).waiting).toMatchObject({
      reason: 'held',
      position: null,
      heldBy: { hostname: 'host' },
      message: expect.stringMatching(/^Agent ".+" on "host" holds it/u),
    })
    await ack(server, id, 'run1', agent)
    expect(await waiting(server, id)).toEqual({ reason: null, waiting: null })
    await finish(server, id, agent)
    expect(await waiting(server, id)).toEqual({ reason: null, waiting: null })
  })

  test('when an item may start is told by how long the recent ones ran', async () => {
    const clock = aClock()
    await using server = await startTestServer({ database: await databases.create(), clock })
    const queue = await aQueue(server, 'gpu')
    const agent = await anAgentWith(server, [queue.id], '{"max_jobs": 1}')
    for (const minutes of [4, 5, 30]) {
      const id = await push(server, 'gpu')
      await pop(server, 'gpu', agent)
      await ack(server, id, `run${minutes}`, agent)
      clock.advance(minutes * 60_000)
      await finish(server, id, agent)
    }
    const [running, second, third] = [await push(server, 'gpu'), await push(server, 'gpu'), await push(server, 'gpu')]
    await pop(server, 'gpu', agent)
    await ack(server, running, 'last', agent)
    const [of2, of3] = [(await waiting(server, second)).waiting, (await waiting(server, third)).waiting]
    expect(of2.recentRunSeconds).toBeCloseTo(300, -1)
    expect(of2.expectedStartSeconds).toBeCloseTo(300, -2)
    expect(of3.expectedStartSeconds).toBeCloseTo(600, -2)
    expect(of3.message).toContain('it may start in about 10 minutes.')
  })

  test('an agent that says nonsense of itself counts as one that runs one program', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    for (const config of ['{"max_jobs": "many"}', '[]', '{"max_jobs": -1}'])
      await anAgentWith(server, [queue.id], config)
    const { agents } = await ofLaunch(server)
    expect(agents.map(({ maxJobs }: { maxJobs: number | null }) => maxJobs)).toEqual([1, 1, null])
  })

  test('a list of items gives each its place', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    for (let index = 0; index < 5; index++) await push(server, 'gpu')
    const { data } = await server.request(
      '{ entity(name: "admin") { runQueueItems { edges { node { reason waiting { position } } } } } }',
    )
    const nodes: readonly { readonly node: { reason: string; waiting: { position: number } } }[] =
      data.entity.runQueueItems.edges
    expect(nodes.map(({ node }) => node.waiting.position)).toEqual([5, 4, 3, 2, 1])
    for (const { node } of nodes) expect(node.reason).toContain('No agent listens')
  })
})
