import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeWithEachClient } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { requireSuccess } from '../founding-document/run-program.ts'
import { programPath } from './laboratory.ts'
import { openSweepSite, type SweepSite } from './sweep-site.ts'

/** The program that is swept runs for ages with these. */
const ENDLESS = { steps: { value: 100_000 }, pause: { value: 0.05 } }

// oxlint-disable-next-line typescript/no-explicit-any -- answers have many shapes
const statesOf = (sweep: any): readonly string[] =>
  sweep.runs.edges.map(({ node }: { node: { state: string } }) => node.state)

async function stopRun(site: SweepSite, run: string): Promise<void> {
  const id = Buffer.from(`Run:v1:${run}:lab:admin`).toString('base64')
  await site.server.request('mutation($id: ID!) { stopRun(input: {id: $id}) { success } }', { id })
}

describeWithEachClient('sweeps of the stock client', (client) => {
  test('"wandb sweep" and "wandb agent" run points at random up to the run cap, and the sweep finishes', async () => {
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

  test('two agents share a grid, and each point runs once', async () => {
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

  test('bayesian search with hyperband stops the runs that do worse than those from before', async () => {
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

  test('"wandb sweep" pauses, resumes and cancels a sweep whose agent runs', async () => {
    await using site = await openSweepSite(client)
    const name = await site.createSweep({
      method: 'grid',
      // The first goes on while the sweep is paused, and the second would go on for ever.
      parameters: { steps: { values: [150, 100_000] }, pause: { value: 0.1 } },
    })
    await using agent = site.startWandb('agent', name)
    await site.waitForSweep(name, (sweep) => statesOf(sweep)[0] === 'running')
    requireSuccess(await site.wandb('sweep', '--pause', `admin/lab/${name}`))
    const paused = await site.waitForSweep(name, (sweep) => statesOf(sweep)[0] === 'finished')
    expect([paused.state, paused.runCount]).toEqual(['PAUSED', 1])
    requireSuccess(await site.wandb('sweep', '--resume', `admin/lab/${name}`))
    await site.waitForSweep(name, (sweep) => statesOf(sweep)[1] === 'running')
    requireSuccess(await site.wandb('sweep', '--cancel', `admin/lab/${name}`))
    requireSuccess(await agent.ended)
    const cancelled = await site.readSweep(name)
    expect([cancelled.state, statesOf(cancelled)]).toEqual(['CANCELED', ['finished', 'killed']])
    const refused = await site.wandb('agent', name)
    expect([refused.exitCode, refused.output]).toEqual([expect.any(Number), expect.stringContaining('it is CANCELED')])
  })

  test('"wandb sweep --stop" lets the run go on to its end, and a run is stopped from the server', async () => {
    await using site = await openSweepSite(client)
    const name = await site.createSweep({
      method: 'grid',
      parameters: { lr: { values: [1, 2, 3] }, ...ENDLESS },
    })
    await using agent = site.startWandb('agent', name)
    const running = await site.waitForSweep(name, (sweep) => statesOf(sweep)[0] === 'running')
    await stopRun(site, running.runs.edges[0].node.name)
    await site.waitForSweep(name, (sweep) => statesOf(sweep)[0] === 'killed' && statesOf(sweep)[1] === 'running')
    requireSuccess(await site.wandb('sweep', '--stop', `admin/lab/${name}`))
    const stopped = await site.readSweep(name)
    expect([stopped.state, statesOf(stopped)]).toEqual(['FINISHED', ['killed', 'running']])
    expect(agent.output()).not.toContain('Agent received command: exit')
    await stopRun(site, stopped.runs.edges[1].node.name)
    requireSuccess(await agent.ended)
  })

  test('wandb.agent(function=...) gets nested parameters, and the public API reads the sweep', async () => {
    await using site = await openSweepSite(client)
    const result = JSON.parse(await site.runProgram('sweep_function.py')) as Readonly<Record<string, unknown>>
    expect(result).toMatchObject({
      seen: [0.3, 0.6].map((lr) => ({ layers: 2, optimizer: { lr, name: 'adam' } })),
      name: 'nested',
      state: 'FINISHED',
      expected: 2,
      runs: 2,
      best: { lr: 0.3, name: 'adam' },
      sweepOfRun: true,
      sweeps: 1,
    })
    expect([null, ['finished', 'finished']]).toContainEqual(result['agentRuns'])
  })

  test('Sweep.enqueue_run has a point of one’s own choice run first, and the runs of the agent are listed as they came', async () => {
    await using site = await openSweepSite(client)
    const result = JSON.parse(await site.runProgram('sweep_chosen_point.py')) as {
      readonly id: string
      readonly seen: readonly (readonly [string, string, number, number])[]
      readonly runs: readonly string[]
    }
    expect(result.seen.map(([, , lr, layers]) => [lr, layers])).toEqual([
      [0.45, 2],
      [0.3, 2],
      [0.6, 2],
    ])
    const [first = ['', '']] = result.seen
    expect(Buffer.from(result.id, 'base64').toString()).toBe(`Run:v1:${first[0]}:lab:admin`)
    expect(first[1]).toBe('my choice')
    expect(result.runs).toEqual(result.seen.map(([id]) => id))
  })

  test('a run that marks itself as preempting and dies is resumed by "wandb agent", with the history that it had', async () => {
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
