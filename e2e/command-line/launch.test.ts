import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestJob, startTestServer, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type CommandEnd,
  type CommandPlace,
  readDocument,
  type RunningCommand,
  runCommand,
  startCommand,
} from './command.ts'

const CONFIG = { trainer: { learning_rate: 0.01, batch_size: 32, model: 'resnet' }, layers: [1, 2], note: null }
const PROGRAM = `
echo "config $WANDB_CONFIG"
echo "arguments $*"
case "$WANDB_CONFIG" in *explode*) echo "boom" >&2; exit 3;; *forever*) while :; do sleep 0.05; done;; esac
`

let server: TestServer
let agent: RunningCommand
let place: CommandPlace

beforeAll(async () => {
  server = await startTestServer()
  const folder = await mkdtemp(join(tmpdir(), 'slipway-launch-'))
  place = {
    folder,
    environment: { SLIPWAY_URL: server.url, SLIPWAY_API_KEY: server.apiKey, SLIPWAY_LOG_LEVEL: 'warn' },
  }
})
afterAll(async () => {
  await agent[Symbol.asyncDispose]()
  await server.stop()
  await rm(place.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const slipway = (...arguments_: readonly string[]): Promise<CommandEnd> => runCommand(arguments_, place)
const document = (...arguments_: readonly string[]) => readDocument(arguments_, place)

describe('before there is anything', () => {
  test.each([
    [['job', 'list'], 'No jobs yet. Capture one with: slipway run -- python train.py'],
    [['queue', 'list'], 'No run queues yet. Create one with: slipway queue create default'],
    [['item', 'list'], 'No run queue items yet. Launch a job with: slipway launch JOB'],
    [['item', 'list', '--refused'], 'No launch was refused.'],
  ])('%j says so and what to do', async (arguments_, text) => {
    expect(await slipway(...arguments_)).toEqual({ exitCode: 0, stdout: `${text}\n`, stderr: '' })
    expect(await document(...arguments_)).toEqual([])
  })

  test('a launch says that there are no jobs', async () => {
    const { exitCode, stderr } = await slipway('launch', 'train')
    expect(exitCode).toBe(3)
    expect(stderr).toContain('Cannot find job "train" in your projects. There are no jobs yet')
  })
})

describe('queues', () => {
  test('a queue is made with a config, and shown', async () => {
    await writeFile(join(place.folder, 'queue.yaml'), 'environment: inherit\nstop_grace_seconds: 1\n')
    const made = await slipway('queue', 'create', 'default', '--config', 'queue.yaml', '--prioritize')
    expect(made).toMatchObject({ exitCode: 0, stderr: '' })
    expect(made.stdout).toContain('Created run queue "default" of admin for local-process.')
    expect(await document('queue', 'show', 'default')).toMatchObject({
      name: 'default',
      prioritizationMode: 'V0',
      defaultResourceConfig: {
        config: { resource_args: { 'local-process': { environment: 'inherit', stop_grace_seconds: 1 } } },
      },
    })
  })

  test('a config with bad YAML is refused with its line', async () => {
    await writeFile(join(place.folder, 'bad.yaml'), 'a: 1\nb: [\n')
    const { exitCode, stderr } = await slipway('queue', 'create', 'other', '--config', 'bad.yaml')
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/Cannot read "bad.yaml": .* line [23]/)
  })

  test('an agent is started for it, and listens', async () => {
    agent = startCommand(['agent', 'start', '--queue', 'default'], place)
    await agent.untilWritten('takes items from "default" of admin')
    expect((await slipway('queue', 'list')).stdout).toMatch(/^default +open +local-process +0 +0 +1$/m)
  })

  test('an agent for an unknown queue is refused', async () => {
    const { exitCode, stderr } = await slipway('agent', 'start', '--queue', 'nope', '--state', 'other')
    expect(exitCode).toBe(3)
    expect(stderr).toContain('"nope"')
  })
})

describe('launches', () => {
  beforeAll(async () => {
    const files = { 'program.sh': PROGRAM }
    const place = { entityName: 'admin', files, entryPoint: ['sh', 'program.sh'], config: CONFIG }
    await createTestJob(server, { ...place, projectName: 'vision', name: 'train' })
    await createTestJob(server, { ...place, projectName: 'vision', name: 'twice' })
    await createTestJob(server, { ...place, projectName: 'speech', name: 'twice' })
  })

  test('the job is listed and shown with types and defaults', async () => {
    expect((await slipway('job', 'list', '--project', 'vision')).stdout).toMatch(
      /^train +v0 +admin\/vision .*trainer\.learning_rate/m,
    )
    const { stdout } = await slipway('job', 'show', 'train')
    expect(stdout).toMatch(/^trainer\.batch_size +int +32$/m)
    expect(stdout).toMatch(/^layers +list\[int\] +\[1,2\]$/m)
    expect(stdout).toMatch(/^Job +admin\/vision\/train:v0$/m)
  })

  test('the program gets what was set, its output is shown live, and the exit code is 0', async () => {
    const sets = ['trainer.learning_rate=0.1', 'trainer.model=7', 'layers=[3, 4]'].flatMap((set) => ['--set', set])
    const ended = await slipway('launch', 'train', ...sets, '--arg', '--fast', '--priority', 'high', '--watch')
    expect(ended.exitCode).toBe(0)
    expect(ended.stdout).toContain(
      'config {"trainer": {"learning_rate": 0.1, "model": "7"}, "layers": [3, 4]}'.replaceAll(/([:,]) /g, '$1'),
    )
    expect(ended.stdout).toContain('arguments --fast\n')
    expect(ended.stdout).toMatch(/Item \S+ finished/)
    expect(ended.stderr).toMatch(/Queued admin\/vision\/train:v0 on "default" as item/)
  })

  test('the launch config of the stock client is taken, and --set comes after it', async () => {
    const config = { overrides: { run_config: { trainer: { batch_size: 8, model: 'vit' } }, args: ['--a'] } }
    await writeFile(join(place.folder, 'launch.json'), JSON.stringify(config))
    const sets = ['--set', 'trainer.batch_size=16']
    const ended = await document('launch', 'train', '--config', 'launch.json', ...sets, '--watch')
    expect(ended).toMatchObject({ state: 'finished', exitCode: 0 })
    const item = await document('item', 'show', ended.runQueueItemId)
    expect(item.runSpec.overrides).toEqual({ run_config: { trainer: { batch_size: 16, model: 'vit' } }, args: ['--a'] })
  })

  test('a failed program gives a failed launch, with its exit code and its last words', async () => {
    const ended = await slipway('launch', 'train', '--set', 'trainer.model=explode', '--watch')
    expect(ended.exitCode).toBe(1)
    expect(ended.stdout).toContain('boom')
    expect(ended.stdout).toMatch(/Item \S+ failed \(stage run, exit code 3\)/)
  })

  test('a dry run compares with the defaults and queues nothing', async () => {
    const before = await document('item', 'list')
    const { exitCode, stdout } = await slipway('launch', 'train', '--set', 'trainer.batch_size=64', '--dry-run')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('would be accepted; nothing was queued')
    expect(stdout).toMatch(/^trainer\.batch_size +int +32 +64 +trainer\.batch_size=64$/m)
    expect(stdout).toMatch(/^trainer\.model +str +resnet$/m)
    expect(await document('item', 'list')).toEqual(before)
  })

  test('what is not an input is refused with one line for each path, and queues nothing', async () => {
    const before = await document('item', 'list')
    const sets = ['seed=1', 'trainer.modle=x', 'trainer.learning_rate={a: 1}', 'c.yaml:a=1'].flatMap((set) => [
      '--set',
      set,
    ])
    for (const way of [
      ['launch', 'train'],
      ['launch', 'train', '--dry-run'],
    ]) {
      const { exitCode, stdout, stderr } = await slipway(...way, ...sets)
      expect(exitCode).toBe(2)
      expect(stdout).toBe('')
      const lines = stderr.trimEnd().split('\n')
      expect(lines).toHaveLength(5)
      expect(stderr).toMatch(/^ {2}.*"trainer\.modle".*Did you mean "trainer\.model"\?/m)
      expect(stderr).toMatch(/^ {2}.*"seed"/m)
      expect(stderr).toMatch(/^ {2}.*"trainer\.learning_rate"/m)
      expect(stderr).toMatch(/^ {2}.*c\.yaml/m)
    }
    expect(await document('item', 'list')).toEqual(before)
    const refused = await slipway('item', 'list', '--refused')
    expect(refused.stdout).toContain('trainer.modle')
  })

  test('a job name in two projects has to be written whole', async () => {
    const { exitCode, stderr } = await slipway('launch', 'twice')
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/admin\/\w+\/twice and admin\/\w+\/twice\. Write it whole\./)
    expect(await document('launch', 'speech/twice', '--dry-run')).toMatchObject({ job: 'admin/speech/twice:v0' })
  })

  test.each([
    [['launch', 'trian'], 3, 'Did you mean "train"?'],
    [['launch', 'train:v7'], 3, 'Cannot find version "v7" of job "train"'],
    [['launch', 'a/b/c/d'], 2, 'Cannot read the job "a/b/c/d"'],
    [['launch', 'train', '--queue', 'nope'], 3, 'Cannot find run queue "nope"'],
    [['launch', 'train', '--priority', 'urgent'], 2, 'give one of critical, high, medium, low'],
    [['launch', 'train', '--set', 'trainer'], 2, 'write INPUT=VALUE'],
    [['launch', 'train', '--config', 'missing.json'], 2, 'Cannot read "missing.json"'],
    [['item', 'show', 'nope'], 3, 'Cannot find run queue item "nope"'],
    [['item', 'list', '--limit', '0'], 2, 'give a whole number from 1'],
    [['queue', 'show', 'nope'], 3, '"admin" has no such queue'],
  ])('%j is answered with exit code %d and why', async (arguments_, exitCode, text) => {
    const ended = await slipway(...arguments_)
    expect(ended.stderr).toContain(text)
    expect(ended.exitCode).toBe(exitCode)
  })

  test('a running item is cancelled: its program ends, and whoever watches it sees that', async () => {
    await using watching = startCommand(['launch', 'train', '--set', 'trainer.model=forever', '--watch'], place)
    await watching.untilWritten('arguments')
    const [item] = await document('item', 'list', '--state', 'claimed')
    const cancelled = await slipway('item', 'cancel', item.id)
    expect(cancelled.stdout).toContain('is asked to stop')
    const ended = await watching.end
    expect(ended.exitCode).toBe(1)
    expect(ended.stdout).toMatch(/Item \S+ stopped/)
  })
})

describe('people', () => {
  test('a user is imported with a key from stdin, and logs in with it', async () => {
    const key = `local-${'a1'.repeat(20)}`
    const made = await runCommand(['admin', 'user', 'create', 'ann', '--api-key', '-'], { ...place, input: `${key}\n` })
    expect(made.stdout).toBe('Created user "ann" with the given API key.\n')
    const here = { folder: place.folder }
    const login = await runCommand(['login', '--host', server.url], { ...here, input: `${key}\n` })
    expect(login).toMatchObject({ exitCode: 0, stderr: '' })
    expect(login.stdout).toContain(`Logged in to ${server.url} as ann.`)
    expect(login.stdout).toContain(`export WANDB_BASE_URL=${server.url}`)
    expect(login.stdout).not.toContain(key)
    expect((await runCommand(['job', 'list'], here)).stdout).toContain('No jobs yet')
    expect(await runCommand(['admin', 'user', 'create', 'bob'], here)).toMatchObject({ exitCode: 4 })
  })

  test('a wrong key is refused and not remembered', async () => {
    const folder = join(place.folder, 'elsewhere')
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    await writeFile(join(place.folder, 'note'), '')
    const login = await runCommand(['login', '--host', server.url], {
      folder: place.folder,
      environment: { SLIPWAY_CONFIG: join(folder, 'config.json') },
      input: 'wrong',
    })
    expect(login.exitCode).toBe(4)
    const after = await runCommand(['job', 'list'], {
      folder: place.folder,
      environment: { SLIPWAY_CONFIG: join(folder, 'config.json') },
    })
    expect(after.stderr).toContain('there is no login')
  })

  test('a new user gets a key, a taken name is a conflict, and a team takes members', async () => {
    expect(await document('admin', 'user', 'create', 'cleo', '--admin')).toMatchObject({
      username: 'cleo',
      isAdmin: true,
      apiKey: expect.stringMatching(/^local-/),
    })
    expect(await slipway('admin', 'user', 'create', 'cleo')).toMatchObject({ exitCode: 6 })
    expect(await slipway('admin', 'team', 'create', 'research')).toMatchObject({ exitCode: 0 })
    expect(await slipway('admin', 'team', 'add', 'research', 'cleo')).toMatchObject({ exitCode: 0 })
    expect(await slipway('admin', 'team', 'add', 'research', 'nobody')).toMatchObject({ exitCode: 3 })
    expect((await document('admin', 'login-link')).url).toMatch(new RegExp(`^${server.url}/login\\?token=`))
  })
})
