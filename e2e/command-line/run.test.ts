import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeWithEachClient, startTestServer, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CommandPlace, readDocument, runCommand, startCommand } from './command.ts'

// The client needs some seconds for a run.

const EXAMPLE = fileURLToPath(new URL('../../examples/python-run-config', import.meta.url))
const PROGRAM = `
import sys
import wandb

with wandb.init(config={"trainer": {"learning_rate": 0.01}, "seed": 42}) as run:
    print("arguments", sys.argv[1:])
    run.log({"loss": 1.0})
sys.exit(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
`

describeWithEachClient('slipway run', (client) => {
  let server: TestServer
  let place: CommandPlace

  beforeAll(async () => {
    server = await startTestServer()
    const folder = await mkdtemp(join(tmpdir(), 'slipway-run-'))
    await writeFile(join(folder, 'train.py'), PROGRAM)
    await writeFile(join(folder, 'plain.py'), 'print("no run here")\n')
    const environment = {
      SLIPWAY_URL: server.url,
      SLIPWAY_API_KEY: server.apiKey,
      WANDB_SILENT: 'true',
      WANDB_ERROR_REPORTING: 'false',
    }
    place = { folder, environment }
  })
  afterAll(async () => {
    await server.stop()
    await rm(place.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })

  test('captures the first program of the guide to job inputs with exactly the inputs that the guide shows', async () => {
    const folder = join(place.folder, 'founding')
    await cp(EXAMPLE, folder, { recursive: true })
    const environment = { ...place.environment, PATH: [client.binFolder, process.env.PATH].join(delimiter) }
    const there = { folder, environment }
    const captured = await readDocument(['run', '--', 'python', 'train.py'], there)
    expect(captured).toMatchObject({ exitCode: 0, runs: [{ job: { isPartial: false } }] })
    const job = await readDocument(['job', 'show', captured.runs[0].job.path], there)
    expect(job.inputTypes).toEqual({
      trainer: { learning_rate: 'float', batch_size: 'int', model: 'str', dataset: 'str' },
    })
    expect(job.inputs).toMatchObject({
      config: {
        schema: null,
        defaults: { trainer: { learning_rate: 0.01, batch_size: 32, model: 'resnet', dataset: 'cifar10' } },
      },
    })
    expect((await runCommand(['job', 'show', captured.runs[0].job.path], there)).stdout).toMatch(
      /^trainer\.batch_size +int +32$/m,
    )
  })

  test('captures a job, passes on output, arguments and exit code, and says how to launch it', async () => {
    const options = ['--project', 'vision', '--job-name', 'train']
    const ended = await runCommand(['run', ...options, '--', client.python, 'train.py', '7', '--x'], place)
    expect(ended.exitCode).toBe(7)
    expect(ended.stdout).toContain("arguments ['7', '--x']")
    expect(ended.stdout).toMatch(/Captured admin\/vision\/train:v0 from run admin\/vision\/\w+\./)
    expect(ended.stdout).toMatch(/Launch it with: slipway launch train --set \S+=VALUE/)
  })

  test('captures the code and no repository where the folder is in git with a remote', async () => {
    const git = (...arguments_: readonly string[]): void => {
      execFileSync('git', ['-C', place.folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...arguments_])
    }
    git('init', '--quiet')
    git('add', 'train.py')
    git('commit', '--quiet', '-m', 'first')
    git('remote', 'add', 'origin', 'https://example.org/a/b.git')
    const document = await readDocument(['run', '--project', 'git', '--', client.python, 'train.py'], place)
    expect(document).toMatchObject({ exitCode: 0, runs: [{ job: { isPartial: false } }] })
    expect(document.runs[0].job.inputs.toSorted()).toEqual(['seed', 'trainer.learning_rate'])
    expect(await readDocument(['job', 'show', document.runs[0].job.path], place)).toMatchObject({
      sourceType: 'artifact',
    })
  })

  test('says that a program without a run gives no job', async () => {
    const ended = await runCommand(['run', '--', client.python, 'plain.py'], place)
    expect(ended).toMatchObject({ exitCode: 0 })
    expect(ended.stdout).toContain('no run here')
    expect(ended.stdout).toContain(
      'Captured no job: the command made no run. Call wandb.init(), or init() of @slipway/sdk, in the program.',
    )
  })

  test('passes a signal on to the program', async () => {
    await using running = startCommand(
      ['run', '--', 'sh', '-c', 'trap "exit 42" TERM; echo ready; while :; do sleep 0.05; done'],
      place,
    )
    await running.untilWritten('ready')
    running.signal('SIGTERM')
    expect(await running.end).toMatchObject({ exitCode: 42 })
  })

  test('names a program that is not there', async () => {
    const ended = await runCommand(['run', '--', 'no-such-program'], place)
    expect(ended.exitCode).toBe(2)
    expect(ended.stderr).toContain('Cannot run "no-such-program": there is no such program')
  })
})
