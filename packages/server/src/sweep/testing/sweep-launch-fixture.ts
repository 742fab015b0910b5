import { createTestJob, type TestServer } from '@slipway/testkit'
import { expect } from 'vitest'
import { ack, pop } from '../../run-queue/testing/run-queue-fixture.ts'
import { stream } from './sweep-fixture.ts'

/** What the tests of sweeps that the server launches do over and over. */

/** A search over three points of the job. */
export const JOB_GRID = {
  method: 'grid',
  parameters: { 'trainer.lr': { values: [0.1, 0.2, 0.3] }, model: { value: 'large' } },
}

/** A job with inputs in the run config and in a config file. */
export function aSweptJob(server: TestServer): Promise<string> {
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

/** How the points of a sweep are launched, as the API takes it. */
export const launchOf = (job: string, more: object = {}): string => JSON.stringify({ job, queue: 'gpu', ...more })

/** Runs the next item of the queue as an agent would; answers with its launch spec. */
export async function runNext(
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
export async function startRun(server: TestServer, name: string, runSpec: unknown): Promise<void> {
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
