import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { aQueue, pop } from '../run-queue/testing/run-queue-fixture.ts'
import {
  aSweep,
  aSweepAgent,
  heartbeat,
  readSweep,
  stream,
  upsertSweep,
  waitForSweep,
} from './testing/sweep-fixture.ts'
import { JOB_GRID, aSweptJob } from './testing/sweep-launch-fixture.ts'

describeOnEachDatabase('sweeps that the server launches', (databases) => {
  test('the client’s own scheduler is queued with the sweep’s id, and its end without a word fails the sweep', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aSweptJob(server)
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
    const { name } = await aSweep(server, JOB_GRID, { launchScheduler: JSON.stringify(scheduler), state: 'PENDING' })
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
        config: JOB_GRID,
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
    await aSweptJob(server)
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
})
