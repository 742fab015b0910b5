import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { sql } from 'kysely'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { openDatabase, type DatabaseLocation } from '../database/open-database.ts'
import { ack, anAgent, aQueue, item, pop, push, tryPush } from '../run-queue/testing/run-queue-fixture.ts'

const VALUE = 'hunter2-correct-horse'

interface Options {
  readonly apiKey?: string
}

function trySet(server: TestServer, name: string, value: unknown = VALUE, options: Options & { entity?: string } = {}) {
  const { entity = 'admin', ...request } = options
  const document = 'mutation($input: SetSecretInput!) { setSecret(input: $input) { isNew secret { name variable } } }'
  return server.request(document, { input: { entityName: entity, name, value } }, request)
}

async function set(server: TestServer, name: string, value = VALUE, entity = 'admin'): Promise<void> {
  const answer = await trySet(server, name, value, { entity })
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
}

async function list(server: TestServer, entity = 'admin', options: Options = {}) {
  const document = `query($name: String!) { entity(name: $name) { secrets { name entityName variable createdBy updatedBy
    createdAt updatedAt lastUsedAt lastUsedItemId isReadable runQueues { name } } } }`
  return (await server.request(document, { name: entity }, options)).data?.entity?.secrets ?? null
}

function remove(server: TestServer, name: string, options: Options = {}) {
  const document = 'mutation($name: String!) { deleteSecret(input: {entityName: "admin", name: $name}) { success } }'
  return server.request(document, { name }, options)
}

function read(
  server: TestServer,
  launchAgentId: string,
  runQueueItemId: string,
  names: readonly string[],
  options: Options = {},
) {
  const document =
    'mutation($input: ReadItemSecretsInput!) { readItemSecrets(input: $input) { secrets { name value } } }'
  return server.request(document, { input: { launchAgentId, runQueueItemId, names } }, options)
}

function aJob(server: TestServer, config: Record<string, unknown>): Promise<string> {
  return createTestJob(server, {
    entityName: 'admin',
    projectName: 'demo',
    name: 'train',
    files: { 'train.py': 'print(1)\n' },
    entryPoint: ['python', 'train.py'],
    config,
  })
}

const codeOf = (answer: Awaited<ReturnType<TestServer['request']>>) => answer.errors?.[0]?.extensions?.['code']
const problemsOf = (answer: Awaited<ReturnType<TestServer['request']>>) =>
  answer.errors?.[0]?.extensions?.['problems'] as readonly { readonly path: string; readonly message: string }[]

