import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { savePreset } from '../preset/testing/preset-fixture.ts'
import { ack, aClock, aQueue, item, pop, push } from './testing/run-queue-fixture.ts'

const CONFIG = { lr: 0.01, model: 'small', depth: 2 }

async function aJob(server: TestServer): Promise<string> {
  const files = { 'train.py': '' }
  const place = { entityName: 'admin', projectName: 'demo', name: 'train' }
  return createTestJob(server, { ...place, files, entryPoint: ['python', 'train.py'], config: CONFIG })
}

function retry(
  server: TestServer,
  runQueueItemId: string,
  more: { readonly overrides?: object; readonly force?: boolean } = {},
  apiKey = server.apiKey,
) {
  const overrides = more.overrides === undefined ? null : JSON.stringify(more.overrides)
  return server.request(
    `mutation($input: RetryRunQueueItemInput!) { retryRunQueueItem(input: $input) { notes { path } runQueueItem {
      id state priority jobPath runSpec origins { kind name version inputs } retryOf { id } retries { id } } } }`,
    { input: { runQueueItemId, force: more.force ?? false, overrides } },
    { apiKey },
  )
}

async function fail(server: TestServer, runQueueItemId: string): Promise<void> {
  await server.request(
    'mutation($id: ID!) { failRunQueueItem(input: {runQueueItemId: $id, message: "no", stage: "run"}) { success } }',
    { id: runQueueItemId },
  )
}

