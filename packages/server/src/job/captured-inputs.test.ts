import { createTestJob, describeOnEachDatabase } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { startArtifactServer } from '../artifact/testing/artifact-client.ts'
import { NUMBER, STRING, typed, logJob, upsertRun, saveRunFile, finishRun, readJob } from './testing/job-fixture.ts'

const TRAINER = { learning_rate: 0.01, batch_size: 32, model: 'resnet', private: { key: 'value' } }
const TRAINER_TYPES = typed({
  trainer: typed({ learning_rate: NUMBER, batch_size: NUMBER, model: STRING }),
})

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
})
