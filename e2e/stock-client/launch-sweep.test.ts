import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeWithEachClient } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ENTITY, PROJECT, QUEUE, startLaunchSite } from '../founding-document/launch-site.ts'
import { requireSuccess } from '../founding-document/run-program.ts'
import { waitFor } from '../founding-document/wait-for.ts'

// The stock agent asks for items every ten seconds, and the scheduler for points every five.
const DEADLINE_MS = 480_000

const PROGRAM = {
  'train.py': `
import wandb

with wandb.init(config={"lr": 0.5, "layers": 2}) as run:
    run.log_code(".")
    run.log({"loss": (run.config["lr"] - 0.3) ** 2 + run.config["layers"]})
`,
}

const READ = `query($name: String!) { project(entityName: "${ENTITY}", name: "${PROJECT}") { sweep(sweepName: $name) {
  state reason runCount
  points { edges { node { values run { name state sweepName config summaryMetrics jobVersion { path } } } } } } } }`

const PLACE = ['--entity', ENTITY, '--project', PROJECT, '--queue', QUEUE]
const STOCK_AGENT = ['launch-agent', '--queue', QUEUE, '--entity', ENTITY, '--max-jobs', '2']

describeWithEachClient('"wandb launch-sweep"', (client) => {
  test.concurrent.each(['stock', 'Slipway'])(
    'queues the stock scheduler, which launches every point of a grid through the %s agent and finishes the sweep',
    async (kind) => {
      await using site = await startLaunchSite(client, { hasAgent: kind === 'Slipway' })
      const job = await site.capture('train', { files: PROGRAM })
      const file = join(site.folder, 'sweep.yaml')
      await writeFile(
        file,
        JSON.stringify({
          job: job.path,
          method: 'grid',
          metric: { name: 'loss', goal: 'minimize' },
          parameters: { lr: { values: [0.1, 0.3] }, layers: { value: 3 } },
          scheduler: { num_workers: 2 },
        }),
      )
      const queued = requireSuccess(await site.runWandb(['launch-sweep', file, ...PLACE]))
      expect(queued).toContain(`Scheduler added to launch queue (${QUEUE})`)
      const name = /sweep with ID: (\w{8})/u.exec(queued)?.[1] ?? ''
      await using _agent = kind === 'stock' ? site.startWandb(STOCK_AGENT) : undefined

      const sweep = await waitFor('the end of the sweep', DEADLINE_MS, async () => {
        const answer = await site.server.request(READ, { name })
        const read = answer.data.project.sweep
        return read.state === 'PENDING' || read.state === 'RUNNING' ? null : read
      })
      expect(sweep).toMatchObject({ state: 'FINISHED', reason: 'All points of its grid were tried.', runCount: 2 })
      for (const [index, lr] of [0.1, 0.3].entries()) {
        const { values, run } = sweep.points.edges[index].node
        expect(values).toEqual({ lr, layers: 3 })
        expect(run).toMatchObject({ state: 'finished', sweepName: name, jobVersion: { path: job.path } })
        const config = JSON.parse(run.config)
        expect([config.lr.value, config.layers.value]).toEqual([lr, 3])
        expect(JSON.parse(run.summaryMetrics).loss).toBeCloseTo((lr - 0.3) ** 2 + 3, 8)
      }
      const items = await site.itemIds()
      expect(items).toHaveLength(3)
      expect(await site.untilEnded(items.at(-1) ?? '')).toMatchObject({ state: 'finished' })
    },
  )
})
