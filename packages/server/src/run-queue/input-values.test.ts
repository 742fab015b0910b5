import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, aQueue, pop, push } from './testing/run-queue-fixture.ts'

async function saveFile(server: TestServer, runName: string, name: string, text: string): Promise<void> {
  const { data } = await server.request(
    `mutation($runName: String!, $name: String!) { createRunFiles(input: {entityName: "admin", projectName: "demo",
      runName: $runName, files: [$name]}) { files { uploadUrl } } }`,
    { runName, name },
  )
  await fetch(data.createRunFiles.files[0].uploadUrl, { method: 'PUT', body: text })
}

describeOnEachDatabase('the values of inputs', (databases) => {
  test('an item has the defaults with what it asks for over them; its run has what it reported and saved', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const job = await createTestJob(server, {
      entityName: 'admin',
      projectName: 'demo',
      name: 'train',
      files: { 'train.py': '' },
      entryPoint: ['python', 'train.py'],
      config: { trainer: { lr: 0.01, depth: 2 } },
    })
    const id = await push(server, 'gpu', {
      job,
      docker: undefined,
      overrides: { run_config: { trainer: { lr: 0.5 } } },
    })
    const ofItem = await server.request('query($id: ID!) { runQueueItem(id: $id) { inputValues } }', { id })
    expect(ofItem.data.runQueueItem.inputValues).toEqual({ config: { trainer: { lr: 0.5, depth: 2 } }, files: {} })
    await pop(server, 'gpu', null)
    await ack(server, id, 'run1')
    const config = JSON.stringify({ trainer: { value: { lr: 0.5, depth: 3 } }, _wandb: { value: {} } })
    await server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { id } } }', {
      input: { entityName: 'admin', modelName: 'demo', name: 'run1', config },
    })
    await saveFile(server, 'run1', '_wandb_configs/c.yaml', 'epochs: 3\n')
    await saveFile(server, 'run1', '_wandb_configs/bad.yaml', 'a: [')
    const ofRun = await server.request(
      `{ project(entityName: "admin", name: "demo") { run(name: "run1") { all: inputValues(files: ["c.yaml", "bad.yaml", "none.yaml", "constructor"])
        plain: inputValues } } }`,
    )
    expect(ofRun.data.project.run).toEqual({
      all: { config: { trainer: { lr: 0.5, depth: 3 } }, files: { 'c.yaml': { epochs: 3 } } },
      plain: { config: { trainer: { lr: 0.5, depth: 3 } }, files: {} },
    })
  })
})
