import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, aQueue, item, pop } from '../run-queue/testing/run-queue-fixture.ts'
import {
  aSweep,
  aSweepAgent,
  heartbeat,
  readPoints,
  readSweep,
  setSweepState,
  stream,
  upsertSweep,
  waitForSweep,
} from './testing/sweep-fixture.ts'

const GRID = { method: 'grid', parameters: { 'trainer.lr': { values: [0.1, 0.2, 0.3] }, model: { value: 'large' } } }

function aJob(server: TestServer): Promise<string> {
  return createTestJob(server, {
    entityName: 'admin',
    projectName: 'lab',
    name: 'train',
    files: { 'train.py': 'print("trained")' },
    entryPoint: ['python', 'train.py'],
    config: { trainer: { lr: 0.01, layers: 3 }, model: 'small' },
    configFiles: { 'config.yaml': 'optimizer: adam\ndecay: 0.5\n' },
  })
}

const launchOf = (job: string, more: object = {}): string => JSON.stringify({ job, queue: 'gpu', ...more })

/** Runs the next item of the queue as an agent would; answers with its launch spec. */
async function runNext(
  server: TestServer,
  run: string,
  end: { readonly summary?: object; readonly exitCode?: number } = { exitCode: 0 },
) {
  const leased = await pop(server, 'gpu', null, { waitSeconds: 15 })
  if (leased === null) throw new Error('The queue has no item')
  await ack(server, leased.runQueueItemId, run)
  await startRun(server, run, leased.runSpec)
  await stream(server, run, end)
  return leased
}

/** What the client does when a launched program begins: it names the sweep that it found in its environment. */
async function startRun(server: TestServer, name: string, runSpec: unknown): Promise<void> {
  const { sweep_id: sweep, overrides } = runSpec as { sweep_id: string; overrides: { run_config?: object } }
  const config = Object.entries(overrides.run_config ?? {}).map(([key, value]) => [key, { value: value as unknown }])
  const answer = await server.request(
    'mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { sweepName } } }',
    {
      input: {
        entityName: 'admin',
        modelName: 'lab',
        name,
        sweep,
        config: JSON.stringify({ ...Object.fromEntries(config), _wandb: { value: {} } }),
      },
    },
  )
  expect(answer.data.upsertBucket.bucket.sweepName).toBe(sweep)
}

