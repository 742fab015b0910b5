import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeWithEachClient } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { requireSuccess } from '../founding-document/run-program.ts'
import { programPath } from './laboratory.ts'
import { ENDLESS, openSweepSite, statesOf } from './sweep-site.ts'

// At once, since an agent waits five seconds between two of its questions.
describeWithEachClient('"wandb agent"', (client) => {
  test.concurrent('"wandb sweep" and "wandb agent" run points at random up to the run cap, and the sweep finishes', async () => {
    await using site = await openSweepSite(client)
    const name = await site.createSweep({
      method: 'random',
      metric: { name: 'loss', goal: 'minimize' },
      run_cap: 2,
      parameters: { lr: { min: 0.1, max: 0.5 }, layers: { values: [2, 3] }, optimizer: { value: 'adam' } },
    })
    expect(await site.readSweep(name)).toMatchObject({ state: 'PENDING', method: 'random', runCountExpected: null })
    requireSuccess(await site.wandb('agent', name))
    const sweep = await site.readSweep(name)
    expect(sweep).toMatchObject({ state: 'FINISHED', reason: 'Its run cap of 2 was reached.', runCount: 2 })
    for (const { node: point } of sweep.points.edges) {
      const run = sweep.runs.edges.find(({ node }: { node: { name: string } }) => node.name === point.run.name).node
      const config = JSON.parse(run.config)
      expect(run).toMatchObject({ state: 'finished', sweepName: name, historyLineCount: 3 })
      expect([config.lr.value, config.layers.value, config.optimizer.value]).toEqual([
        point.values.lr,
        point.values.layers,
        'adam',
      ])
      expect(point.metric).toBeCloseTo((point.values.lr - 0.3) ** 2 + 1 / 3, 8)
    }
  })

  test.concurrent('two agents share a grid, and each point runs once', async () => {
    await using site = await openSweepSite(client)
    const name = await site.createSweep({
      method: 'grid',
      parameters: { lr: { values: [0.1, 0.2] }, layers: { values: [1, 2] }, optimizer: { value: 'sgd' } },
    })
    const agents = await Promise.all([site.wandb('agent', name), site.wandb('agent', name)])
    for (const agent of agents) requireSuccess(agent)
    const sweep = await site.readSweep(name)
    expect(sweep).toMatchObject({ state: 'FINISHED', runCount: 4, runCountExpected: 4 })
    expect(statesOf(sweep)).toEqual(['finished', 'finished', 'finished', 'finished'])
    const tried = sweep.points.edges.map(({ node }: { node: { values: object } }) => JSON.stringify(node.values))
    expect(new Set(tried).size).toBe(4)
    expect(sweep.agents.edges).toHaveLength(2)
  })

  test.concurrent('bayesian search with hyperband stops the runs that do worse than those from before', async () => {
    await using site = await openSweepSite(client)
    // Two, so that neither point is among the best third, in whichever order they are tried.
    for (const lr of ['0.3', '0.4']) requireSuccess(await site.python('train.py', '--lr', lr, '--steps', '8'))
    const { edges } = (
      await site.server.request('{ project(name: "lab", entityName: "admin") { runs { edges { node { name } } } } }')
    ).data.project.runs
    const name = await site.createSweep(
      {
        method: 'bayes',
        metric: { name: 'loss', goal: 'minimize' },
        early_terminate: { type: 'hyperband', max_iter: 6, s: 1 },
        run_cap: 2,
        parameters: { lr: { values: [4.5, 5.5] }, ...ENDLESS },
      },
      ...edges.flatMap(({ node }: { node: { name: string } }) => ['--prior_run', node.name]),
    )
    await using agent = site.startWandb('agent', name)
    const sweep = await site.waitForSweep(name, ({ state }) => state === 'FINISHED')
    requireSuccess(await agent.ended)
    expect(statesOf(sweep)).toEqual(['killed', 'killed'])
    for (const { node } of sweep.runs.edges) expect(node.historyLineCount).toBeLessThan(2000)
  })

  test.concurrent('a run that marks itself as preempting and dies is resumed by "wandb agent", with the history that it had', async () => {
    await using site = await openSweepSite(client)
    await copyFile(programPath('sweep_preempted.py'), join(site.place.folder, 'preempted.py'))
    const name = await site.createSweep({
      program: 'preempted.py',
      command: ['${env}', 'python', '${program}'],
      method: 'grid',
      parameters: { lr: { values: [0.1] } },
    })
    requireSuccess(await site.wandb('agent', name))
    const sweep = await site.readSweep(name)
    expect(sweep).toMatchObject({ state: 'FINISHED', runCount: 1 })
    expect(sweep.runs.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { state: 'finished', historyLineCount: 2 },
    ])
  })
})
