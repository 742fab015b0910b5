import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { aClock, anAgent, aQueue, pop, push } from '../run-queue/testing/run-queue-fixture.ts'
import { aRun, historyLine, must, RUN, stream } from './testing/run-fixture.ts'
import { watch } from './testing/watcher.ts'

const WATCH_RUN = { kind: 'RUN', ...RUN } as const

describeOnEachDatabase('a subscription', (databases) => {
  test('tells of the job versions of an entity and of a project', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aRun(server)
    await using watcher = await watch(server, [
      { kind: 'JOBS', entityName: 'admin' },
      { kind: 'JOBS', entityName: 'admin', projectName: 'demo' },
    ])
    const job = { entityName: 'admin', name: 'train', files: { 'train.py': '' }, entryPoint: ['python', 'train.py'] }
    await createTestJob(server, { ...job, projectName: 'demo', config: { a: 1 } })
    await watcher.untilTold('config', { projectName: 'demo' })
    await watcher.untilTold('config', { projectName: null })
    const { project } = await must(
      server,
      '{ project(entityName: "admin", name: "demo") { artifact(name: "train:latest") { id artifactSequence { id } } } }',
    )
    await must(
      server,
      `mutation { deleteArtifact(input: {artifactID: "${project.artifact.id}", deleteAliases: true}) { artifact { id } } }`,
    )
    expect((await watcher.untilTold('deleted', { projectName: 'demo' })).kind).toBe('JOBS')
  })

  test('tells when an agent is lost, and when it is there again', async () => {
    const clock = aClock()
    await using server = await startTestServer({
      database: await databases.create(),
      clock,
      config: { leaseSeconds: 2 },
    })
    const queue = await aQueue(server, 'gpu')
    const agent = await anAgent(server, [queue.id])
    await using watcher = await watch(server, [
      { kind: 'LAUNCH_AGENTS', entityName: 'admin' },
      { kind: 'RUN_QUEUE', entityName: 'admin', name: 'gpu' },
    ])
    const status = async () =>
      (await must(server, '{ entity(name: "admin") { launchAgents { edges { node { agentStatus } } } } }')).entity
        .launchAgents.edges[0].node.agentStatus
    clock.advance(3000)
    await watcher.untilTold('state', { kind: 'LAUNCH_AGENTS' })
    await watcher.untilTold('agents', { kind: 'RUN_QUEUE' })
    expect(await status()).toBe('LOST')
    watcher.forget()
    await pop(server, 'gpu', agent)
    await watcher.untilTold('state', { kind: 'LAUNCH_AGENTS' })
    expect(await status()).toBe('POLLING')
  })

  if (databases.engine !== 'postgres') return

  async function withTwoServers(
    work: (first: TestServer, second: TestServer, connectionString: string) => Promise<void>,
  ): Promise<void> {
    const database = await databases.create()
    if (database.kind !== 'postgres') return
    await using first = await startTestServer({ database })
    await using second = await startTestServer({ database })
    await work(first, { ...second, apiKey: first.apiKey }, database.connectionString)
  }

  test('tells at one server of what changes at another', async () => {
    await withTwoServers(async (first, second) => {
      await aRun(first)
      await aQueue(first, 'gpu')
      const id = await push(first, 'gpu')
      await using watcher = await watch(second, [
        WATCH_RUN,
        { kind: 'RUNS', entityName: 'admin' },
        { kind: 'RUN_QUEUES', entityName: 'admin' },
        { kind: 'RUN_QUEUE_ITEM', id },
      ])
      await stream(first, historyLine(0))
      await watcher.untilTold('history', { kind: 'RUN' })
      await stream(first, { complete: true, exitcode: 0 })
      await watcher.untilTold('state', { kind: 'RUN' })
      await watcher.untilTold('state', { kind: 'RUNS' })
      await aQueue(first, 'cpu')
      await watcher.untilTold('created', { kind: 'RUN_QUEUES' })
      await must(first, `mutation { cancelRunQueueItem(input: {runQueueItemId: "${id}"}) { clientMutationId } }`)
      expect((await watcher.untilTold('state', { kind: 'RUN_QUEUE_ITEM' })).id).toBe(id)
    })
  })

  test('is followed by answers that show the change, whichever server gives them', async () => {
    await withTwoServers(async (first, second) => {
      const queue = await aQueue(first, 'gpu')
      const ask = async () => {
        const answer = await second.request(
          '{ project(entityName: "admin", name: "model-registry") { runQueue(name: "gpu") { isPaused } } }',
          {},
          { apiKey: first.apiKey },
        )
        return answer.data.project.runQueue.isPaused
      }
      await using watcher = await watch(second, [{ kind: 'RUN_QUEUE', entityName: 'admin', name: 'gpu' }])
      for (const isPaused of [true, false, true, false]) {
        watcher.forget()
        expect(await ask()).toBe(!isPaused)
        const name = isPaused ? 'pauseRunQueue' : 'resumeRunQueue'
        await must(first, `mutation { ${name}(input: {queueID: "${queue.id}"}) { clientMutationId } }`)
        await watcher.untilTold('state')
        expect(await ask()).toBe(isPaused)
      }
    })
  })

  test('ends at all servers with access', async () => {
    await withTwoServers(async (first, second) => {
      const apiKey = await first.addUser('mallory')
      await must(first, 'mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
      await must(first, 'mutation { addTeamMember(input: {entityName: "vision", username: "mallory"}) { success } }')
      await using watcher = await watch(second, [{ kind: 'PROJECTS', entityName: 'vision' }], { apiKey })
      await must(first, 'mutation { removeTeamMember(input: {entityName: "vision", username: "mallory"}) { success } }')
      expect((await watcher.untilTold('gone')).entityName).toBe('vision')
    })
  })

  test('says that everything is to be read anew after servers could not speak to each other', async () => {
    await withTwoServers(async (first, second, connectionString) => {
      await aRun(first)
      await using mine = await watch(first, [WATCH_RUN])
      await using other = await watch(second, [WATCH_RUN])
      for (const watcher of [mine, other]) watcher.forget()
      const admin = new Client({ connectionString })
      await admin.connect()
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'slipway relay'`)
      await admin.end()
      await mine.untilTold('ready')
      await other.untilTold('ready')
      other.forget()
      // And from then on everything is told again.
      await stream(first, historyLine(0))
      expect((await other.untilTold('history')).name).toBe(RUN.name)
    })
  })
})