describeOnEachDatabase('sweeps that the server launches', (databases) => {
  test('points become items, at most so many at once, and the sweep finishes with the last of them', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    await aQueue(server, 'gpu')
    const { name } = await aSweep(server, GRID, { launch: launchOf(job, { max_items: 2 }) })
    const filled = await waitForSweep(server, name, ({ points }) => points.edges.length === 2)
    expect(filled).toMatchObject({ state: 'RUNNING', runCountExpected: 3, launch: { job, queue: 'gpu', maxItems: 2 } })
    const first = await runNext(server, 'one')
    expect(first.runSpec).toMatchObject({
      job,
      sweep_id: name,
      entity: 'admin',
      project: 'lab',
      author: 'admin',
      overrides: { run_config: { trainer: { lr: 0.1 }, model: 'large' } },
    })
    const origins = await server.request('query($id: ID!) { runQueueItem(id: $id) { origins { kind name inputs } } }', {
      id: first.runQueueItemId,
    })
    expect(origins.data.runQueueItem.origins).toEqual([
      { kind: 'sweep', name: `admin/lab/${name}`, inputs: ['trainer.lr', 'model'] },
    ])
    await runNext(server, 'two')
    await runNext(server, 'three')
    const ended = await waitForSweep(server, name, ({ state }) => state === 'FINISHED')
    expect(ended).toMatchObject({ reason: 'All points of its grid were tried.', runCount: 3 })
    expect(
      ended.points.edges.map(({ node }: { node: { values: object; run: object } }) => [node.values, node.run]),
    ).toEqual(
      ['one', 'two', 'three'].map((run, index) => [
        { 'trainer.lr': [0.1, 0.2, 0.3][index], model: 'large' },
        { name: run, state: 'finished' },
      ]),
    )
  })

  test('values of config files are swept beside those of the run config', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    await aQueue(server, 'gpu')
    const config = {
      method: 'grid',
      parameters: { 'config.yaml:decay': { values: [0.25] }, trainer: { parameters: { layers: { values: [4] } } } },
    }
    const { name } = await aSweep(server, config, { launch: launchOf(job, { overrides: { args: ['--fast'] } }) })
    const { runSpec } = await runNext(server, 'one')
    expect(runSpec).toMatchObject({
      overrides: {
        args: ['--fast'],
        run_config: { trainer: { layers: 4 } },
        files: { 'config.yaml': { decay: 0.25 } },
      },
    })
    await waitForSweep(server, name, ({ state }) => state === 'FINISHED')
  })

  test('a sweep whose points the job would not take is refused before anything is queued', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    await aQueue(server, 'gpu')
    const config = {
      method: 'grid',
      parameters: {
        'trainer.rate': { values: [1] },
        model: { values: ['small', { x: 1 }] },
        'config.yaml:decay': { values: ['a'] },
      },
    }
    const answer = await upsertSweep(server, { config, launch: launchOf(job) })
    const problems = answer.errors?.[0]?.extensions?.['problems'] as readonly { path: string }[]
    expect(problems.map(({ path }) => path).toSorted()).toEqual(['config.yaml:decay', 'model', 'trainer.rate'])
    expect(await pop(server, 'gpu', null)).toBeNull()
    const endless = await upsertSweep(server, {
      config: { method: 'random', parameters: { model: { values: ['a', 'b'] } } },
      launch: launchOf(job),
    })
    expect(endless.errors?.[0]?.message).toContain('without end')
    const { data } = await server.request('{ project(name: "lab", entityName: "admin") { totalSweeps } }')
    expect(data.project.totalSweeps).toBe(0)
  })

  test('a paused sweep queues nothing more, and a cancelled one takes back what waits', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    await aQueue(server, 'gpu')
    const { id, name } = await aSweep(server, GRID, { launch: launchOf(job, { max_items: 1 }) })
    await waitForSweep(server, name, ({ points }) => points.edges[0]?.node.runQueueItem !== undefined)
    await setSweepState(server, id, 'PAUSED')
    await runNext(server, 'one')
    const paused = await waitForSweep(
      server,
      name,
      ({ points }) => points.edges[0].node.runQueueItem.state === 'finished',
    )
    expect([paused.state, paused.points.edges.length]).toEqual(['PAUSED', 1])
    await setSweepState(server, id, 'RUNNING')
    await waitForSweep(server, name, ({ points }) => points.edges[1]?.node.runQueueItem?.state === 'pending')
    await setSweepState(server, id, 'CANCELED')
    const ended = await waitForSweep(
      server,
      name,
      ({ points }) => points.edges[1].node.runQueueItem.state === 'cancelled',
    )
    expect(ended).toMatchObject({ state: 'CANCELED', reason: '"admin" cancelled it. Its runs were stopped.' })
    expect(await pop(server, 'gpu', null)).toBeNull()
  })

  test('a program that always fails ends the sweep with the reason', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    await aQueue(server, 'gpu')
    const config = { method: 'random', run_cap: 50, parameters: { 'trainer.lr': { min: 0.1, max: 0.2 } } }
    const { name } = await aSweep(server, config, { launch: launchOf(job, { max_items: 1 }) })
    for (let index = 0; index < 5; index++) await runNext(server, `bad-${index}`, { exitCode: 1 })
    const ended = await waitForSweep(server, name, ({ state }) => state !== 'RUNNING')
    expect(ended).toMatchObject({ state: 'FAILED', reason: expect.stringContaining('Its first 5 points all failed.') })
    expect(ended.points.edges).toHaveLength(5)
  })

  test('a queue that is deleted fails the sweep with the reason', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    const queue = await aQueue(server, 'gpu')
    const { name } = await aSweep(server, GRID, { launch: launchOf(job, { max_items: 1 }) })
    await waitForSweep(server, name, ({ points }) => points.edges[0]?.node.runQueueItem?.state === 'pending')
    await server.request('mutation($id: ID!) { deleteRunQueues(input: {queueIDs: [$id]}) { success } }', {
      id: queue.id,
    })
    const ended = await waitForSweep(server, name, ({ state }) => state === 'FAILED')
    expect(ended.reason).toContain('Cannot find run queue "gpu"')
  })

  test('points that ran before with exactly the same inputs are skipped, and their results count', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    await aQueue(server, 'gpu')
    const first = await aSweep(server, { ...GRID, metric: { name: 'loss' } }, { launch: launchOf(job) })
    for (const run of ['one', 'two', 'three']) await runNext(server, run, { summary: { loss: 1 }, exitCode: 0 })
    await waitForSweep(server, first.name, ({ state }) => state === 'FINISHED')
    const wider = {
      ...GRID,
      metric: { name: 'loss' },
      parameters: { ...GRID.parameters, 'trainer.lr': { values: [0.2, 0.4] } },
    }
    const second = await aSweep(server, wider, { launch: launchOf(job, { skip_launched: true }) })
    const { runSpec } = await runNext(server, 'four')
    expect(runSpec).toMatchObject({ overrides: { run_config: { trainer: { lr: 0.4 } } } })
    await waitForSweep(server, second.name, ({ state }) => state === 'FINISHED')
    expect((await readPoints(server, second.name))[0]).toMatchObject({
      state: 'skipped',
      reason: expect.stringContaining('had exactly these inputs'),
      metric: 1,
      run: { name: 'two' },
    })
  })

  test('a chosen point is queued at once and answered with its item; one that the job refuses harms no other', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    await aQueue(server, 'gpu')
    const { id, name } = await aSweep(server, { ...GRID, method: 'custom' }, { launch: launchOf(job) })
    const add = (config: object) =>
      server.request(
        `mutation($id: ID!, $config: JSONString!) { enqueueSweepRun(input: {id: $id, config: $config}) {
          runQueueItemId point { state reason } } }`,
        { id, config: JSON.stringify(config) },
      )
    const refused = (await add({ nope: 1 })).data.enqueueSweepRun
    expect([refused.runQueueItemId, refused.point.state]).toEqual([null, 'refused'])
    expect(refused.point.reason).toContain('nope')
    const added = (await add({ 'trainer.lr': 0.7 })).data.enqueueSweepRun
    expect((await item(server, added.runQueueItemId)).runSpec.overrides.run_config).toEqual({
      trainer: { lr: 0.7 },
      model: 'large',
    })
    expect((await readSweep(server, name)).state).toBe('RUNNING')
  })

  test('early stopping stops the items of bad runs', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    await aQueue(server, 'gpu')
    const config = {
      ...GRID,
      metric: { name: 'loss' },
      early_terminate: { type: 'hyperband', min_iter: 2, eta: 3 },
    }
    const { name } = await aSweep(server, config, { launch: launchOf(job) })
    const items: string[] = []
    for (const [index, run] of ['one', 'two', 'three'].entries()) {
      const leased = await pop(server, 'gpu', null, { waitSeconds: 15 })
      items.push(leased?.runQueueItemId ?? '')
      await ack(server, leased?.runQueueItemId ?? '', run)
      await startRun(server, run, leased?.runSpec)
      await stream(server, run, { lines: [{ loss: 5 }, { loss: index }] })
    }
    // The best third, and who is as good as its last, go on.
    await waitForSweep(server, name, () => true)
    const stopped = async (): Promise<readonly boolean[]> =>
      Promise.all(items.map(async (id) => (await item(server, id)).stopRequestedAt !== null))
    await expect.poll(stopped).toEqual([false, false, true])
    expect(await stream(server, 'three', { exitCode: 255 })).toMatchObject({ stopped: true })
    for (const run of ['one', 'two']) await stream(server, run, { exitCode: 0 })
    const ended = await waitForSweep(server, name, ({ state }) => state === 'FINISHED')
    expect(ended.points.edges[2].node).toMatchObject({ run: { state: 'killed' }, runQueueItem: { state: 'stopped' } })
  })

  test('the client’s own scheduler is queued with the sweep’s id, and its end without a word fails the sweep', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aJob(server)
    await aQueue(server, 'gpu')
    const scheduler = {
      queue: 'gpu',
      run_queue_project: 'model-registry',
      run_spec: JSON.stringify({
        uri: 'placeholder-uri-scheduler',
        entity: 'admin',
        project: 'lab',
        name: 'Scheduler.WANDB_SWEEP_ID',
        run_id: 'WANDB_SWEEP_ID',
        resource: 'local-process',
        overrides: {
          entry_point: ['wandb', 'scheduler', 'WANDB_SWEEP_ID'],
          args: ['--queue', "'gpu'", '--job', "'admin/lab/train:v0'", '--note', "'it's two words'"],
        },
      }),
    }
    const { name } = await aSweep(server, GRID, { launchScheduler: JSON.stringify(scheduler), state: 'PENDING' })
    const leased = await pop(server, 'gpu', null)
    expect(leased?.runSpec).toMatchObject({
      name: `Scheduler.${name}`,
      run_id: name,
      overrides: {
        entry_point: ['wandb', 'scheduler', name],
        // The client writes names in quotes, for a shell that its agents do not have any more.
        args: ['--queue', 'gpu', '--job', 'admin/lab/train:v0', '--note', "'it's two words'"],
      },
    })
    const stored = JSON.parse((await readSweep(server, name)).scheduler)
    expect(JSON.parse(stored.run_spec)).toMatchObject({ run_id: name })
    await server.request(
      'mutation($id: ID!) { failRunQueueItem(input: {runQueueItemId: $id, message: "no wandb here", stage: "agent"}) { success } }',
      { id: leased?.runQueueItemId },
    )
    const ended = await waitForSweep(server, name, ({ state }) => state === 'FAILED')
    expect(ended.reason).toContain('is failed: no wandb here')
  })

  test('a sweep with the client’s own scheduler makes its project, unless the scheduler’s queue is not there', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const make = (projectName: string, queue: string, runSpec: string) =>
      upsertSweep(server, {
        config: GRID,
        projectName,
        launchScheduler: JSON.stringify({ queue, run_spec: runSpec }),
        state: 'PENDING',
      })
    const spec = JSON.stringify({ uri: 'placeholder-uri-scheduler', project: 'new' })
    const projectOf = async (name: string) =>
      (await server.request('query($name: String!) { project(name: $name, entityName: "admin") { name } }', { name }))
        .data.project
    expect((await make('new', 'cpu', spec)).errors?.[0]?.extensions?.['code']).toBe('not-found')
    expect((await make('new', 'gpu', '[]')).errors?.[0]?.extensions?.['code']).toBe('invalid-input')
    expect(await projectOf('new')).toBeNull()
    expect((await make('new', 'gpu', spec)).errors).toBeUndefined()
    expect(await projectOf('new')).toEqual({ name: 'new' })
  })

  test('the client’s own scheduler is told to exit when the last run has ended, not while one goes on', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aJob(server)
    await aQueue(server, 'gpu')
    const scheduler = { queue: 'gpu', run_spec: JSON.stringify({ uri: 'placeholder-uri-scheduler', project: 'lab' }) }
    const { name } = await aSweep(
      server,
      { method: 'grid', parameters: { lr: { values: [1] } } },
      { launchScheduler: JSON.stringify(scheduler), state: 'PENDING' },
    )
    const [busy, idle] = [await aSweepAgent(server, name), await aSweepAgent(server, name)]
    const [command] = await heartbeat(server, busy)
    const run = command?.run_id ?? ''
    await stream(server, run, { lines: [{ loss: 1 }] })
    expect([await heartbeat(server, idle), await heartbeat(server, busy, [run])]).toEqual([[], []])
    expect(await readSweep(server, name)).toMatchObject({ state: 'RUNNING' })
    await stream(server, run, { exitCode: 0 })
    expect(await readSweep(server, name)).toMatchObject({ state: 'FINISHED' })
    expect(await heartbeat(server, idle)).toEqual([{ type: 'exit' }])
  })

  test('a server that starts again goes on with the sweep, and queues no point twice', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'slipway-sweep-'))
    try {
      const database = await databases.create({ file: join(dataFolder, 'slipway.sqlite') })
      const options = { database, config: { dataFolder } }
      const before = await startTestServer(options)
      const job = await aJob(before)
      await aQueue(before, 'gpu')
      const { name } = await aSweep(before, GRID, { launch: launchOf(job, { max_items: 2 }) })
      await waitForSweep(before, name, ({ points }) => points.edges.length === 2)
      const { apiKey } = before
      await before.stop()
      await using after = await startTestServer(options)
      const server: TestServer = {
        ...after,
        apiKey,
        request: (query, variables, own) => after.request(query, variables, { apiKey, ...own }),
      }
      for (const run of ['one', 'two', 'three']) await runNext(server, run)
      const ended = await waitForSweep(server, name, ({ state }) => state === 'FINISHED')
      expect(ended.points.edges.map(({ node }: { node: { run: { name: string } } }) => node.run.name)).toEqual([
        'one',
        'two',
        'three',
      ])
      expect(await pop(server, 'gpu', null)).toBeNull()
    } finally {
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  })

  if (databases.engine !== 'postgres') return
  test('three servers on one database launch each point once, and together no more than may be open', async () => {
    const database = await databases.create()
    await using one = await startTestServer({ database })
    await using _two = await startTestServer({ database, config: { dataFolder: one.dataFolder } })
    await using _three = await startTestServer({ database, config: { dataFolder: one.dataFolder } })
    const job = await aJob(one)
    await aQueue(one, 'gpu')
    const config = { method: 'grid', parameters: { 'trainer.lr': { values: [1, 2, 3, 4, 5, 6, 7, 8, 9] } } }
    const { name } = await aSweep(one, config, { launch: launchOf(job, { max_items: 4 }) })
    const rates: number[] = []
    for (let index = 0; index < 9; index++) {
      const open = (await readPoints(one, name)).filter(({ run }) => run === null)
      expect(open.length).toBeLessThanOrEqual(4)
      const { runSpec } = await runNext(one, `run-${index}`)
      rates.push(
        (runSpec as { overrides: { run_config: { trainer: { lr: number } } } }).overrides.run_config.trainer.lr,
      )
    }
    await waitForSweep(one, name, ({ state }) => state === 'FINISHED')
    expect(rates.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(await pop(one, 'gpu', null)).toBeNull()
  })
})
