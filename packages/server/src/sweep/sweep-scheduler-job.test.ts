import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { aQueue, pop } from '../run-queue/testing/run-queue-fixture.ts'
import { aSweep, readPoints, readSweep, setSweepState, stream, upsertSweep } from './testing/sweep-fixture.ts'

const OWN_POINTS = {
  method: 'custom',
  run_cap: 2,
  parameters: { lr: { min: 0.1, max: 0.9 }, model: { value: 'large' } },
}

function aSchedulerJob(server: TestServer, more: { readonly image?: string } = {}): Promise<string> {
  return createTestJob(server, {
    entityName: 'admin',
    projectName: 'lab',
    name: 'search',
    files: { 'search.py': 'print("searched")' },
    entryPoint: ['python', 'search.py'],
    config: {},
    configFiles: {},
    ...more,
  })
}

/** What `wandb launch-sweep` sends for a scheduler job; it fills in a container where no resource was named. */
function launchScheduler(job: string, resource: string | null, queue = 'gpu'): string {
  return JSON.stringify({
    queue,
    run_queue_project: 'model-registry',
    run_spec: JSON.stringify({
      uri: 'placeholder-uri-scheduler',
      job,
      entity: 'admin',
      project: 'lab',
      name: 'Scheduler.WANDB_SWEEP_ID',
      run_id: 'WANDB_SWEEP_ID',
      resource: resource ?? 'local-container',
      overrides: {
        run_config: {
          scheduler: { job, ...(resource === null ? {} : { resource }) },
          sweep_args: { sweep_id: 'WANDB_SWEEP_ID', queue, project: 'lab', job: 'admin/lab/train:v0' },
        },
      },
    }),
  })
}

/** What a scheduler that chooses points by itself does before it queues one. */
async function upsertRun(
  server: TestServer,
  input: object,
): Promise<{ readonly name: string; readonly state: string }> {
  const answer = await server.request(
    'mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { name state } } }',
    { input: { entityName: 'admin', modelName: 'lab', ...input } },
  )
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data.upsertBucket.bucket
}

describeOnEachDatabase('the scheduler job of a sweep', (databases) => {
  test('runs where its queue does when no resource was named, and again when the sweep is resumed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aSchedulerJob(server)
    await aQueue(server, 'gpu')
    const { id, name } = await aSweep(server, OWN_POINTS, {
      launchScheduler: launchScheduler(job, null),
      state: 'PENDING',
    })
    const leased = await pop(server, 'gpu', null)
    expect(leased?.runSpec).toMatchObject({
      uri: 'placeholder-uri-scheduler',
      job,
      resource: 'local-process',
      run_id: name,
      overrides: { run_config: { sweep_args: { sweep_id: name } } },
    })
    // The client would refuse this resource, and takes one that it finds here for one that somebody named.
    const stored = JSON.parse((await readSweep(server, name)).scheduler)
    expect(JSON.parse(stored.run_spec)).not.toHaveProperty('resource')
    expect(JSON.parse(stored.run_spec)).toMatchObject({ job, run_id: name })

    await setSweepState(server, id, 'PAUSED')
    const resumed = await upsertSweep(server, { id, launchScheduler: launchScheduler(job, null), state: 'PENDING' })
    expect(resumed.errors).toBeUndefined()
    expect((await pop(server, 'gpu', null))?.runSpec).toMatchObject({ job, resource: 'local-process', run_id: name })
  })

  test('runs on the resource that was named', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aSchedulerJob(server)
    await aQueue(server, 'gpu')
    const { name } = await aSweep(server, OWN_POINTS, { launchScheduler: launchScheduler(job, 'local-container') })
    expect((await pop(server, 'gpu', null))?.runSpec).toMatchObject({ resource: 'local-container' })
    const stored = JSON.parse((await readSweep(server, name)).scheduler)
    expect(JSON.parse(stored.run_spec)).toMatchObject({ resource: 'local-container' })
  })

  test('runs in a container when it is an image, since no process can be made of it, or where a queue of containers does', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aSchedulerJob(server, { image: 'searcher:1' })
    await aQueue(server, 'gpu')
    await aSweep(server, OWN_POINTS, { launchScheduler: launchScheduler(job, null) })
    expect((await pop(server, 'gpu', null))?.runSpec).toMatchObject({ job, resource: 'local-container' })
    await aQueue(server, 'cluster', { resource: 'kubernetes' })
    await aSweep(server, OWN_POINTS, { launchScheduler: launchScheduler(job, null, 'cluster') })
    expect((await pop(server, 'cluster', null))?.runSpec).toMatchObject({ job, resource: 'kubernetes' })
  })

  test('chooses points by itself: each run that it makes is a point, waits for its program and is counted once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aSchedulerJob(server)
    await aQueue(server, 'gpu')
    const { id, name } = await aSweep(server, OWN_POINTS, { launchScheduler: launchScheduler(job, null) })
    const config = JSON.stringify({ lr: { value: 0.7 }, model: { value: 'large' }, other: { value: 1 } })
    const made = await upsertRun(server, { sweep: name, config })
    expect(made.state).toBe('pending')
    // A program that nobody announced: the agent started it with the sweep in its environment.
    await upsertRun(server, {
      sweep: name,
      name: 'unannounced',
      config: JSON.stringify({ lr: { value: 0.5 }, _wandb: { value: {} } }),
    })
    expect(await readPoints(server, name)).toMatchObject([
      {
        number: 1,
        source: 'controller',
        state: 'given',
        values: { lr: 0.7, model: 'large' },
        run: { name: made.name },
      },
      { number: 2, source: 'controller', state: 'given', values: { lr: 0.5 }, run: { name: 'unannounced' } },
    ])
    for (const run of [made.name, 'unannounced']) {
      await upsertRun(server, { sweep: name, name: run, config: JSON.stringify({ _wandb: { value: {} } }) })
      await stream(server, run, { lines: [{ loss: 1 }], exitCode: 0 })
    }
    expect(await readSweep(server, name)).toMatchObject({ state: 'RUNNING', runCount: 2 })
    await setSweepState(server, id, 'FINISHED')
    expect(await readSweep(server, name)).toMatchObject({
      state: 'FINISHED',
      reason: 'Its run cap of 2 was reached.',
      runCount: 2,
    })
  })

  test('announces a point of its choice, which is under way once its run goes', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aSchedulerJob(server)
    await aQueue(server, 'gpu')
    const { id, name } = await aSweep(server, OWN_POINTS, { launchScheduler: launchScheduler(job, null) })
    const enqueued = await server.request(
      `mutation($id: ID!, $config: JSONString!) { enqueueSweepRun(input: {id: $id, config: $config}) { point { run { name } } } }`,
      { id, config: JSON.stringify({ lr: 0.4 }) },
    )
    const run = enqueued.data.enqueueSweepRun.point.run.name
    expect(await readPoints(server, name)).toMatchObject([{ source: 'chosen', state: 'waiting' }])
    await stream(server, run, { lines: [{ loss: 1 }] })
    await upsertRun(server, { sweep: name, name: run, config: JSON.stringify({ _wandb: { value: {} } }) })
    expect(await readPoints(server, name)).toMatchObject([
      { source: 'chosen', state: 'given', values: { lr: 0.4, model: 'large' }, run: { name: run } },
    ])
    await stream(server, run, { exitCode: 0 })
    expect(await readSweep(server, name)).toMatchObject({ runCount: 1 })
  })
})