describeOnEachDatabase('retries', (databases) => {
  test('an item is launched again by the same spec and origins, linked to the first', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu', {
      config: { cpu: '{{cpu}}' },
      variables: { cpu: { schema: { type: 'integer' } } },
      priorities: true,
    })
    const job = await aJob(server)
    await savePreset(server, 'fast', { run_config: { lr: 0.5 } })
    const origins = [{ kind: 'preset', preset: 'admin/fast', version: 0, inputs: ['lr'] }]
    const first = await push(
      server,
      'gpu',
      {
        job,
        docker: undefined,
        run_id: 'fixed',
        overrides: { run_config: { lr: 0.5 }, args: ['--x'] },
        _slipway_origins: origins,
      },
      { priority: 1, templateVariableValues: JSON.stringify({ cpu: 2 }) },
    )
    await fail(server, first)
    // What the queue says by now is for new launches.
    await aQueue(server, 'gpu', { config: { cpu: 1, image: 'new' }, priorities: true })
    const { data, errors } = await retry(server, first)
    expect(errors).toBeUndefined()
    const again = data.retryRunQueueItem.runQueueItem
    expect(again).toMatchObject({
      state: 'pending',
      priority: 1,
      jobPath: job,
      origins: [{ kind: 'preset', name: 'admin/fast', version: 'v0', inputs: ['lr'] }],
      retryOf: { id: first },
      retries: [],
    })
    const { run_id: fixed, ...spec } = (await item(server, first)).runSpec
    expect([fixed, again.runSpec]).toEqual(['fixed', spec])
    const read = await server.request('query($id: ID!) { runQueueItem(id: $id) { retries { id } retryOf { id } } }', {
      id: first,
    })
    expect(read.data.runQueueItem).toEqual({ retries: [{ id: again.id }], retryOf: null })
    expect((await pop(server, 'gpu', null))?.runQueueItemId).toBe(again.id)
  })

  test('values that are changed this time come over the others, and their origin is who changed them', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const job = await aJob(server)
    await savePreset(server, 'fast', { run_config: { lr: 0.5, depth: 3 } })
    const origins = [{ kind: 'preset', preset: 'admin/fast', version: 0, inputs: ['lr', 'depth'] }]
    const run_config = { lr: 0.5, depth: 3 }
    const first = await push(server, 'gpu', {
      job,
      docker: undefined,
      overrides: { run_config },
      _slipway_origins: origins,
    })
    await fail(server, first)
    const { data } = await retry(server, first, { overrides: { run_config: { lr: 0.7 } } })
    expect(data.retryRunQueueItem.runQueueItem).toMatchObject({
      runSpec: { overrides: { run_config: { lr: 0.7, depth: 3 } } },
      origins: [
        { kind: 'preset', inputs: ['depth'] },
        { kind: 'command-line', inputs: ['lr'] },
      ],
    })
    const wrong = await retry(server, first, { overrides: { run_config: { nope: 1 } } })
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'invalid-input', problems: [{ path: 'nope' }] })
    const other = await retry(server, first, { overrides: { args: ['x'] } })
    expect([other.status, other.errors?.[0]?.message]).toEqual([400, expect.stringContaining('another "args"')])
  })

  test('inputs that are deleted this time are gone, with those that the item deleted already', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const job = await createTestJob(server, {
      entityName: 'admin',
      projectName: 'demo',
      name: 'files',
      files: { 'train.py': '' },
      entryPoint: ['python', 'train.py'],
      config: CONFIG,
      configFiles: { 'c.yaml': 'a: 1\nb: 2\nc: 3\n' },
    })
    const first = await push(server, 'gpu', {
      job,
      docker: undefined,
      overrides: { files: { 'c.yaml': { b: 5 } }, _slipway_removals: ['c.yaml:a'] },
    })
    await fail(server, first)
    const again = await retry(server, first, { overrides: { removals: ['c.yaml:b'], files: { 'c.yaml': { c: 9 } } } })
    expect(again.data.retryRunQueueItem.runQueueItem).toMatchObject({
      runSpec: { overrides: { files: { 'c.yaml': { c: 9 } }, _slipway_removals: ['c.yaml:a', 'c.yaml:b'] } },
      origins: [{ kind: 'command-line', inputs: ['c.yaml:c', 'c.yaml:b'] }],
    })
    expect(again.data.retryRunQueueItem.runQueueItem.runSpec.overrides.files['c.yaml']).toEqual({ c: 9 })
    // What was deleted comes back when it is set.
    const { id } = again.data.retryRunQueueItem.runQueueItem
    const back = await retry(server, id, { force: true, overrides: { files: { 'c.yaml': { a: 4 } } } })
    expect(back.data.retryRunQueueItem.runQueueItem.runSpec.overrides.files['c.yaml']).toEqual({ c: 9, a: 4 })
    const wrong = await retry(server, id, { force: true, overrides: { removals: ['lr'] } })
    expect(wrong.errors?.[0]?.message).toContain('Cannot delete "lr"')
  })

  test('an item that has not ended is repeated only by force', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const first = await push(server, 'gpu')
    const early = await retry(server, first)
    expect([early.status, early.errors?.[0]?.message]).toEqual([409, expect.stringContaining('it is pending')])
    await pop(server, 'gpu', null)
    await ack(server, first, 'run1')
    expect((await retry(server, first)).errors?.[0]?.message).toContain('it is claimed')
    expect((await retry(server, first, { force: true })).data.retryRunQueueItem.runQueueItem.state).toBe('pending')
  })

  test('an item of a deleted queue cannot be launched again, and says how else', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const first = await push(server, 'gpu')
    await server.request('mutation($id: ID!) { deleteRunQueues(input: {queueIDs: [$id]}) { success } }', {
      id: queue.id,
    })
    const gone = await retry(server, first)
    expect([gone.status, gone.errors?.[0]?.extensions?.['code']]).toEqual([410, 'gone'])
    expect(gone.errors?.[0]?.message).toContain(`--from-run ${first}`)
  })

  test('an item is not launched again outside of bounds that its queue got since', async () => {
    const clock = aClock()
    await using server = await startTestServer({ database: await databases.create(), clock })
    const queueWith = (maximum: number) =>
      aQueue(server, 'gpu', {
        config: { cpu: '{{cpu}}' },
        variables: { cpu: { schema: { type: 'integer', maximum } } },
      })
    await queueWith(8)
    const first = await push(server, 'gpu', {}, { templateVariableValues: JSON.stringify({ cpu: 8 }) })
    await fail(server, first)
    expect((await retry(server, first)).errors).toBeUndefined()
    clock.advance(1000)
    await queueWith(2)
    const late = await retry(server, first)
    expect([late.status, late.errors?.[0]?.message]).toEqual([409, expect.stringContaining('were changed since')])
  })

  test('somebody else cannot launch an item again', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const apiKey = await server.addUser('mallory')
    await aQueue(server, 'gpu')
    const first = await push(server, 'gpu')
    expect((await retry(server, first, { force: true }, apiKey)).status).toBe(404)
  })
})