describeOnEachDatabase('secrets', (databases) => {
  test('are set, replaced, listed without values and deleted', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu', { config: { env: { TOKEN: 'secret://hf-token' } } })
    expect((await trySet(server, 'hf-token')).data.setSecret).toEqual({
      isNew: true,
      secret: { name: 'hf-token', variable: 'HF_TOKEN' },
    })
    expect((await trySet(server, 'hf-token', 'another value')).data.setSecret.isNew).toBe(false)
    await set(server, 'other')
    const secrets = await list(server)
    expect(secrets).toMatchObject([
      { name: 'hf-token', variable: 'HF_TOKEN', createdBy: 'admin', lastUsedAt: null, runQueues: [{ name: 'gpu' }] },
      { name: 'other', entityName: 'admin', updatedBy: 'admin', isReadable: true, runQueues: [] },
    ])
    expect((await remove(server, 'hf-token')).data.deleteSecret.success).toBe(true)
    expect(await list(server)).toMatchObject([{ name: 'other' }])
    const gone = await remove(server, 'othr')
    expect([codeOf(gone), gone.errors?.[0]?.message]).toEqual([
      'not-found',
      expect.stringContaining('Did you mean "other"?'),
    ])
  })

  test('two secrets never stand in one variable, also when they are set at once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await set(server, 'hf-token')
    const taken = await trySet(server, 'HF_TOKEN')
    expect([codeOf(taken), taken.errors?.[0]?.message]).toEqual([
      'conflict',
      expect.stringContaining('in the variable HF_TOKEN, as the secret "hf-token"'),
    ])
    const answers = await Promise.all(['a.b', 'a-b', 'A_B', 'a_b', 'a.b', 'a-b'].map((name) => trySet(server, name)))
    expect(answers.filter((answer) => codeOf(answer) === undefined).length).toBeLessThanOrEqual(2)
    expect(await list(server)).toHaveLength(2)
  })

  test.each([
    ['a b', VALUE, 'invalid-input'],
    ['', VALUE, 'invalid-input'],
    ['path', VALUE, 'invalid-input'],
    ['short', 'hunter2', 'invalid-input'],
    ['nul', 'hunter2\0hunter2', 'invalid-input'],
    ['lone', 'hunter2 \ud800 hunter2', 'invalid-input'],
    ['long', 'hunter2-'.repeat(5000), 'too-large'],
    ['number', 12_345_678, 'invalid-input'],
    ['object', { hunter2: 'hunter2' }, 'invalid-input'],
  ])('the name %j with an unfit name or value is refused, and the value is not repeated', async (name, value, code) => {
    await using server = await startTestServer({ database: await databases.create() })
    const answer = await trySet(server, name, value)
    expect(codeOf(answer)).toBe(code)
    expect(JSON.stringify(answer)).not.toMatch(/hunter2|12345678/)
    expect(answer.status).toBeLessThan(500)
    expect(await list(server)).toEqual([])
  })

  test('a mistake elsewhere in the request does not repeat the value either', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const document = 'mutation($input: SetSecretInput!) { setSecret(input: $input) { isNew } }'
    for (const input of [
      { entityName: 'admin', name: 'x', value: VALUE, colour: 1 },
      { entityName: 'admin', value: VALUE },
      { entityName: 3, name: 'x', value: VALUE },
      [VALUE],
      VALUE,
    ]) {
      const answer = await server.request(document, { input })
      expect(answer.errors).toHaveLength(1)
      expect(JSON.stringify(answer)).not.toContain(VALUE)
    }
    const literal = `mutation { setSecret(input: {entityName: "admin", name: 3, value: "${VALUE}", x: 1}) { isNew } }`
    expect(JSON.stringify(await server.request(literal))).not.toContain(VALUE)
  })

  test('of a team are for its members, and of a person for that person', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const [bob, mallory] = [await server.addUser('bob'), await server.addUser('mallory')]
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
    await server.request('mutation { addTeamMember(input: {entityName: "vision", username: "bob"}) { success } }')
    await set(server, 'team-key', VALUE, 'vision')
    expect(await list(server, 'vision', { apiKey: bob })).toMatchObject([{ name: 'team-key' }])
    expect((await trySet(server, 'team-key', 'bobs value', { entity: 'vision', apiKey: bob })).errors).toBeUndefined()
    expect(await list(server, 'vision')).toMatchObject([{ createdBy: 'admin', updatedBy: 'bob' }])
    expect(await list(server, 'vision', { apiKey: mallory })).toBeNull()
    expect(codeOf(await trySet(server, 'x-key', VALUE, { entity: 'vision', apiKey: mallory }))).toBe('not-found')
    expect(codeOf(await trySet(server, 'x-key', VALUE, { entity: 'admin', apiKey: bob }))).toBe('not-found')
    expect(codeOf(await remove(server, 'x-key', { apiKey: mallory }))).toBe('not-found')
  })

  test('are encrypted in the database, each time differently', async () => {
    await using folder = await aFolder()
    const location = await databases.create({ file: join(folder.path, 'test.sqlite') })
    await using server = await startTestServer({ database: location })
    await set(server, 'one')
    await set(server, 'two')
    const values = await readSealed(location)
    expect(new Set(values).size).toBe(2)
    for (const sealed of values) {
      expect(sealed).not.toContain(VALUE)
      expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain(VALUE)
    }
  })
})

