import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describeWithEachClient, type TestServer } from '@slipway/testkit'
import { expect, test, vi } from 'vitest'
import { requireSuccess, runProgram, startProgram } from '../founding-document/run-program.ts'
import { openLaboratory, programPath, readResult } from './laboratory.ts'

async function readState(server: TestServer, run: string): Promise<string> {
  const answer = await server.request('query($run: String!) { project(name: "lab") { run(name: $run) { state } } }', {
    run,
  })
  return answer.data.project.run.state
}

describeWithEachClient('runs of the stock client', (client) => {
  test('what a program logs, prints and saves is read back by the public API', async () => {
    await using laboratory = await openLaboratory(client)
    const run = await laboratory.run('log_run.py')
    expect(JSON.parse(await laboratory.run('read_run.py', run))).toEqual({
      state: 'finished',
      config: { lr: 0.1, trainer: { batch: 8 } },
      tags: ['base'],
      loss: 1 / 1200,
      last_step: 1199,
      rows: 1200,
      steps_in_order: true,
      nan_kept: 'nan',
      chosen: 1200,
      chosen_last: { _step: 1199, loss: 1 / 1200, 'deep.value': 1199 },
      drawn: expect.toSatisfy((count: number) => count > 80 && count <= 100),
      files: [
        'config.yaml',
        'model.txt',
        'output.log',
        'requirements.txt',
        'wandb-metadata.json',
        'wandb-summary.json',
      ],
      program: programPath('log_run.py'),
    })
    const answer = await laboratory.server.request(
      'query($run: String!) { project(name: "lab") { run(name: $run) { logLines(first: 10) { edges { node { level line } } } } } }',
      { run },
    )
    const lines = answer.data.project.run.logLines.edges.map(({ node }: { node: unknown }) => node)
    expect(lines).toEqual(
      expect.arrayContaining([
        { level: null, line: 'to stdout' },
        { level: 'error', line: 'to stderr' },
      ]),
    )
  })

  test('a run is edited, found by a filter, and given files by the public API', async () => {
    await using laboratory = await openLaboratory(client)
    await laboratory.run('log_run.py')
    const run = await laboratory.run('log_run.py')
    expect(JSON.parse(await laboratory.run('edit_run.py', run))).toEqual({
      found: [run],
      lr: 0.7,
      notes: 'second',
      extra: 5,
      state: 'finished',
      downloaded: 'later',
      left: [],
    })
  })

  test('every way of resuming continues where the run ended, or is refused by the client', async () => {
    await using laboratory = await openLaboratory(client)
    const run = await laboratory.run('log_run.py')
    expect(JSON.parse(await laboratory.run('resume_run.py', run, 'must'))).toEqual({ resumed: true, lr: 0.1 })
    expect(JSON.parse(await laboratory.run('resume_run.py', run, 'allow'))).toEqual({ resumed: true, lr: 0.1 })
    expect(JSON.parse(await laboratory.run('resume_run.py', run, 'never'))).toEqual({ error: 'UsageError' })
    expect(JSON.parse(await laboratory.run('resume_run.py', 'unknown', 'must'))).toEqual({ error: 'UsageError' })
    expect(JSON.parse(await laboratory.run('read_run.py', run))).toMatchObject({
      state: 'finished',
      rows: 1202,
      steps_in_order: true,
      loss: 7,
    })
    await laboratory.run('rewind_run.py', run, '99')
    expect(JSON.parse(await laboratory.run('read_run.py', run))).toMatchObject({
      state: 'finished',
      rows: 101,
      steps_in_order: true,
      loss: 9,
    })
  })

  test('a run that was logged offline is the same after its synchronisation, also after a second one', async () => {
    await using laboratory = await openLaboratory(client)
    const { folder, environment } = laboratory.place
    const offline = { folder, environment: { ...environment, WANDB_MODE: 'offline' } }
    const ended = await runProgram([client.python, programPath('log_run.py')], offline)
    const run = readResult(requireSuccess(ended))
    const [recorded = ''] = (await readdir(join(folder, 'wandb'))).filter((name) => name.startsWith('offline-run'))
    const synchronise = [join(client.binFolder, 'wandb'), 'sync', '--include-synced', join('wandb', recorded)]
    for (let round = 0; round < 2; round += 1) {
      requireSuccess(await runProgram(synchronise as [string, ...string[]], laboratory.place))
      expect(JSON.parse(await laboratory.run('read_run.py', run))).toMatchObject({
        state: 'finished',
        rows: 1200,
        steps_in_order: true,
        config: { lr: 0.1, trainer: { batch: 8 } },
      })
    }
  })

  test('a program whose run is stopped is interrupted', async () => {
    await using laboratory = await openLaboratory(client)
    await using program = startProgram([client.python, programPath('log_until_stopped.py')], laboratory.place)
    const run = await vi.waitFor(
      () => {
        const started = /^STARTED (\w+)$/mu.exec(program.output())?.[1]
        if (started === undefined) throw new Error('The program has not started its run')
        return started
      },
      { timeout: 120_000 },
    )
    // The client itself makes ids of this form to stop a run.
    const id = Buffer.from(`Run:v1:${run}:lab:${laboratory.server.username}`).toString('base64')
    await laboratory.server.request('mutation($id: ID!) { stopRun(input: {id: $id}) { success } }', { id })
    expect(readResult(requireSuccess(await program.ended))).toBe('interrupted')
    expect(await readState(laboratory.server, run)).toBe('killed')
  })

  test('a run under the id of a deleted one is refused at once, with the reason', async () => {
    await using laboratory = await openLaboratory(client)
    const run = await laboratory.run('log_run.py')
    expect(await laboratory.run('use_deleted_run.py', run)).toContain(`Cannot use run "${run}": it was deleted`)
  })
})
