import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, onTestFinished, test, vi } from 'vitest'
import { aClock } from '../run-queue/testing/run-queue-fixture.ts'
import { aRun, must, stream } from './testing/run-fixture.ts'
import { countOpen, watch } from './testing/watcher.ts'

const SUMMARY = { files: { 'wandb-summary.json': { offset: 0, content: ['{"loss": 1}'] } } }
const TEAM_RUN = { kind: 'RUN', entityName: 'vision', projectName: 'demo', name: 'run-1' } as const

/** A team with a run, whose member "mallory" is; answers with the key of that member. */
async function aTeam(server: TestServer): Promise<string> {
  const apiKey = await server.addUser('mallory')
  await must(server, 'mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
  await must(server, 'mutation { addTeamMember(input: {entityName: "vision", username: "mallory"}) { success } }')
  await aRun(server, { entityName: 'vision' })
  return apiKey
}

const leave = (server: TestServer) =>
  must(server, 'mutation { removeTeamMember(input: {entityName: "vision", username: "mallory"}) { success } }')

describeOnEachDatabase('a subscription', (databases) => {
  test('goes on without the things of a team for a member who was removed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const apiKey = await aTeam(server)
    const own = { kind: 'PROJECTS', entityName: 'mallory' } as const
    await using watcher = await watch(server, [TEAM_RUN, { kind: 'RUNS', entityName: 'vision' }, own], { apiKey })
    await stream(server, SUMMARY, 'run-1', 'vision')
    await watcher.untilTold('summary', { kind: 'RUN' })
    await watcher.untilTold('summary', { kind: 'RUNS' })
    watcher.forget()
    await leave(server)
    await stream(server, SUMMARY, 'run-1', 'vision')
    await watcher.untilTold('gone', { kind: 'RUN' })
    await watcher.untilTold('gone', { kind: 'RUNS' })
    await stream(server, SUMMARY, 'run-1', 'vision')
    const project = 'mutation { upsertModel(input: {name: "p", entityName: "mallory"}) { model { id } } }'
    await server.request(project, {}, { apiKey })
    await watcher.untilTold('created', own)
    expect(watcher.messages.map(({ kind, aspects }) => `${kind} ${aspects.join(' ')}`).toSorted()).toEqual([
      'PROJECTS created',
      'RUN gone',
      'RUNS gone',
    ])
  })

  test('ends with the API key that it was opened by, and says so', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aRun(server)
    const made = await must(server, 'mutation { generateApiKey(input: {description: "tab"}) { apiKey { id name } } }')
    const { id, name } = made.generateApiKey.apiKey
    await using watcher = await watch(server, [{ kind: 'RUNS', entityName: 'admin' }], { apiKey: name })
    await using other = await watch(server, [{ kind: 'RUNS', entityName: 'admin' }])
    await must(server, `mutation { deleteApiKey(input: {id: "${id}"}) { success } }`)
    expect(await watcher.untilEnd()).toBe('complete')
    expect(watcher.errors).toEqual([expect.stringMatching(/^Cannot .* key/)])
    await stream(server, SUMMARY)
    await other.untilTold('summary')
    expect(watcher.messages.flatMap(({ aspects }) => aspects)).toEqual(['ready'])
    await expect.poll(() => countOpen(server)).toEqual({ subscriptions: 1, watches: 1 })
  })

  test('tells nobody of a private queue but the one who made it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const apiKey = await aTeam(server)
    const queues = { kind: 'RUN_QUEUES', entityName: 'vision' } as const
    await using mine = await watch(server, [queues])
    await using theirs = await watch(server, [queues, { kind: 'PROJECTS', entityName: 'vision' }], { apiKey })
    const create = (access: string, queueName: string) =>
      must(
        server,
        `mutation($access: RunQueueAccessType!, $queueName: String!) { createRunQueue(input: {entityName: "vision",
          projectName: "demo", queueName: $queueName, access: $access}) { queueID } }`,
        { access, queueName },
      )
    const { queueID } = (await create('USER', 'private')).createRunQueue
    await mine.untilTold('created')
    await must(server, `mutation { pauseRunQueue(input: {queueID: "${queueID}"}) { clientMutationId } }`)
    await mine.untilTold('state')
    await must(server, `mutation { deleteRunQueues(input: {queueIDs: ["${queueID}"]}) { success } }`)
    await mine.untilTold('deleted')
    expect(theirs.messages.filter(({ kind, aspects }) => kind === 'RUN_QUEUES' && !aspects.includes('ready'))).toEqual(
      [],
    )
    await create('PROJECT', 'shared')
    await theirs.untilTold('created', queues)
    const named = { kind: 'RUN_QUEUE', entityName: 'vision', name: 'private' } as const
    await create('USER', 'private')
    await using refused = await watch(server, [named], { apiKey })
    expect([refused.status, refused.refusal]).toEqual([404, expect.stringContaining('Cannot find run queue "private"')])
  })
})

test('who asks is checked again from time to time, for an end of access that nobody tells of', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-live-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  const file = join(folder, 'test.sqlite')
  const clock = aClock()
  await using server = await startTestServer({ database: { kind: 'sqlite', file }, clock })
  const apiKey = await aTeam(server)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  await using watcher = await watch(server, [TEAM_RUN, { kind: 'PROJECTS', entityName: 'mallory' }], { apiKey })
  const change = (sql: string): void => {
    using database = new DatabaseSync(file)
    database.exec(sql)
  }
  /** As long as an answer about a key is trusted, and until the next check. */
  const passTime = async (): Promise<void> => {
    clock.advance(10_000)
    await vi.advanceTimersByTimeAsync(30_000)
  }
  change(`delete from team_member where user_id = (select id from app_user where username = 'mallory')`)
  await passTime()
  await watcher.untilTold('gone', TEAM_RUN)
  change(`delete from api_key where user_id = (select id from app_user where username = 'mallory')`)
  await passTime()
  expect(await watcher.untilEnd()).toBe('complete')
  expect(watcher.errors).toEqual([expect.stringMatching(/^Cannot .* key/)])
})

test('without a key there is no subscription', async () => {
  await using server = await startTestServer()
  await using watcher = await watch(server, [{ kind: 'PROJECTS' }], {
    apiKey: 'local-0000000000000000000000000000000000000000',
  })
  expect([watcher.status, watcher.refusal]).toEqual([401, expect.stringContaining('API key')])
})
