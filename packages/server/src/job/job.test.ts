import { randomUUID } from 'node:crypto'
import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { artifactClient, startArtifactServer, type ArtifactClient } from '../artifact/testing/artifact-client.ts'

const JOB = `query($name: String!) { project(name: "p") { jobVersion(name: $name) {
  id name version path aliases sourceType source entryPoint runtime isPartial inputs inputTypes configFiles warnings
  sourceRun { name } } } }`

const typed = (fields: Record<string, unknown>) => ({ wb_type: 'typedDict', params: { type_map: fields } })
const NUMBER = { wb_type: 'number' }
const STRING = { wb_type: 'string' }

interface CapturedJob {
  readonly name?: string
  readonly run?: string
  readonly metadata?: Record<string, unknown>
  readonly jobFile?: Record<string, unknown> | string
  /** Further files of the artifact. */
  readonly files?: Readonly<Record<string, string>>
}

/** Logs a job as the client does for a run: no run logs it, but the run's program sends its manifest. */
async function logJob(server: TestServer, client: ArtifactClient, job: CapturedJob): Promise<string> {
  const jobFile = typeof job.jobFile === 'string' ? job.jobFile : JSON.stringify({ ...DOCUMENT, ...job.jobFile })
  const files = { 'wandb-job.json': jobFile, 'requirements.frozen.txt': '', ...job.files }
  const artifact = {
    name: job.name ?? 'train',
    type: 'job',
    files,
    clientID: randomUUID(),
    ...(job.metadata === undefined ? {} : { metadata: job.metadata }),
  }
  const { id, state } = await client.create(artifact)
  if (state === 'COMMITTED') return id
  await client.ask(
    `mutation($id: ID!, $run: String) { createArtifactManifest(input: {artifactID: $id, name: "wandb_manifest.json",
      digest: "", projectName: "p", runName: $run}) { artifactManifest { id } } }`,
    { id, run: job.run ?? null },
  )
  return client.log(artifact)
}

const DOCUMENT = {
  _version: 'v0',
  source_type: 'artifact',
  source: { artifact: 'wandb-artifact://_id/x', entrypoint: ['pythonCPython 3.11', 'train.py'], notebook: false },
  input_types: typed({}),
  output_types: typed({}),
  runtime: 'CPython 3.11.7',
}

async function upsertRun(client: ArtifactClient, name: string, config: Record<string, unknown>): Promise<void> {
  const wire = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }]))
  await client.ask(
    `mutation($name: String!, $config: JSONString) { upsertBucket(input: {modelName: "p", name: $name, config: $config}) {
      inserted } }`,
    { name, config: JSON.stringify({ ...wire, _wandb: { value: { t: {} } } }) },
  )
}

async function saveRunFile(client: ArtifactClient, run: string, path: string, text: string): Promise<void> {
  const data = await client.ask(
    `mutation($run: String!, $path: String!) { createRunFiles(input: {projectName: "p", runName: $run, files: [$path]}) {
      files { uploadUrl } } }`,
    { run, path },
  )
  await fetch(data.createRunFiles.files[0].uploadUrl, { method: 'PUT', body: text })
}

