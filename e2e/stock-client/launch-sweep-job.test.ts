import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeWithEachClient } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ENTITY, PROJECT, QUEUE, startLaunchSite, type LaunchSite } from '../founding-document/launch-site.ts'
import { requireSuccess } from '../founding-document/run-program.ts'
import { waitFor } from '../founding-document/wait-for.ts'
import { programPath } from './laboratory.ts'

// The stock agent asks for items every ten seconds.
const DEADLINE_MS = 480_000

const REACHED = 'Its run cap of 3 was reached.'

const READ = `query($name: String!) { project(entityName: "${ENTITY}", name: "${PROJECT}") { sweep(sweepName: $name) {
  state reason method runCount
  points { edges { node { values source state metric run { name state sweepName config jobVersion { path } } } } } } } }`

const READ_SCHEDULER = `query($name: String!) { project(entityName: "${ENTITY}", name: "${PROJECT}") {
  run(name: $name) { state jobVersion { path } } } }`

const PLACE = ['--entity', ENTITY, '--project', PROJECT, '--queue', QUEUE]
const STOCK_AGENT = ['launch-agent', '--queue', QUEUE, '--entity', ENTITY, '--max-jobs', '2']

interface Launched {
  readonly name: string
  readonly job: string
  readonly schedulerJob: string
}

function readProgram(program: string): Promise<string> {
  return readFile(programPath(program), 'utf8')
}

/** Makes the job that configurations of the stock client name, for a server that has no such one from birth. */
async function createPublicScheduler(site: LaunchSite): Promise<string> {
  const folder = join(site.folder, 'public-scheduler')
  await mkdir(folder)
  await copyFile(programPath('launch_sweep_scheduler.py'), join(folder, 'scheduler.py'))
  await writeFile(join(folder, 'requirements.txt'), 'wandb\n')
  requireSuccess(await site.runSlipway(['admin', 'team', 'create', 'wandb']))
  const place = ['--entity', 'wandb', '--project', 'sweep-jobs', '--name', 'job-wandb-sweep-scheduler']
  requireSuccess(
    await site.runSlipway(['job', 'create', 'code', folder, ...place, '--entry-point', 'python scheduler.py']),
  )
  return 'wandb/sweep-jobs/job-wandb-sweep-scheduler:latest'
}

/** Captures the program that is swept, and queues a sweep of it with a scheduler job. */
async function launchSweep(site: LaunchSite, scheduler: string, config: object, settings: object): Promise<Launched> {
  const job = await site.capture('train', { files: { 'train.py': await readProgram('launch_sweep_train.py') } })
  const file = join(site.folder, 'sweep.yaml')
  const metric = { name: 'loss', goal: 'minimize' }
  await writeFile(
    file,
    JSON.stringify({ job: job.path, metric, scheduler: { job: scheduler, num_workers: 2, settings }, ...config }),
  )
  const output = requireSuccess(await site.runWandb(['launch-sweep', file, ...PLACE]))
  const name = /sweep with ID: (\w{8})/u.exec(output)?.[1] ?? ''
  return { name, job: job.path, schedulerJob: scheduler.replace(/:latest$/u, ':v0') }
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers have many shapes
async function untilOver(site: LaunchSite, name: string): Promise<any> {
  return waitFor('the end of the sweep', DEADLINE_MS, async () => {
    const { sweep } = (await site.server.request(READ, { name })).data.project
    return sweep.state === 'PENDING' || sweep.state === 'RUNNING' ? null : sweep
  })
}

/** The scheduler's item was run from its job, as a program of the queue like the others, and has ended well. */
async function expectScheduler(site: LaunchSite, launched: Launched, itemCount: number): Promise<void> {
  const ids = await site.itemIds()
  expect(ids).toHaveLength(itemCount)
  expect(await site.untilEnded(ids.at(-1) ?? '')).toMatchObject({ state: 'finished', jobPath: launched.schedulerJob })
  const { run } = (await site.server.request(READ_SCHEDULER, { name: launched.name })).data.project
  expect(run).toMatchObject({ state: 'finished', jobVersion: { path: launched.schedulerJob } })
}

describeWithEachClient('"wandb launch-sweep" with a scheduler job', (client) => {
  test.concurrent.each(['stock', 'Slipway'])(
    'runs the one under the public name through the %s agent: the server searches up to the run cap, each point is launched, and the sweep finishes',
    async (kind) => {
      await using site = await startLaunchSite(client, { hasAgent: kind === 'Slipway' })
      const launched = await launchSweep(
        site,
        await createPublicScheduler(site),
        { run_cap: 3, parameters: { lr: { min: 0.1, max: 0.5 }, layers: { value: 3 } } },
        { method: 'random' },
      )
      await using _agent = kind === 'stock' ? site.startWandb(STOCK_AGENT) : undefined
      const sweep = await untilOver(site, launched.name)
      expect(sweep).toMatchObject({ state: 'FINISHED', method: 'random', reason: REACHED, runCount: 3 })
      expect(sweep.points.edges).toHaveLength(3)
      for (const { node } of sweep.points.edges) {
        const { values, run, source, metric } = node
        expect([source, values.layers]).toEqual(['search', 3])
        expect(run).toMatchObject({ state: 'finished', sweepName: launched.name, jobVersion: { path: launched.job } })
        const config = JSON.parse(run.config)
        expect([config.lr.value, config.layers.value]).toEqual([values.lr, 3])
        expect(metric).toBeCloseTo((values.lr - 0.3) ** 2 + 3, 8)
      }
      await expectScheduler(site, launched, 4)
    },
  )

  test.concurrent.each(['stock', 'Slipway'])(
    'runs a job that chooses its points by itself through the %s agent, and they are the points of the sweep',
    async (kind) => {
      await using site = await startLaunchSite(client, { hasAgent: kind === 'Slipway' })
      const program = await readProgram('launch_sweep_own_points.py')
      const scheduler = await site.capture('scheduler', { files: { 'train.py': program } })
      const launched = await launchSweep(
        site,
        scheduler.path,
        { run_cap: 3, parameters: { lr: { min: 0.1, max: 0.9 }, layers: { value: 2 } } },
        { start: 0.7 },
      )
      await using _agent = kind === 'stock' ? site.startWandb(STOCK_AGENT) : undefined
      const sweep = await untilOver(site, launched.name)
      expect(sweep).toMatchObject({ state: 'FINISHED', method: 'custom', reason: REACHED, runCount: 3 })
      // Each point is halfway between the one before and what its result says is best.
      const points = sweep.points.edges.map(({ node }: { node: Record<string, unknown> }) => node)
      expect(points.map(({ values }: { values: object }) => values)).toEqual([
        { lr: 0.7, layers: 2 },
        { lr: 0.5, layers: 2 },
        { lr: 0.4, layers: 2 },
      ])
      for (const { values, run, metric } of points) {
        expect(run).toMatchObject({ state: 'finished', sweepName: launched.name, jobVersion: { path: launched.job } })
        expect(JSON.parse(run.config)).toMatchObject({ lr: { value: values.lr }, layers: { value: 2 } })
        expect(metric).toBeCloseTo((values.lr - 0.3) ** 2 + 2, 8)
      }
      await expectScheduler(site, launched, 4)
    },
  )
})
