import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeWithEachRelease, describeWithOlderReleases } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ENTITY, type JobVersion, type LaunchSite, PROJECT, startLaunchSite } from '../founding-document/launch-site.ts'
import { requireSuccess, runProgram } from '../founding-document/run-program.ts'
import { openLaboratory, programPath, readResult } from './laboratory.ts'

const CONSOLE_LOG = `query($run: String!) { project(name: "lab") { run(name: $run) {
  logLines(first: 10) { edges { node { line } } } } } }`

describeWithEachRelease('what most programs do', (client) => {
  test('runs are logged, resumed and read, and artifacts logged, used and changed', async () => {
    await using laboratory = await openLaboratory(client)
    const { run, ...seen } = JSON.parse(await laboratory.run('use_release.py')) as Readonly<Record<string, unknown>>
    expect(seen).toEqual({
      resumed: [true, 0.2],
      found: true,
      state: 'finished',
      config: { lr: 0.3, model: { depth: 2 }, added: [1, 2] },
      tags: ['base', 'later'],
      notes: 'second',
      place: ['all', 'train'],
      summary: { best: 7, epoch: 4, loss: 0.5, score: { max: 0 } },
      steps: Array.from({ length: 21 }, (_, step) => step),
      nan_kept: true,
      deep: true,
      drawn: true,
      system: [],
      files: ['config.yaml', 'output.log', 'requirements.txt', 'wandb-metadata.json', 'wandb-summary.json'],
      downloaded: ['a.txt', 'reference.bin', 'sub/b.txt'],
      versions: ['v0', 'v1'],
      aliases: ['best', 'prod'],
      artifact: ['v0', 'dataset', 12, { rows: 3 }, 'second'],
      entries: ['a.txt', 'reference.bin', 'sub/b.txt'],
      collections: ['data'],
      collection: [true, false, ['alpha']],
      linked: ['chosen:v0'],
      unlinked: [],
      logged_by: true,
      used_by: true,
      used: ['data:v0'],
      logged: ['data:v1', 'run'],
    })
    const log = await laboratory.server.request(CONSOLE_LOG, { run })
    const lines = log.data.project.run.logLines.edges.map(({ node }: { node: { line: string } }) => node.line)
    expect(lines).toContain('to stdout')
  })

  test('a key of the server is one that the login command takes and keeps', async () => {
    await using laboratory = await openLaboratory(client)
    const { server, place } = laboratory
    const { WANDB_API_KEY: _key, ...environment } = place.environment
    const command = [
      join(client.binFolder, 'wandb'),
      'login',
      '--host',
      server.url,
      '--relogin',
      server.apiKey,
    ] as const
    requireSuccess(await runProgram(command, { ...place, environment }))
    expect(await readFile(join(place.folder, '.netrc'), 'utf8')).toContain(`password ${server.apiKey}\n`)
  })
})

/** The queue that `use_queue.py` makes, and that no agent of ours watches. */
const MADE_QUEUE = 'made'
const TRAINER = { learning_rate: 0.01, batch_size: 32, model: 'resnet', dataset: 'cifar10' }
const TRAINER_TYPES = { learning_rate: 'float', batch_size: 'int', model: 'str', dataset: 'str' }

// The founding document and the agent of the other two releases have their tests in e2e/founding-document.
describeWithOlderReleases('jobs of older releases', (client) => {
  test('the first program of the founding document runs with other inputs, by the queue, command and agent of the release', async () => {
    await using site = await startLaunchSite(client)
    const job = await site.capture('founding', { example: 'python-run-config' })
    expect(job.inputTypes).toEqual({ trainer: TRAINER_TYPES })
    const inputs = JSON.stringify({ trainer: { batch_size: 16 } })
    const queued = requireSuccess(await site.runPython([programPath('use_queue.py'), job.path, inputs]))
    expect(JSON.parse(readResult(queued))).toMatchObject({
      created: { type: 'local-process', access: 'PROJECT', mode: 'V0', variables: ['environment'] },
      state: 'pending',
      items: 1,
    })
    const asked = { batch_size: 64, model: 'vit' }
    const itemId = await launchByStockCommand(site, job, { run_config: { trainer: asked } })
    await using _agent = site.startWandb(['launch-agent', '--queue', MADE_QUEUE, '--entity', ENTITY])
    expect(await site.untilEnded(itemId)).toMatchObject({
      state: 'finished',
      jobPath: job.path,
      config: { trainer: { ...TRAINER, ...asked, private: { key: 'value' } }, seed: 42 },
    })
  })

  test('the second program of the founding document runs with other values in its file', async () => {
    await using site = await startLaunchSite(client)
    const job = await site.capture('founding-file', { example: 'python-config-file' })
    expect(job.inputTypes).toEqual({ files: { 'config.yaml': TRAINER_TYPES } })
    const asked = { batch_size: 64, model: 'vit' }
    const { config, jobPath } = await site.launch(job, { files: { 'config.yaml': asked } })
    expect(config).toEqual({ ...TRAINER, ...asked })
    expect(jobPath).toBe(job.path)
  })
})

/** Queues a launch with `wandb launch`, and answers with the id of its item. */
async function launchByStockCommand(site: LaunchSite, job: JobVersion, overrides: object): Promise<string> {
  const before = await site.itemIds()
  const place = ['--queue', MADE_QUEUE, '--entity', ENTITY, '--project', PROJECT]
  requireSuccess(
    await site.runWandb(['launch', '--job', job.path, ...place, '--config', JSON.stringify({ overrides })]),
  )
  const [added = ''] = (await site.itemIds()).filter((id) => !before.includes(id))
  return added
}
