import { describeWithEachClient } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { requireSuccess } from '../founding-document/run-program.ts'
import { ENDLESS, openSweepSite, statesOf, type SweepSite } from './sweep-site.ts'

async function stopRun(site: SweepSite, run: string): Promise<void> {
  const id = Buffer.from(`Run:v1:${run}:lab:admin`).toString('base64')
  await site.server.request('mutation($id: ID!) { stopRun(input: {id: $id}) { success } }', { id })
}

describeWithEachClient('sweeps that are steered while their agent runs', (client) => {
  test.concurrent('"wandb sweep" pauses, resumes and cancels a sweep whose agent runs', async () => {
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

  test.concurrent('"wandb sweep --stop" lets the run go on to its end, and a run is stopped from the server', async () => {
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
})
