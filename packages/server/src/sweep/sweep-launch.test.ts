import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { aQueue, item, pop } from '../run-queue/testing/run-queue-fixture.ts'
import { aSweep, readPoints, readSweep, upsertSweep, waitForSweep } from './testing/sweep-fixture.ts'
import { JOB_GRID, aSweptJob, launchOf, runNext } from './testing/sweep-launch-fixture.ts'

describeOnEachDatabase('sweeps that the server launches', (databases) => {
  test('points become items, at most so many at once, and the sweep finishes with the last of them', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aSweptJob(server)
    await aQueue(server, 'gpu')
    const { name } = await aSweep(server, JOB_GRID, { launch: launchOf(job, { max_items: 2 }) })
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
    const job = await aSweptJob(server)
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
    const job = await aSweptJob(server)
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

  test('points that ran before with exactly the same inputs are skipped, and their results count', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aSweptJob(server)
    await aQueue(server, 'gpu')
    const first = await aSweep(server, { ...JOB_GRID, metric: { name: 'loss' } }, { launch: launchOf(job) })
    for (const run of ['one', 'two', 'three']) await runNext(server, run, { summary: { loss: 1 }, exitCode: 0 })
    await waitForSweep(server, first.name, ({ state }) => state === 'FINISHED')
    const wider = {
      ...JOB_GRID,
      metric: { name: 'loss' },
      parameters: { ...JOB_GRID.parameters, 'trainer.lr': { values: [0.2, 0.4] } },
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
    const job = await aSweptJob(server)
    await aQueue(server, 'gpu')
    const { id, name } = await aSweep(server, { ...JOB_GRID, method: 'custom' }, { launch: launchOf(job) })
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

  test('a server that starts again goes on with the sweep, and queues no point twice', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'slipway-sweep-'))
    try {
      const database = await databases.create({ file: join(dataFolder, 'slipway.sqlite') })
      const options = { database, config: { dataFolder } }
      const before = await startTestServer(options)
      const job = await aSweptJob(before)
      await aQueue(before, 'gpu')
      const { name } = await aSweep(before, JOB_GRID, { launch: launchOf(job, { max_items: 2 }) })
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
    const job = await aSweptJob(one)
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
