import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { requireSuccess } from '../founding-document/run-program.ts'
import { openSweepSite } from './sweep-site.ts'

const FOLDER = '.venv/sweeps'
/** The client with the package that its local controller needs. */
const python =
  process.env['SLIPWAY_TEST_PYTHON_SWEEPS'] ?? fileURLToPath(new URL(`../../${FOLDER}/bin/python`, import.meta.url))
const isThere = existsSync(python)
if (!isThere && process.env['CI'] === 'true') {
  throw new Error(`Cannot run the tests of the local controller: ${FOLDER} is missing. Make it with "make setup".`)
}

describe.skipIf(!isThere)(
  `the local controller of the client${isThere ? '' : `: ${FOLDER} is missing, run "make setup"`}`,
  () => {
    test.concurrent('"wandb sweep --controller" chooses the points of a grid, and an agent runs them', async () => {
      await using site = await openSweepSite({ python, version: '', binFolder: dirname(python) })
      await site.writeSweepFile({
        method: 'grid',
        metric: { name: 'loss', goal: 'minimize' },
        parameters: { lr: { values: [0.1, 0.2] }, layers: { value: 2 } },
      })
      await using controller = site.startWandb('sweep', '--controller', '--verbose', 'sweep.yaml')
      await expect.poll(() => controller.output()).toMatch(/sweep with ID: \S*(\w{8})/u)
      const name = /wandb agent admin\/lab\/(\w{8})/u.exec(controller.output())?.[1] ?? ''
      requireSuccess(await site.wandb('agent', name))
      requireSuccess(await controller.ended)
      const sweep = await site.readSweep(name)
      expect(sweep).toMatchObject({ state: 'FINISHED', reason: 'Its controller has no further point.', runCount: 2 })
      expect(
        sweep.points.edges.map(({ node }: { node: { values: object; source: string } }) => [node.source, node.values]),
      ).toEqual([
        ['controller', { lr: 0.1, layers: 2 }],
        ['controller', { lr: 0.2, layers: 2 }],
      ])
    })

    test.concurrent('"wandb sweep-scheduler" enqueues the points that it chooses, sees each of them end, and finishes the sweep', async () => {
      await using site = await openSweepSite({ python, version: '', binFolder: dirname(python) })
      const name = await site.createSweep({
        method: 'random',
        metric: { name: 'loss', goal: 'minimize' },
        run_cap: 2,
        scheduler: { engine: 'wandb' },
        parameters: { lr: { min: 0.1, max: 0.2 }, layers: { value: 2 } },
      })
      const pace = ['--batch-size', '1', '--poll-interval', '1']
      await using scheduler = site.startWandb('sweep-scheduler', ...pace, `admin/lab/${name}`)
      await using agent = site.startWandb('agent', name)
      const told = requireSuccess(await scheduler.ended)
      requireSuccess(await agent.ended)
      expect(told).toContain('exited: the sweep finished')
      const sweep = await site.readSweep(name)
      expect(sweep.state).toBe('FINISHED')
      const points = sweep.points.edges.map(
        ({ node }: { node: { metric: number | null; run: { name: string } } }) => node,
      )
      const ended = points.slice(0, 2)
      expect(ended).toMatchObject([
        { source: 'chosen', values: { layers: 2 }, run: { state: 'finished' } },
        { source: 'chosen', values: { layers: 2 }, run: { state: 'finished' } },
      ])
      for (const { metric } of ended) expect(metric).not.toBeNull()
      // The end of the last is that of the sweep, of which the scheduler may hear first.
      expect(told).toContain(`Run ${ended[0]?.run.name} is finished.`)
      expect(told).not.toContain('is failed')
    })
  },
)
