import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openDatabase } from '../database/open-database.ts'
import { aQueue, push } from './testing/run-queue-fixture.ts'

const CONFIG = { trainer: { learning_rate: 0.01, batch_size: 32, betas: [0.9, 0.99] }, model: 'small', tag: '1' }

async function aJob(server: TestServer, entityName = 'admin'): Promise<string> {
  const files = { 'train.py': '' }
  const place = { entityName, projectName: 'demo', name: 'train' }
  return createTestJob(server, { ...place, files, entryPoint: ['python', 'train.py'], config: CONFIG })
}

async function launch(server: TestServer, job: string, overrides: object): Promise<string> {
  return push(server, 'gpu', { job, docker: undefined, overrides })
}

async function earlier(
  server: TestServer,
  overrides: readonly object[],
  options: { readonly first?: number; readonly apiKey?: string; readonly entityName?: string } = {},
): Promise<readonly (readonly string[])[]> {
  const { data, errors } = await server.request(
    `query($entityName: String!, $overrides: [JSON!]!, $first: Int) { project(entityName: $entityName, name: "demo") { jobVersion(name: "train") {
      earlierLaunches(overrides: $overrides, first: $first) { items { id } } } } }`,
    { overrides, first: options.first, entityName: options.entityName ?? 'admin' },
    options.apiKey === undefined ? {} : { apiKey: options.apiKey },
  )
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  const found: readonly { readonly items: readonly { readonly id: string }[] }[] =
    data.project?.jobVersion?.earlierLaunches ?? []
  return found.map(({ items }) => items.map(({ id }) => id))
}

describeOnEachDatabase('earlier launches', (databases) => {
  test('many points are asked about at once, and each gets the items of the same inputs, newest first', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const job = await aJob(server)
    const plain = await launch(server, job, {})
    const first = await launch(server, job, { run_config: { trainer: { learning_rate: 1, batch_size: 8 } } })
    const again = await launch(server, job, { run_config: { trainer: { batch_size: 8, learning_rate: 1.0 } } })
    const file = await launch(server, job, { run_config: { model: 'small' }, args: ['--fast'] })
    const points = [
      { run_config: { trainer: { batch_size: 8, learning_rate: 1 } } },
      { run_config: { trainer: { learning_rate: 2 } } },
      { run_config: { model: 'small', trainer: { betas: [0.9, 0.99] } } },
      { args: ['--fast'] },
    ]
    expect(await earlier(server, points)).toEqual([[again, first], [], [plain], [file]])
    expect(await earlier(server, points, { first: 1 })).toEqual([[again], [], [plain], [file]])
  })

  test('a number and its text are alike only where the program gets the same', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const job = await aJob(server)
    const id = await launch(server, job, { run_config: { tag: '2', trainer: { batch_size: 64 } } })
    expect(
      await earlier(server, [
        { run_config: { tag: '2', trainer: { batch_size: 64 } } },
        { run_config: { tag: '2.0', trainer: { batch_size: 64 } } },
      ]),
    ).toEqual([[id], []])
  })

  test('another version of the job has no part in it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const job = await aJob(server)
    await launch(server, job, {})
    await createTestJob(server, {
      entityName: 'admin',
      projectName: 'demo',
      name: 'train',
      files: { 'train.py': 'changed' },
      entryPoint: ['python', 'train.py'],
      config: CONFIG,
    })
    expect(await earlier(server, [{}])).toEqual([[]])
  })

  test('items of private queues and of other entities stay unseen', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const [bob, mallory] = [await server.addUser('bob'), await server.addUser('mallory')]
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { name } } }')
    await server.request('mutation { addTeamMember(input: {entityName: "vision", username: "bob"}) { success } }')
    const job = await aJob(server, 'vision')
    const create = `mutation($name: String!, $access: RunQueueAccessType!) { createRunQueue(input: {
      entityName: "vision", projectName: "model-registry", queueName: $name, access: $access}) { success } }`
    await server.request(create, { name: 'mine', access: 'USER' })
    await server.request(create, { name: 'gpu', access: 'PROJECT' })
    const more = { entityName: 'vision' }
    const mine = await push(server, 'mine', { job, docker: undefined, entity: 'vision' }, more)
    const ours = await push(server, 'gpu', { job, docker: undefined, entity: 'vision' }, more)
    expect(await earlier(server, [{}], { entityName: 'vision' })).toEqual([[ours, mine]])
    expect(await earlier(server, [{}], { entityName: 'vision', apiKey: bob })).toEqual([[ours]])
    expect(await earlier(server, [{}], { entityName: 'vision', apiKey: mallory })).toEqual([])
  })

  test('a check tells the earlier items with the inputs that it was given', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const job = await aJob(server)
    const id = await launch(server, job, { run_config: { model: 'big' } })
    const check = async (model: string) => {
      const runSpec = JSON.stringify({ job, overrides: { run_config: { model } } })
      const { data } = await server.request(
        `mutation($input: PushToRunQueueByNameInput!) { checkLaunch(input: $input) { earlierLaunches { id author } } }`,
        { input: { entityName: 'admin', projectName: 'model-registry', queueName: 'gpu', runSpec } },
      )
      return data.checkLaunch.earlierLaunches
    }
    expect(await check('big')).toEqual([{ id, author: 'admin' }])
    expect(await check('huge')).toEqual([])
  })

  test('more points than the server compares at once, and overrides that are none, are refused', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aJob(server)
    await expect(
      earlier(
        server,
        Array.from({ length: 1001 }, () => ({})),
      ),
    ).rejects.toThrow('at most 1000')
    await expect(earlier(server, [{ run_config: 3 }])).rejects.toThrow('must be an object')
  })

  test('items from before there were digests are found as well', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'slipway-earlier-'))
    const location = await databases.create({ file: join(dataFolder, 'test.sqlite') })
    const old = await startTestServer({ database: location, config: { dataFolder } })
    await aQueue(old, 'gpu')
    const job = await aJob(old)
    const ids = [await launch(old, job, { run_config: { model: 'big' } }), await launch(old, job, {})]
    await old.stop()
    const database = await openDatabase(location, pino({ level: 'silent' }))
    await sql`update run_queue_item set inputs_digest = null`.execute(database.db)
    await database.close()
    const server = await startTestServer({ database: location, config: { dataFolder } })
    const found = await earlier(server, [{ run_config: { model: 'big' } }, {}], { apiKey: old.apiKey })
    await server.stop()
    await rm(dataFolder, { recursive: true })
    expect(found).toEqual([[ids[0]], [ids[1]]])
  })
})