describeOnEachDatabase('a launch that refers to secrets', (databases) => {
  test('gets the variables of its inputs in its spec, whatever the client put there', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    for (const name of ['hf-token', 'by-default', 'of-queue']) await set(server, name)
    await aQueue(server, 'gpu', { config: { env: { TOKEN: 'secret://of-queue' } } })
    const job = await aJob(server, { token: null, key: 'secret://by-default' })
    const id = await push(server, 'gpu', {
      job,
      docker: undefined,
      secrets: { STOLEN: 'other' },
      overrides: { run_config: { token: 'secret://hf-token' } },
    })
    const { runSpec } = await item(server, id)
    expect(runSpec.secrets).toEqual({ HF_TOKEN: 'hf-token', BY_DEFAULT: 'by-default' })
    expect(runSpec.overrides.run_config).toEqual({ token: 'secret://hf-token' })
    expect(runSpec.resource_args['local-process'].env).toEqual({ TOKEN: 'secret://of-queue' })
    expect((await item(server, await push(server, 'gpu', {}))).runSpec.secrets).toBeUndefined()
  })

  test('is refused before it is queued when one is missing, with the nearest name and one problem for each path', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await set(server, 'hf-token')
    await aQueue(server, 'gpu', { config: { env: { TOKEN: 'secret://gone' } } })
    const job = await aJob(server, { token: null, key: 'secret://by-default', n: 1 })
    const answer = await tryPush(server, 'gpu', {
      job,
      docker: undefined,
      overrides: { run_config: { token: 'secret://hf-tokn', n: 'secret://x' }, args: ['secret://hf-token'] },
    })
    expect(problemsOf(answer).map(({ path }) => path)).toEqual([
      'n',
      'overrides.args[0]',
      'token',
      'key',
      'resource_args.local-process.env.TOKEN',
    ])
    expect(problemsOf(answer)[2]?.message).toBe(
      'Cannot use secret://hf-tokn at "token": "admin" has no secret of that name. Did you mean secret://hf-token? Make it with "slipway secret set hf-tokn".',
    )
    expect(await pop(server, 'gpu', null)).toBeNull()
  })

  test('of a team uses the secrets of the team alone', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
    await set(server, 'hf')
    const place = { entityName: 'vision', projectName: 'model-registry', queueName: 'gpu' }
    await server.request(`mutation($input: UpsertRunQueueInput!) { upsertRunQueue(input: $input) { success } }`, {
      input: { ...place, resourceType: 'local-process', resourceConfig: '{"resource_args": {"local-process": {}}}' },
    })
    const runSpec = {
      entity: 'vision',
      project: 'demo',
      docker: { docker_image: 'i' },
      overrides: { run_config: { a: 'secret://hf' } },
    }
    const launch = () =>
      server.request(
        'mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }',
        { input: { ...place, runSpec: JSON.stringify(runSpec) } },
      )
    expect((await launch()).errors?.[0]?.message).toContain(
      'You have one yourself, but launches of a team use its own secrets alone. Make it with "slipway secret set hf --team vision".',
    )
    await set(server, 'hf', VALUE, 'vision')
    expect((await launch()).errors).toBeUndefined()
  })
})

async function aHeldItem(server: TestServer) {
  for (const name of ['hf', 'of-queue', 'other']) await set(server, name, `${name}-${VALUE}`)
  const queue = await aQueue(server, 'gpu', { config: { env: { TOKEN: 'secret://of-queue' } } })
  const agent = await anAgent(server, [queue.id])
  const id = await push(server, 'gpu', { overrides: { run_config: { key: 'secret://hf' } } })
  return { queue, agent, id }
}

describeOnEachDatabase('an input that takes a secret', (databases) => {
  const schema = { type: 'object', properties: { key: { type: 'string', format: 'secret' }, n: { type: 'integer' } } }

  test('shows neither the plain text that its program had there, nor one that somebody gave for it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await set(server, 'hf')
    await aQueue(server, 'gpu')
    const job = await createTestJob(server, {
      entityName: 'admin',
      projectName: 'demo',
      name: 'train',
      files: { 'train.py': 'print(1)\n' },
      entryPoint: ['python', 'train.py'],
      config: { key: 'plain-by-default', n: 1 },
      schema,
    })
    const version = await server.request(
      '{ project(name: "demo", entityName: "admin") { jobVersion(name: "train:v0") { inputs } } }',
    )
    expect(version.data.project.jobVersion.inputs.config).toMatchObject({ defaults: { n: 1 }, schema })
    const spec = (key: unknown) => ({ job, docker: undefined, overrides: { run_config: { key } } })
    for (const value of ['plain-by-hand', { a: 'plain-by-hand' }, ['plain-by-hand']]) {
      const answer = await tryPush(server, 'gpu', spec(value))
      expect(problemsOf(answer)).toMatchObject([{ path: 'key' }])
      expect(JSON.stringify(answer)).not.toContain('plain-by-hand')
    }
    const refused = await server.request(
      '{ entity(name: "admin") { refusedLaunches { edges { node { message problems { message } } } } } }',
    )
    expect(refused.data.entity.refusedLaunches.edges).toHaveLength(3)
    expect(JSON.stringify(refused)).not.toContain('plain-by-hand')
    const id = await push(server, 'gpu', spec('secret://hf'))
    await pop(server, 'gpu', null)
    await ack(server, id, 'run1')
    const config = JSON.stringify({ key: { value: 'resolved-by-the-program' }, n: { value: 1 } })
    await server.request(
      'mutation($config: JSONString) { upsertBucket(input: {modelName: "demo", name: "run1", config: $config}) { inserted } }',
      { config },
    )
    const shown = await server.request('query($id: ID!) { runQueueItem(id: $id) { inputs } }', { id })
    expect(shown.data.runQueueItem.inputs).toEqual([
      { file: null, path: 'key', type: 'str', asked: 'secret://hf', seen: '***' },
      { file: null, path: 'n', type: 'int', default: 1, seen: 1 },
    ])
  })
})