async function finishRun(server: TestServer, run: string): Promise<void> {
  await fetch(`${server.url}/files/admin/p/${run}/file_stream`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`api:${server.apiKey}`).toString('base64')}` },
    body: JSON.stringify({ complete: true, exitcode: 0 }),
  })
}

async function readJob(client: ArtifactClient, name = 'train') {
  return (await client.ask(JOB, { name })).project.jobVersion
}

const TRAINER = { learning_rate: 0.01, batch_size: 32, model: 'resnet', private: { key: 'value' } }
const TRAINER_TYPES = typed({
  trainer: typed({ learning_rate: NUMBER, batch_size: NUMBER, model: STRING }),
})

const names = (runs: { edges: readonly { node: { name: string } }[] }) => runs.edges.map(({ node }) => node.name)

describeOnEachDatabase('jobs', (databases) => {
  test('without a manage call the whole run config is the input', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const path = await createTestJob(server, {
      entityName: 'admin',
      projectName: 'p',
      name: 'train',
      files: { 'train.py': '' },
      entryPoint: ['python', 'train.py'],
      config: { trainer: TRAINER, seed: 42 },
    })
    const job = await readJob(client)
    expect(job).toMatchObject({ path, version: 'v0', aliases: ['latest'], entryPoint: ['python', 'train.py'] })
    expect(job.inputTypes).toEqual({
      trainer: { learning_rate: 'float', batch_size: 'int', model: 'str', private: { key: 'str' } },
      seed: 'int',
    })
    expect(job.inputs.config.defaults).toEqual({ trainer: TRAINER, seed: 42 })
    expect(job).toMatchObject({ isPartial: false, warnings: [], configFiles: {}, sourceRun: { name: 'capture-train' } })
  })

  test("the inputs of a Python program come in the order of their names, those of another program in the program's", async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const config = { seed: 1, model: { width: 2, depth: 3 }, batch: 4 }
    const metadata = { input_types: { files: { 'b.yaml': typed({ x: NUMBER }), 'a.yaml': typed({ x: NUMBER }) } } }
    await upsertRun(client, 'run1', config)
    for (const [name, runtime] of [
      ['python', 'CPython 3.11.7'],
      ['node', 'Node 24.1.0'],
    ] as const) {
      await logJob(server, client, { name, run: 'run1', jobFile: { runtime }, metadata: { input_types: {} } })
      await logJob(server, client, { name: `${name}-files`, run: 'run1', jobFile: { runtime }, metadata })
    }
    const order = async (name: string) => JSON.stringify((await readJob(client, name)).inputs.config.defaults)
    expect(await order('python')).toBe('{"batch":4,"model":{"depth":3,"width":2},"seed":1}')
    expect(await order('node')).toBe(JSON.stringify(config))
    expect(Object.keys((await readJob(client, 'python-files')).inputs.files)).toEqual(['a.yaml', 'b.yaml'])
    expect(Object.keys((await readJob(client, 'node-files')).inputs.files)).toEqual(['b.yaml', 'a.yaml'])
  })

  test('with manage_wandb_config only the captured leaves are inputs, with their defaults', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await upsertRun(client, 'r', { trainer: TRAINER, seed: 42 })
    await logJob(server, client, { run: 'r', metadata: { input_types: { '@wandb.config': TRAINER_TYPES } } })
    const job = await readJob(client)
    expect(job.inputTypes).toEqual({ trainer: { learning_rate: 'float', batch_size: 'int', model: 'str' } })
    const { private: _private, ...captured } = TRAINER
    expect(job.inputs.config.defaults).toEqual({ trainer: captured })
    expect(job.inputs.files).toEqual({})
    expect(job).toMatchObject({ runtime: '3.11.7', entryPoint: ['python3.11', 'train.py'], sourceRun: { name: 'r' } })
  })

  test('with only files managed the run config is no input, and the file shows floats that its text tells', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const text = 'rate: 1.0\nsteps: 10\nname: 1e-3\nhidden: 5\nlayers: [1.0, 2.0]\n'
    await upsertRun(client, 'r', { seed: 42 })
    await saveRunFile(client, 'r', '_wandb_configs/conf/a.yaml', text)
    const types = typed({ rate: NUMBER, steps: NUMBER, name: NUMBER, layers: { wb_type: 'list' } })
    await logJob(server, client, { run: 'r', metadata: { input_types: { files: { 'conf/a.yaml': types } } } })
    const job = await readJob(client)
    expect(job.inputs.config).toBeNull()
    expect(job.inputTypes).toEqual({
      files: { 'conf/a.yaml': { rate: 'float', steps: 'int', name: 'str', layers: 'list[float]' } },
    })
    expect(job.inputs.files['conf/a.yaml'].defaults).toEqual({ rate: 1, steps: 10, name: '1e-3', layers: [1, 2] })
    expect(job.configFiles).toEqual({ 'conf/a.yaml': text })
  })

  test('files beside the run config are kept apart from it, each with its schema', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await upsertRun(client, 'r', { seed: 42 })
    await saveRunFile(client, 'r', '_wandb_configs/a.json', '{"b": 1}')
    const schema = { type: 'object', properties: { b: { type: 'integer', required: true } } }
    const metadata = {
      input_types: { '@wandb.config': typed({ seed: NUMBER }), files: { 'a.json': typed({ b: NUMBER }) } },
      input_schemas: { '@wandb.config': { type: 'object' }, files: { 'a.json': schema } },
    }
    await logJob(server, client, { run: 'r', metadata })
    const job = await readJob(client)
    expect(job.inputTypes).toEqual({ '@wandb.config': { seed: 'int' }, files: { 'a.json': { b: 'int' } } })
    expect(job.inputs.files['a.json'].schema).toEqual({
      type: 'object',
      properties: { b: { type: 'integer' } },
      required: ['b'],
    })
    expect(job.inputs.config.schema).toEqual({ type: 'object' })
  })

  test('defaults follow the capturing run until it ends, and stay from then on', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const defaults = async () => (await readJob(client)).inputs.config.defaults
    await upsertRun(client, 'r', { seed: 1 })
    await logJob(server, client, {
      run: 'r',
      metadata: { input_types: { '@wandb.config': typed({ seed: NUMBER }) } },
    })
    expect(await defaults()).toEqual({ seed: 1 })
    await upsertRun(client, 'r', { seed: 2 })
    expect(await defaults()).toEqual({ seed: 2 })
    await finishRun(server, 'r')
    await client.ask('mutation($id: ID!) { deleteRun(input: {id: $id}) { clientMutationId } }', {
      id: Buffer.from('Run:v1:r:p:admin').toString('base64'),
    })
    expect(await defaults()).toEqual({ seed: 2 })
    expect((await readJob(client)).sourceRun).toBeNull()
  })

  test('a job made by hand is partial until its first run fills it in', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const id = await logJob(server, client, { metadata: { _partial: true } })
    expect(await readJob(client)).toMatchObject({ isPartial: true, inputTypes: {}, inputs: { config: null } })
    await upsertRun(client, 'first', { seed: 7 })
    await client.ask(
      'mutation($id: ID!) { useArtifact(input: {artifactID: $id, projectName: "p", runName: "first"}) { artifact { id } } }',
      { id },
    )
    await client.ask(
      'mutation($id: ID!, $metadata: JSONString) { updateArtifact(input: {artifactID: $id, metadata: $metadata}) { artifact { id } } }',
      { id, metadata: JSON.stringify({ input_types: {}, output_types: typed({}) }) },
    )
    expect(await readJob(client)).toMatchObject({
      isPartial: false,
      inputTypes: { seed: 'int' },
      inputs: { config: { defaults: { seed: 7 } } },
      sourceRun: { name: 'first' },
    })
    const query =
      '{ project(name: "p") { run(name: "first") { jobVersion { path } } jobVersion(name: "train") { runs { edges { node { name } } } } } }'
    expect((await client.ask(query)).project).toEqual({
      run: { jobVersion: { path: 'admin/p/train:v0' } },
      jobVersion: { runs: { edges: [{ node: { name: 'first' } }] } },
    })
  })

  test('a job made by hand with declared inputs has the defaults that it was made with', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await logJob(server, client, {
      name: 'declared',
      metadata: {
        input_types: {
          '@wandb.config': typed({ lr: NUMBER }),
          files: { 'conf/model.yaml': typed({ layers: NUMBER }) },
        },
        input_schemas: { '@wandb.config': { type: 'object', properties: { lr: { type: 'number', maximum: 1 } } } },
        input_defaults: { lr: 0.5, other: 1 },
      },
      files: { '_wandb_configs/conf/model.yaml': 'layers: 3 # few\n' },
    })
    expect(await readJob(client, 'declared')).toMatchObject({
      isPartial: false,
      warnings: [],
      configFiles: { 'conf/model.yaml': 'layers: 3 # few\n' },
      inputs: { config: { defaults: { lr: 0.5 } }, files: { 'conf/model.yaml': { defaults: { layers: 3 } } } },
    })
  })

  test('runs of a job are listed with the newest first, and runs are found by job and version', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const path = await createTestJob(server, {
      entityName: 'admin',
      projectName: 'demo',
      name: 'train',
      files: { 'train.py': 'print(1)' },
      entryPoint: ['python', 'train.py'],
      config: { lr: 1 },
    })
    const { data } = await server.request(
      'query($name: String!) { project(name: "demo") { artifact(name: $name) { id } } }',
      { name: 'train:v0' },
    )
    for (const runName of ['first', 'second']) {
      await server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { inserted } }', {
        input: { modelName: 'demo', name: runName },
      })
      await server.request('mutation($input: UseArtifactInput!) { useArtifact(input: $input) { clientMutationId } }', {
        input: { artifactID: data.project.artifact.id, entityName: 'admin', projectName: 'demo', runName },
      })
    }
    const listed = await server.request(
      '{ project(name: "demo") { job(name: "train") { runs(first: 1) { edges { node { name } } pageInfo { hasNextPage endCursor } } } } }',
    )
    expect(names(listed.data.project.job.runs)).toEqual(['second'])
    const { endCursor } = listed.data.project.job.runs.pageInfo
    const next = await server.request(
      'query($after: String) { project(name: "demo") { job(name: "train") { runs(after: $after) { edges { node { name } } } } } }',
      { after: endCursor },
    )
    expect(names(next.data.project.job.runs)).toContain('first')
    const ofVersion =
      'query($after: String) { project(name: "demo") { jobVersion(name: "train:v0") { runs(first: 1, after: $after) { edges { node { name } } pageInfo { endCursor } } } } }'
    const newest = (await server.request(ofVersion)).data.project.jobVersion.runs
    const older = await server.request(ofVersion, { after: newest.pageInfo.endCursor })
    expect([names(newest), names(older.data.project.jobVersion.runs)]).toEqual([['second'], ['first']])
    for (const filters of ['{"job": "train"}', '{"job_version": "train:v0"}']) {
      const found = await server.request(
        'query($filters: JSONString) { project(name: "demo") { runs(filters: $filters) { edges { node { name } } } } }',
        { filters },
      )
      expect(names(found.data.project.runs)).toEqual(expect.arrayContaining(['first', 'second']))
    }
    expect(path).toBe('admin/demo/train:v0')
  })

  test('what is broken becomes a warning, and the rest is shown', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await upsertRun(client, 'r', { seed: 1 })
    await saveRunFile(client, 'r', '_wandb_configs/bad.yaml', 'a: [1\n')
    await logJob(server, client, {
      run: 'r',
      jobFile: 'not JSON',
      metadata: {
        input_types: {
          '@wandb.config': typed({ seed: NUMBER }),
          files: { 'bad.yaml': typed({ a: NUMBER }), 'gone.yaml': typed({ b: STRING }), '../out.yaml': typed({}) },
        },
        input_schemas: { '@wandb.config': { type: 'nonsense' } },
      },
    })
    const job = await readJob(client)
    expect(job.inputTypes).toMatchObject({
      '@wandb.config': { seed: 'int' },
      files: { 'bad.yaml': { a: 'float' }, 'gone.yaml': { b: 'str' } },
    })
    expect(job).toMatchObject({ sourceType: '', source: {}, entryPoint: null })
    const warnings: string = job.warnings.join('\n')
    for (const part of ['wandb-job.json', 'schema of the run config', '"bad.yaml"', '"gone.yaml"'])
      expect(warnings).toContain(part)
  })

  test('the same files with other declared inputs are another version, with the same ones not', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const declare = (fields: Record<string, unknown>) =>
      logJob(server, client, { metadata: { input_types: { '@wandb.config': typed(fields) } } })
    const first = await declare({ a: NUMBER, b: NUMBER })
    expect(await declare({ b: NUMBER, a: NUMBER })).toBe(first)
    expect(await logJob(server, client, {})).toBe(first)
    expect(await declare({ a: NUMBER })).not.toBe(first)
    expect((await readJob(client)).version).toBe('v1')
    expect((await readJob(client, 'train:v0')).inputTypes).toEqual({ a: 'float', b: 'float' })
  })

  test('jobs are listed with the newest version first, versions too, and a description can be given', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await logJob(server, client, { name: 'one' })
    await logJob(server, client, { name: 'two' })
    await logJob(server, client, { name: 'one', jobFile: { runtime: '3.12' } })
    const query = `query($first: Int, $after: String) { project(name: "p") { jobs(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { id name description latestVersion { version }
      versions { edges { node { version } } } } } } } }`
    const { jobs } = (await client.ask(query, { first: 1 })).project
    expect(jobs.edges[0].node).toMatchObject({
      name: 'one',
      latestVersion: { version: 'v1' },
      versions: { edges: [{ node: { version: 'v1' } }, { node: { version: 'v0' } }] },
    })
    expect(jobs.pageInfo.hasNextPage).toBe(true)
    const rest = (await client.ask(query, { first: 5, after: jobs.pageInfo.endCursor })).project.jobs
    expect(rest.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual(['two'])
    await client.ask(
      'mutation($id: ID!) { updateArtifactSequence(input: {artifactSequenceID: $id, description: "trains"}) { artifactCollection { id } } }',
      { id: jobs.edges[0].node.id },
    )
    expect((await client.ask(query, { first: 1 })).project.jobs.edges[0].node.description).toBe('trains')
  })

  test('jobs of all projects are searched by a part of name or description, whatever its case', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    for (const [projectName, name] of [
      ['vision', 'train-resnet'],
      ['speech', 'train_50%'],
      ['vision', 'evaluate'],
    ] as const) {
      const files = { 'a.sh': `echo ${name}` }
      await createTestJob(server, { entityName: 'admin', projectName, name, files, entryPoint: ['sh', 'a.sh'] })
    }
    const find = async (search: string | null, apiKey = server.apiKey) => {
      const answer = await server.request(
        'query($search: String) { entity(name: "admin") { jobs(search: $search) { edges { node { name } } } } }',
        { search },
        { apiKey },
      )
      return answer.data.entity === null ? null : names(answer.data.entity.jobs)
    }
    expect(await find(null)).toEqual(['evaluate', 'train_50%', 'train-resnet'])
    expect(await find('TRAIN')).toEqual(['train_50%', 'train-resnet'])
    expect(await find('_50%')).toEqual(['train_50%'])
    expect(await find('*')).toEqual([])
    expect(await find('train', await server.addUser('mallory'))).toBeNull()
    const inProject = await server.request(
      '{ project(name: "vision") { jobs(search: "train") { edges { node { name } } } } }',
    )
    expect(names(inProject.data.project.jobs)).toEqual(['train-resnet'])
  })

  test('an artifact of another type is no job, and nobody else sees a job', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await client.log({ name: 'data' })
    await logJob(server, client, {})
    expect(await readJob(client, 'data')).toBeNull()
    expect(await readJob(client, 'nothing')).toBeNull()
    expect((await client.ask('{ project(name: "p") { job(name: "data") { id } } }')).project.job).toBeNull()
    const { job } = server.server.services
    const administrator = await server.server.services.account.authenticate(server.apiKey)
    const apiKey = await server.addUser('bob')
    const bob = await server.server.services.account.authenticate(apiKey)
    if (administrator === null || bob === null) throw new Error('The keys are unknown')
    expect(await job.findVersion(administrator, 'admin/p/train:v0')).toMatchObject({ name: 'train', versionIndex: 0 })
    for (const path of ['admin/p/train:v9', 'admin/q/train', 'train', 'p/train', 'a/b/c/d', ''])
      expect(await job.findVersion(administrator, path)).toBeNull()
    expect(await job.findVersion(bob, 'admin/p/train:v0')).toBeNull()
    const other = artifactClient(server, { entity: 'bob', apiKey })
    expect(
      (await other.ask('{ project(name: "p", entityName: "admin") { jobs { edges { node { id } } } } }')).project,
    ).toBeNull()
  })
})
