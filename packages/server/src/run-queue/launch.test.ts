import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, anAgent, aQueue, item, pop, push, tryPush } from './testing/run-queue-fixture.ts'

const CONFIG = { trainer: { learning_rate: 0.01, batch_size: 32 }, model: 'small' }
const REFUSED =
  '{ entity(name: "admin") { refusedLaunches { edges { node { author queueName jobPath message problems { path message } } } } } }'

describeOnEachDatabase('launches', (databases) => {
  test('a launch of a job gets its version for good, the project of the job, and keeps what was asked', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu', { config: { cwd: '/tmp' } })
    const version = await aJob(server)
    const answer = await tryPush(server, 'gpu', {
      job: 'admin/demo/train:latest',
      docker: undefined,
      project: undefined,
      overrides: { run_config: { trainer: { learning_rate: 0.5 } } },
    })
    expect(answer.errors).toBeUndefined()
    expect(JSON.parse(answer.data.pushToRunQueueByName.runSpec)).toEqual({
      job: version,
      entity: 'admin',
      project: 'demo',
      resource: 'local-process',
      resource_args: { 'local-process': { cwd: '/tmp' } },
      overrides: { run_config: { trainer: { learning_rate: 0.5 } } },
      author: 'admin',
    })
    expect(answer.data.pushToRunQueueByName.runQueueItem).toMatchObject({
      state: 'pending',
      jobPath: 'admin/demo/train:latest',
      author: 'admin',
    })
    const read = await server.request('query($id: ID!) { runQueueItem(id: $id) { jobVersion { path } } }', {
      id: answer.data.pushToRunQueueByName.runQueueItemId,
    })
    expect(read.data.runQueueItem.jobVersion.path).toBe(version)
  })

  test('a repository is launched without a job when its command is named, with a note that nothing was checked', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id } = await aQueue(server, 'gpu')
    const spec = { uri: 'https://git.example.org/team/train.git', project: 'demo', docker: undefined }
    const answer = await tryPush(server, 'gpu', { ...spec, entry_point: ['python', 'train.py'] })
    expect(answer.errors).toBeUndefined()
    expect(answer.data.pushToRunQueueByName.notes).toEqual([
      { path: 'uri', message: expect.stringContaining('Capture a job') },
    ])
    const popped = await pop(server, 'gpu', await anAgent(server, [id]))
    expect(popped?.runSpec).toMatchObject({ uri: spec.uri, overrides: { entry_point: ['python', 'train.py'] } })
    for (const [wrong, message] of [
      [spec, 'does not say what to run'],
      [{ ...spec, uri: 'file:///etc', entry_point: ['sh'] }, 'Neither a job nor an image is named'],
      [{ ...spec, uri: '--upload-pack=x', entry_point: ['sh'] }, 'Neither a job nor an image is named'],
    ] as const)
      expect((await tryPush(server, 'gpu', wrong)).errors?.[0]?.message).toContain(message)
  })

  test('refused values are named one for each path, nothing is queued, and the refusal is kept once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const job = await aJob(server)
    const spec = {
      entity: 'admin',
      project: 'demo',
      job,
      overrides: { run_config: { trainer: { learning_rat: 1, batch_size: 'many' }, model: { x: 1 } } },
    }
    const answer = await tryPush(server, 'gpu', { ...spec, docker: undefined })
    const error = answer.errors?.[0]
    expect([answer.status, error?.extensions?.['code']]).toEqual([400, 'invalid-input'])
    const problems = error?.extensions?.['problems'] as readonly { path: string; message: string }[]
    expect(problems.map(({ path }) => path)).toEqual(['trainer.learning_rat', 'trainer.batch_size', 'model'])
    for (const { message } of problems) expect(error?.message).toContain(message)
    expect(error?.message).toContain('Did you mean "trainer.learning_rate"?')
    // The stock client tries the older form at once, with the same spec.
    const again = await server.request(
      'mutation($id: ID!, $spec: JSONString!) { pushToRunQueue(input: {queueID: $id, runSpec: $spec}) { runQueueItemId } }',
      { id: queue.id, spec: JSON.stringify(spec) },
    )
    expect(again.errors?.[0]?.message).toBe(error?.message)
    expect(await pop(server, 'gpu', null)).toBeNull()
    const refused = (await server.request(REFUSED)).data.entity.refusedLaunches.edges
    expect(refused).toEqual([
      { node: { author: 'admin', queueName: 'gpu', jobPath: job, message: error?.message, problems } },
    ])
  })

  test('a check gives the verdict of a push and leaves nothing behind', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const job = await aJob(server)
    const check = (runConfig: object) =>
      server.request(
        'mutation($input: PushToRunQueueByNameInput!) { checkLaunch(input: $input) { problems { path } notes { path } runSpec } }',
        {
          input: {
            entityName: 'admin',
            projectName: 'model-registry',
            queueName: 'gpu',
            runSpec: JSON.stringify({ job, overrides: { run_config: runConfig } }),
          },
        },
      )
    expect((await check({ nope: 1 })).data.checkLaunch).toEqual({
      problems: [{ path: 'nope' }],
      notes: [],
      runSpec: null,
    })
    const good = (await check({ trainer: { batch_size: 1.5 } })).data.checkLaunch
    expect(good).toMatchObject({
      problems: [],
      notes: [{ path: 'trainer.batch_size' }],
      runSpec: { job, project: 'demo' },
    })
    expect((await server.request(REFUSED)).data.entity.refusedLaunches.edges).toEqual([])
    expect(await pop(server, 'gpu', null)).toBeNull()
  })

  test('template variables fill the config of the queue within their bounds', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'k8s', {
      resource: 'kubernetes',
      config: { cpu: '{{cpu}}', image: 'repo/{{tag}}' },
      variables: {
        cpu: { schema: { type: 'integer', minimum: 1, maximum: 4 } },
        tag: { schema: { type: 'string', default: 'stable' } },
      },
    })
    const id = await push(server, 'k8s', {}, values({ cpu: 3 }))
    expect((await item(server, id)).runSpec.resource_args).toEqual({ kubernetes: { cpu: 3, image: 'repo/stable' } })
    for (const [given, path] of [
      [{ cpu: 9 }, 'template_variables.cpu'],
      [{}, 'template_variables.cpu'],
      [{ cpu: 1, gpu: 2 }, 'template_variables.gpu'],
    ] as const) {
      const answer = await tryPush(server, 'k8s', {}, values(given))
      expect(answer.errors?.[0]?.extensions?.['problems']).toMatchObject([{ path }])
    }
    const beside = { resource_args: { kubernetes: { cpu: 999, image: 'mine' } } }
    expect((await tryPush(server, 'k8s', beside, values({ cpu: 1 }))).errors?.[0]?.extensions?.['problems']).toEqual([
      {
        path: 'resource_args',
        message:
          'The queue\'s settings are changed by its template variables only: cpu, tag. Leave "resource_args" out.',
      },
    ])
  })

  test('an entity keeps its newest refused launches only, and each entity its own', async () => {
    const config = { refusedLaunchesKept: 3 }
    await using server = await startTestServer({ database: await databases.create(), config })
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { name } } }')
    const place = { entityName: 'vision', projectName: 'model-registry', queueName: 'other' }
    await server.request(
      `mutation { createRunQueue(input: {entityName: "vision", projectName: "model-registry", queueName: "other", access: PROJECT}) { queueID } }`,
    )
    await aQueue(server, 'gpu')
    await tryPush(server, 'other', { job: 'vision/demo/job-0:v0', docker: undefined }, place)
    for (let index = 1; index <= 5; index++) {
      await tryPush(server, 'gpu', { job: `admin/demo/job-${index}:v0`, docker: undefined })
    }
    const listed = async (entity: string): Promise<readonly string[]> => {
      const answer = await server.request(REFUSED.replace('admin', entity))
      return answer.data.entity.refusedLaunches.edges.map(
        ({ node }: { node: { jobPath: string } }) => node.jobPath.split('/')[2],
      )
    }
    expect(await listed('admin')).toEqual(['job-5:v0', 'job-4:v0', 'job-3:v0'])
    expect(await listed('vision')).toEqual(['job-0:v0'])
  })

  test('items are found by queue, author, job and version', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    await aQueue(server, 'cpu')
    await aJob(server)
    const job = { job: 'admin/demo/train:latest', docker: undefined }
    const [onGpu, onCpu, other] = [
      await push(server, 'gpu', job),
      await push(server, 'cpu', job),
      await push(server, 'gpu'),
    ]
    const find = async (arguments_: string) => {
      const answer = await server.request(
        `{ entity(name: "admin") { runQueueItems(${arguments_}) { totalCount edges { node { id } } } } }`,
      )
      expect(answer.errors).toBeUndefined()
      const { edges, totalCount } = answer.data.entity.runQueueItems
      expect(totalCount).toBe(edges.length)
      return edges.map(({ node }: { node: { id: string } }) => node.id)
    }
    expect(await find('queueName: "gpu"')).toEqual([other, onGpu])
    expect(await find('job: "train"')).toEqual([onCpu, onGpu])
    expect(await find('job: "demo/train:v0", queueName: "cpu"')).toEqual([onCpu])
    expect(await find('job: "train:v1"')).toEqual([])
    expect(await find('job: "speech/train"')).toEqual([])
    expect(await find('author: "admin", states: ["pending"]')).toEqual([other, onCpu, onGpu])
    expect(await find('author: "nobody"')).toEqual([])
    const ofQueue = await server.request(
      '{ project(name: "model-registry", entityName: "admin") { runQueue(name: "gpu") { runQueueItems(job: "train") { edges { node { id } } } } } }',
    )
    expect(ofQueue.data.project.runQueue.runQueueItems.edges).toEqual([{ node: { id: onGpu } }])
    const wrong = await server.request('{ entity(name: "admin") { runQueueItems(job: "a/b/c") { totalCount } } }')
    expect(wrong.errors?.[0]?.message).toContain('Cannot list the items of job "a/b/c"')
  })

  test('what cannot be launched from a queue is refused with the reason', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const cases = [
      [{ entity: 'other' }, {}, 'entity'],
      [{ resource: 'kubernetes' }, {}, 'resource'],
      [{ docker: undefined }, {}, 'job'],
      [{ docker: undefined, job: 'admin/demo/none:latest' }, {}, 'job'],
      [{ _wandb_api_key: 'local-secret' }, {}, '_wandb_api_key'],
      [{}, { priority: 1 }, 'priority'],
      [{ run_id: 'a/b' }, {}, 'run_id'],
      [{ project: 'a:b' }, {}, 'project'],
      [{ overrides: { args: 'x' } }, {}, 'overrides.args'],
    ] as const
    for (const [spec, more, path] of cases) {
      const answer = await tryPush(server, 'gpu', spec, more)
      expect([path, answer.errors?.[0]?.extensions?.['problems']]).toMatchObject([path, [{ path }]])
    }
    expect(await pop(server, 'gpu', null)).toBeNull()
    const kept = JSON.stringify((await server.request(REFUSED)).data)
    expect(kept).not.toContain('local-secret')
  })

  test('a launch that names its queue by id has the priority that it asks for', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id } = await aQueue(server, 'gpu', { priorities: true })
    await tryPush(server, 'gpu', {}, { priority: 2 })
    const spec = JSON.stringify({
      entity: 'admin',
      project: 'demo',
      docker: { docker_image: 'i' },
      resource: 'local-process',
    })
    const pushed = await server.request(
      'mutation($input: PushToRunQueueInput!) { pushToRunQueue(input: $input) { runQueueItemId } }',
      { input: { queueID: id, runSpec: spec, priority: 0 } },
    )
    const popped = await pop(server, 'gpu', await anAgent(server, [id]))
    expect(popped?.runQueueItemId).toBe(pushed.data.pushToRunQueue.runQueueItemId)
  })

  test('specs that cannot be read are refused, whatever they hold', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const input = { entityName: 'admin', projectName: 'model-registry', queueName: 'gpu' }
    const deep = `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`
    for (const runSpec of ['', '{', '[]', 'null', '"x"', '{"overrides": {"run_config": {"a": NaN}}}', deep]) {
      const answer = await server.request(
        'mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }',
        { input: { ...input, runSpec } },
      )
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('invalid-input')
    }
  })

  test('a spec with characters of every kind comes back from the queue as it was', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const text = 'zero \0 quote " line \n emoji 🚀 lone \ud800 end'
    const args = [text, 'x'.repeat(100_000)]
    const id = await push(server, 'gpu', { overrides: { args }, __proto__: null })
    const popped = (await pop(server, 'gpu', null)) as { runSpec: { overrides: { args: string[] } } } | null
    expect(popped?.runSpec.overrides.args[1]).toBe(args[1])
    expect(popped?.runSpec.overrides.args[0]?.slice(0, 30)).toBe(text.slice(0, 30))
    expect((await item(server, id)).runSpec.overrides.args).toHaveLength(2)
  })

  test('inputs show default, asked and seen value side by side', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const job = await aJob(server)
    const id = await push(server, 'gpu', {
      docker: undefined,
      job,
      overrides: { run_config: { trainer: { learning_rate: 0.5 } } },
    })
    await pop(server, 'gpu', null)
    await ack(server, id, 'run1')
    await server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { id } } }', {
      input: {
        entityName: 'admin',
        modelName: 'demo',
        name: 'run1',
        config: JSON.stringify({ trainer: { value: { learning_rate: 0.5, batch_size: 32 } } }),
      },
    })
    const answer = await server.request('query($id: ID!) { runQueueItem(id: $id) { inputs run { name } } }', { id })
    expect(answer.data.runQueueItem.run.name).toBe('run1')
    expect(answer.data.runQueueItem.inputs).toEqual([
      { file: null, path: 'model', type: 'str', default: 'small' },
      { file: null, path: 'trainer.batch_size', type: 'int', default: 32, seen: 32 },
      { file: null, path: 'trainer.learning_rate', type: 'float', default: 0.01, asked: 0.5, seen: 0.5 },
    ])
    const byRun = await server.request(
      '{ project(name: "demo", entityName: "admin") { run(name: "run1") { runQueueItem { id } } } }',
    )
    expect(byRun.data.project.run.runQueueItem.id).toBe(id)
  })
})

function values(of: object): { readonly templateVariableValues: string } {
  return { templateVariableValues: JSON.stringify(of) }
}

function aJob(server: TestServer): Promise<string> {
  return createTestJob(server, {
    entityName: 'admin',
    projectName: 'demo',
    name: 'train',
    files: { 'train.py': 'print(1)\n' },
    entryPoint: ['python', 'train.py'],
    config: CONFIG,
  })
}