describeOnEachDatabase('the values of secrets', (databases) => {
  test('go to the agent that holds an item which refers to them, and the use is noted', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { agent, id } = await aHeldItem(server)
    await pop(server, 'gpu', agent)
    const values = [
      { name: 'hf', value: `hf-${VALUE}` },
      { name: 'of-queue', value: `of-queue-${VALUE}` },
    ]
    expect((await read(server, agent, id, ['hf', 'of-queue'])).data.readItemSecrets.secrets).toEqual(values)
    await ack(server, id, 'run1', agent)
    expect((await read(server, agent, id, ['hf', 'hf'])).data.readItemSecrets.secrets).toEqual(values.slice(0, 1))
    expect((await read(server, agent, id, [])).data.readItemSecrets.secrets).toEqual([])
    expect(await list(server)).toMatchObject([
      { name: 'hf', lastUsedAt: expect.stringMatching(/^\d{4}-/), lastUsedItemId: id },
      { name: 'of-queue', lastUsedItemId: id },
      { name: 'other', lastUsedAt: null, lastUsedItemId: null },
    ])
  })

  test('go to nobody else, and every refusal is the same', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { queue, agent, id } = await aHeldItem(server)
    const mallory = await server.addUser('mallory')
    const idle = await anAgent(server, [queue.id])
    const refusals = [await read(server, agent, id, ['hf'])]
    await pop(server, 'gpu', agent)
    for (const [who, names, options] of [
      [idle, ['hf'], {}],
      [agent, ['other'], {}],
      [agent, ['hf', 'other'], {}],
      [agent, ['no-such'], {}],
      ['nobody', ['hf'], {}],
      [agent, ['hf'], { apiKey: mallory }],
    ] as const)
      refusals.push(await read(server, who, id, names, options))
    refusals.push(await read(server, agent, '1-999', ['hf']), await read(server, agent, 'x', ['hf']))
    await ack(server, id, 'run1', agent)
    await remove(server, 'hf')
    refusals.push(await read(server, agent, id, ['hf']))
    await set(server, 'hf')
    const finish =
      'mutation($input: FinishRunQueueItemInput!) { finishRunQueueItem(input: $input) { runQueueItem { id } } }'
    await server.request(finish, {
      input: { runQueueItemId: id, launchAgentId: agent, state: 'finished', exitCode: 0 },
    })
    refusals.push(await read(server, agent, id, ['hf']))
    expect(new Set(refusals.map((answer) => JSON.stringify([codeOf(answer), answer.errors?.[0]?.message]))).size).toBe(
      1,
    )
    expect(refusals.map((answer) => [answer.status, codeOf(answer)])).toEqual(refusals.map(() => [404, 'not-found']))
    expect(JSON.stringify(refusals)).not.toContain(VALUE)
    expect(await list(server)).toMatchObject([{ lastUsedAt: null }, { lastUsedAt: null }, { lastUsedAt: null }])
  })

  test('of a team do not go to a member who uses the agent of another one', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
    await server.request('mutation { addTeamMember(input: {entityName: "vision", username: "bob"}) { success } }')
    await set(server, 'hf', VALUE, 'vision')
    const place = { entityName: 'vision', projectName: 'model-registry' }
    const config = '{"resource_args": {"local-process": {"env": {"T": "secret://hf"}}}}'
    await server.request('mutation($input: UpsertRunQueueInput!) { upsertRunQueue(input: $input) { success } }', {
      input: { ...place, queueName: 'gpu', resourceType: 'local-process', resourceConfig: config },
    })
    const queues = await server.request('{ entity(name: "vision") { runQueues { id } } }')
    const register = 'mutation($input: CreateLaunchAgentInput!) { createLaunchAgent(input: $input) { launchAgentId } }'
    const input = { ...place, runQueues: [queues.data.entity.runQueues[0].id], hostname: 'h', agentConfig: '{}' }
    const agent: string = (await server.request(register, { input })).data.createLaunchAgent.launchAgentId
    const runSpec = JSON.stringify({ entity: 'vision', project: 'demo', docker: { docker_image: 'i' } })
    const pushed = await server.request(
      'mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }',
      { input: { ...place, queueName: 'gpu', runSpec } },
      { apiKey: bob },
    )
    const id: string = pushed.data.pushToRunQueueByName.runQueueItemId
    const lease =
      'mutation($id: ID!) { leaseRunQueueItems(input: {launchAgentId: $id, limit: 1, waitSeconds: 0}) { items { runQueueItemId } } }'
    await server.request(lease, { id: agent })
    expect(codeOf(await read(server, agent, id, ['hf'], { apiKey: bob }))).toBe('not-found')
    expect((await read(server, agent, id, ['hf'])).data.readItemSecrets.secrets).toHaveLength(1)
  })
})

