import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeWithEachClient, startTestServer, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type CommandPlace, readDocument, runCommand, startCommand } from './command.ts'

// The client needs some seconds for a run.
vi.setConfig({ testTimeout: 90_000 })

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
    await rm(place.folder, { recursive: true, force: true })
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
    expect(ended.stdout).toContain('Captured no job: the command made no run. Call wandb.init() in the program.')
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
