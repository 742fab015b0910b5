import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, anAgent, aQueue, pop, push } from '../run-queue/testing/run-queue-fixture.ts'

const TEXT = 'model:\n  layers: 3\n'

async function aJob(server: TestServer): Promise<string> {
  await server.request(
    'mutation { setSecret(input: {entityName: "admin", name: "hf", value: "hidden-value"}) { isNew } }',
  )
  return createTestJob(server, {
    entityName: 'admin',
    projectName: 'demo',
    name: 'train',
    files: { 'train.py': '' },
    entryPoint: ['python', 'train.py'],
    config: { lr: 0.1, optimizer: 'adam', seed: 1, token: 'secret://hf' },
    schema: { type: 'object', properties: { token: { type: 'string', format: 'secret' } } },
    configFiles: { 'conf/model.yaml': TEXT },
  })
}

/** Launches the job once for each, and has a run begin with the config that the program would have. */
async function runAll(server: TestServer, job: string, configs: readonly Readonly<Record<string, unknown>>[]) {
  const queue = await aQueue(server, 'gpu')
  const agent = await anAgent(server, [queue.id])
  const { data } = await server.request(
    '{ project(entityName: "admin", name: "demo") { jobVersion(name: "train") { id } } }',
  )
  for (const [index, config] of configs.entries()) {
    await push(server, 'gpu', {
      job,
      docker: undefined,
      project: 'demo',
      overrides: { run_config: { lr: config['lr'] }, files: { 'conf/model.yaml': { model: { layers: index + 3 } } } },
    })
    const item = await pop(server, 'gpu', agent)
    await ack(server, item?.runQueueItemId ?? '', `run${index}`, agent)
    const wire = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }]))
    await server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { id } } }', {
      input: { entityName: 'admin', modelName: 'demo', name: `run${index}`, config: JSON.stringify(wire) },
    })
    await server.request('mutation($input: UseArtifactInput!) { useArtifact(input: $input) { clientMutationId } }', {
      input: {
        artifactID: data.project.jobVersion.id,
        entityName: 'admin',
        projectName: 'demo',
        runName: `run${index}`,
      },
    })
  }
}

async function usage(server: TestServer) {
  const { data } = await server.request(
    `{ project(entityName: "admin", name: "demo") { jobVersion(name: "train") {
      inputUsage { address runs minimum maximum values } } } }`,
  )
  return data.project?.jobVersion?.inputUsage
}

describeOnEachDatabase('input usage', (databases) => {
  test('tells the range, the number of runs and the few values of each input that was ever changed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    expect(await usage(server)).toEqual([])
    await runAll(server, job, [
      { lr: 0.001, optimizer: 'adam', seed: 1, token: 'secret://a', other: 5 },
      { lr: 0.1, optimizer: 'sgd', seed: 1, token: 'secret://b' },
      { lr: 0.01, optimizer: 'adam', seed: 1, token: 'secret://b' },
    ])
    expect(await usage(server)).toEqual([
      { address: 'lr', runs: 3, minimum: 0.001, maximum: 0.1, values: [0.01, 0.1, 0.001] },
      { address: 'optimizer', runs: 3, minimum: null, maximum: null, values: ['adam', 'sgd'] },
      { address: 'conf/model.yaml:model.layers', runs: 3, minimum: 3, maximum: 5, values: [5, 4, 3] },
    ])
  })

  test('offers no values of an input that has had many', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    const configs = Array.from({ length: 14 }, (_item, index) => ({ lr: index / 100, optimizer: 'adam', seed: 1 }))
    await runAll(server, job, configs)
    expect(await usage(server)).toContainEqual({ address: 'lr', runs: 14, minimum: 0, maximum: 0.13, values: [] })
  })
})