describeOnEachDatabase('the key of the secrets', (databases) => {
  const [first, second] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('hex')]

  test('may be replaced: the older key still opens, and what it sealed is sealed anew', async () => {
    await using folder = await aFolder()
    const database = await databases.create({ file: `${folder.path}/test.sqlite` })
    const start = (text: string) => startTestServer({ database, config: { secretKey: { kind: 'text', text } } })
    const one = await start(first)
    await set(one, 'hf')
    await aQueue(one, 'gpu')
    const { apiKey } = one
    await one.stop()
    const both = await start(`${second},${first}`)
    expect(await list(both, 'admin', { apiKey })).toMatchObject([{ isReadable: true }])
    await both.stop()
    const onlyNew = await start(second)
    expect(await list(onlyNew, 'admin', { apiKey })).toMatchObject([{ isReadable: true }])
    await onlyNew.stop()
    await using onlyOld = await start(first)
    expect(await list(onlyOld, 'admin', { apiKey })).toMatchObject([{ isReadable: false }])
    const runSpec = JSON.stringify({ docker: { docker_image: 'i' }, overrides: { run_config: { a: 'secret://hf' } } })
    const launch = await onlyOld.request(
      'mutation($spec: JSONString!) { pushToRunQueueByName(input: {entityName: "admin", projectName: "model-registry", queueName: "gpu", runSpec: $spec}) { runQueueItemId } }',
      { spec: runSpec },
      { apiKey },
    )
    expect(problemsOf(launch)).toMatchObject([{ path: 'a', message: expect.stringContaining('Set it again with') }])
  })

  if (databases.engine === 'sqlite') {
    test('is made once in the data folder, for its owner only', async () => {
      await using folder = await aFolder()
      const database = await databases.create({ file: `${folder.path}/test.sqlite` })
      const start = () => startTestServer({ database, config: { secretKey: null, dataFolder: folder.path } })
      const server = await start()
      await set(server, 'hf')
      await server.stop()
      const file = `${folder.path}/secret-key`
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      const key = await readFile(file, 'utf8')
      await using again = await start()
      expect(await readFile(file, 'utf8')).toBe(key)
      expect(await list(again, 'admin', { apiKey: server.apiKey })).toMatchObject([{ name: 'hf', isReadable: true }])
    })
  } else {
    test('must be given, since other servers need it too', async () => {
      await using folder = await aFolder()
      const config = { secretKey: null, dataFolder: folder.path }
      await using server = await startTestServer({ database: await databases.create(), config })
      const answer = await trySet(server, 'hf')
      expect([answer.status, codeOf(answer)]).toEqual([422, 'unsupported'])
      expect(answer.errors?.[0]?.message).toContain('SLIPWAY_SECRET_KEY')
      await expect(stat(`${folder.path}/secret-key`)).rejects.toThrow('ENOENT')
    })
  }
})

describe('a key that cannot be used', () => {
  test.each(['short', `${'a'.repeat(64)}x`, 'ü'.repeat(44), ' , '])(
    'is refused at the start without repeating it: %j',
    async (text) => {
      const started = startTestServer({ config: { secretKey: { kind: 'text', text } } })
      await expect(started).rejects.toThrow('each key must be 32 bytes')
      await expect(started).rejects.not.toThrow(text)
    },
  )

  test('is refused when its file is not there', async () => {
    await using folder = await aFolder()
    const secretKey = { kind: 'file', path: '/no/such/key' } as const
    const started = startTestServer({ config: { secretKey, dataFolder: folder.path } })
    await expect(started).rejects.toThrow('Cannot read the key of the secrets in "/no/such/key": ENOENT')
  })
})

async function readSealed(location: DatabaseLocation): Promise<readonly string[]> {
  if (location.kind === 'sqlite') {
    using file = new DatabaseSync(location.file, { readOnly: true })
    return file
      .prepare('select sealed from secret')
      .all()
      .map(({ sealed }) => String(sealed))
  }
  const database = await openDatabase(location, pino({ level: 'silent' }))
  try {
    const { rows } = await sql<{ sealed: string }>`select sealed from secret`.execute(database.db)
    return rows.map(({ sealed }) => sealed)
  } finally {
    await database.close()
  }
}

async function aFolder() {
  const path = await mkdtemp(join(tmpdir(), 'slipway-secret-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
