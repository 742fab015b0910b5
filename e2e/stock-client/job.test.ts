import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeWithEachClient, describeWithEachRelease, type TestClient } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { requireSuccess, runProgram } from '../founding-document/run-program.ts'
import { startGitHost } from './git-host.ts'
import { openLaboratory, programPath, type Laboratory } from './laboratory.ts'

/** Runs the stock `wandb` command in the laboratory's folder, and answers with what it wrote. */
async function runWandb(
  client: TestClient,
  laboratory: Laboratory,
  arguments_: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { WANDB_SILENT: _silent, ...loud } = laboratory.place.environment
  const place = { folder: laboratory.place.folder, environment: { ...loud, ...environment } }
  return requireSuccess(await runProgram([join(client.binFolder, 'wandb'), ...arguments_], place))
}

async function readJob(laboratory: Laboratory, name: string) {
  const answer = await laboratory.server.request(
    `query($name: String!) { project(name: "lab") { jobVersion(name: $name) {
      path sourceType source entryPoint runtime isPartial inputTypes inputs sourceRun { name } warnings } } }`,
    { name },
  )
  expect(answer.errors).toBeUndefined()
  return answer.data.project.jobVersion
}

const PLACE = ['-p', 'lab', '-e', 'admin'] as const

describeWithEachRelease('jobs that are made without a run', (client) => {
  test('"wandb job create code" makes a job without inputs, and its first launch fills them in, once', async () => {
    await using laboratory = await openLaboratory(client)
    const { folder, environment } = laboratory.place
    await mkdir(join(folder, 'code'))
    await copyFile(programPath('train.py'), join(folder, 'code', 'train.py'))
    await writeFile(join(folder, 'code', 'requirements.txt'), 'wandb\n')
    const create = ['job', 'create', 'code', 'code', '-n', 'made', '-E', 'python train.py', ...PLACE]
    expect(await runWandb(client, laboratory, create)).toContain('Created job: admin/lab/made:v0')
    expect(await runWandb(client, laboratory, create)).toContain('No changes detected for job: admin/lab/made:v0')
    expect(await readJob(laboratory, 'made')).toMatchObject({
      path: 'admin/lab/made:v0',
      sourceType: 'artifact',
      entryPoint: ['python', 'train.py'],
      isPartial: true,
      inputTypes: {},
      sourceRun: null,
      warnings: [],
    })

    for (const rate of [0.25, 0.125]) {
      const launched = {
        ...environment,
        WANDB_PROJECT: 'lab',
        WANDB_LAUNCH: 'True',
        WANDB_DISABLE_JOB_CREATION: 'false',
        WANDB_ARTIFACTS: JSON.stringify({ _wandb_job: 'admin/lab/made:latest' }),
        WANDB_CONFIG: JSON.stringify({ trainer: { rate } }),
      }
      const place = { folder: join(folder, 'code'), environment: launched }
      requireSuccess(await runProgram([client.python, 'train.py'], place))
    }
    const job = await readJob(laboratory, 'made')
    expect(job).toMatchObject({
      path: 'admin/lab/made:v0',
      isPartial: false,
      inputTypes: { trainer: { rate: 'float' } },
      inputs: { config: { defaults: { trainer: { rate: 0.25 } } } },
    })
    expect(job.sourceRun).not.toBeNull()
  })
})

describeWithEachClient('jobs of the stock client', (client) => {
  test('"wandb job create image" keeps the tag as an alias, and list, describe and the API show the job', async () => {
    await using laboratory = await openLaboratory(client)
    const create = ['job', 'create', 'image', 'trainer:1.2', '-n', 'boxed', ...PLACE]
    expect(await runWandb(client, laboratory, create)).toContain('Created job: admin/lab/boxed:v0')
    expect(await readJob(laboratory, 'boxed:1.2')).toMatchObject({
      sourceType: 'image',
      source: { image: 'trainer:1.2' },
      isPartial: true,
    })
    expect(await runWandb(client, laboratory, ['job', 'list', ...PLACE])).toMatch(/boxed -- versions \(\d\): .*latest/u)
    expect(await runWandb(client, laboratory, ['job', 'describe', 'admin/lab/boxed:latest'])).toContain(
      'source_type: image',
    )
    expect(JSON.parse(await laboratory.run('read_job.py', 'boxed:latest'))).toEqual({
      name: 'admin/lab/boxed:latest',
      listed: ['boxed'],
    })
  })

  test('"wandb job create git" records remote, commit and entry point', async () => {
    await using laboratory = await openLaboratory(client)
    await using host = await startGitHost(laboratory.place.folder, { 'train.py': 'print(1)\n' })
    const create = ['job', 'create', 'git', host.url, '-n', 'cloned', '-E', 'python train.py', '-r', '3.11', ...PLACE]
    const output = await runWandb(client, laboratory, create, host.environment)
    expect(output).toContain('Created job: admin/lab/cloned:v0')
    expect(await readJob(laboratory, 'cloned')).toMatchObject({
      sourceType: 'repo',
      source: { git: { remote: host.url, commit: host.commit } },
      entryPoint: ['python', 'train.py'],
      runtime: '3.11',
      isPartial: true,
    })
  })

  test('a run in a git repository makes a job of the repository, with a command that exists', async () => {
    await using laboratory = await openLaboratory(client)
    const { folder, environment } = laboratory.place
    const repository = join(folder, 'repository')
    await mkdir(repository)
    await copyFile(programPath('train.py'), join(repository, 'train.py'))
    const place = { folder: repository, environment }
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid']
    for (const command of [
      ['init', '--quiet'],
      ['remote', 'add', 'origin', 'https://git.example.invalid/team/code.git'],
      ['add', '--all'],
      ['commit', '--quiet', '--message=first'],
    ])
      requireSuccess(await runProgram(['git', ...identity, ...command], place))
    const capturing = { WANDB_PROJECT: 'lab', WANDB_DISABLE_JOB_CREATION: 'false', WANDB_JOB_NAME: 'captured' }
    requireSuccess(
      await runProgram([client.python, 'train.py'], { ...place, environment: { ...environment, ...capturing } }),
    )
    const job = await readJob(laboratory, 'captured')
    expect(job).toMatchObject({
      sourceType: 'repo',
      source: { git: { remote: 'https://git.example.invalid/team/code.git' } },
      inputTypes: { trainer: { rate: 'float' } },
      inputs: { config: { defaults: { trainer: { rate: 0.5 } } } },
      isPartial: false,
      warnings: [],
    })
    expect(job.entryPoint).toEqual([expect.stringMatching(/^python3\.\d+$/u), 'train.py'])
    expect(job.runtime).toMatch(/^3\.\d+\.\d+$/u)
  })
})
