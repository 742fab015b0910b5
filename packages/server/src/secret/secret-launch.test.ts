import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, aQueue, item, pop, push, tryPush } from '../run-queue/testing/run-queue-fixture.ts'
import { VALUE, setSecret, problemsOf } from './testing/secret-fixture.ts'

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

describeOnEachDatabase('a launch that refers to secrets', (databases) => {
  test('gets the variables of its inputs in its spec, whatever the client put there', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    for (const name of ['hf-token', 'by-default', 'of-queue']) await setSecret(server, name)
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
    await setSecret(server, 'hf-token')
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
    await setSecret(server, 'hf')
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
    await setSecret(server, 'hf', VALUE, 'vision')
    expect((await launch()).errors).toBeUndefined()
  })
})

describeOnEachDatabase('an input that takes a secret', (databases) => {
  const schema = { type: 'object', properties: { key: { type: 'string', format: 'secret' }, n: { type: 'integer' } } }

  test('shows neither the plain text that its program had there, nor one that somebody gave for it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await setSecret(server, 'hf')
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
