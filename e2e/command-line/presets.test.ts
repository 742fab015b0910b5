import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestJob, startTestServer, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandEnd, type CommandPlace, readDocument, runCommand } from './command.ts'

const CONFIG = { trainer: { learning_rate: 0.01, batch_size: 32, model: 'resnet' }, seed: 1 }

let server: TestServer
let place: CommandPlace

beforeAll(async () => {
  server = await startTestServer()
  place = {
    folder: await mkdtemp(join(tmpdir(), 'slipway-presets-')),
    environment: { SLIPWAY_URL: server.url, SLIPWAY_API_KEY: server.apiKey, SLIPWAY_LOG_LEVEL: 'warn' },
  }
  const job = { entityName: 'admin', projectName: 'vision', entryPoint: ['sh', 'program.sh'] }
  await createTestJob(server, { ...job, name: 'train', files: { 'program.sh': 'true' }, config: CONFIG })
  // A version stays as it was once the run that captured it has ended.
  const id = Buffer.from('Run:v1:capture-train:vision:admin').toString('base64')
  await server.request('mutation($id: ID!) { updateRunState(input: {id: $id, state: "failed"}) { success } }', { id })
  await slipway('job', 'show', 'train:v0')
  await createTestJob(server, {
    ...job,
    name: 'train',
    files: { 'program.sh': 'true # changed' },
    config: { trainer: { learning_rate: 0.02, batch_size: 'auto' }, epochs: 3 },
  })
  await createTestJob(server, { ...job, name: 'other', files: { 'program.sh': 'true' }, config: { x: 1 } })
  await slipway('queue', 'create', 'default', '--prioritize')
  await slipway('queue', 'create', 'gpu', '--prioritize')
  await server.request('mutation { createTeam(input: {teamName: "lab"}) { entity { name } } }')
})
afterAll(async () => {
  await server.stop()
  await rm(place.folder, { recursive: true, force: true })
})

const slipway = (...arguments_: readonly string[]): Promise<CommandEnd> => runCommand(arguments_, place)
const document = (...arguments_: readonly string[]) => readDocument(arguments_, place)

async function aRun(name: string, displayName: string, config: object): Promise<void> {
  const wrapped = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }]))
  await server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { id } } }', {
    input: { entityName: 'admin', modelName: 'vision', name, displayName, config: JSON.stringify(wrapped) },
  })
}

describe('presets on the command line', () => {
  test('before there is any, a list says how to save one', async () => {
    expect((await slipway('preset', 'list')).stdout).toContain('No presets yet. Save one with')
    expect(await document('preset', 'list')).toEqual([])
  })

  test('a preset is saved, listed and shown with where each value comes from', async () => {
    const saved = await slipway('preset', 'save', 'base', '--set', 'seed=7')
    expect(saved).toMatchObject({ exitCode: 0, stderr: '' })
    expect(saved.stdout).toContain('Saved preset admin/base@v0.')
    const options = ['--job', 'train:v0', '--base', 'base', '--queue', 'gpu', '--priority', 'high']
    const sets = ['--set', 'trainer.batch_size=8', '--set', 'trainer.model=123']
    await slipway('preset', 'save', 'fast', ...options, ...sets, '--description', 'a quick look')
    expect((await slipway('preset', 'list')).stdout).toMatch(
      /^fast +v0 +admin +admin\/vision\/train +admin +.* ago +a quick look$/m,
    )
    const { stdout } = await slipway('preset', 'show', 'fast')
    for (const line of [
      /^Preset +admin\/fast@v0$/m,
      /^For +admin\/vision\/train$/m,
      /^Builds on +admin\/base@v0$/m,
      /^Queue +gpu$/m,
      /^Priority +high$/m,
      /^seed +7 +admin\/base@v0$/m,
      /^trainer\.model +"123" +admin\/fast@v0$/m,
    ])
      expect(stdout).toMatch(line)
    expect(await document('preset', 'show', 'fast')).toMatchObject({
      path: 'admin/fast@v0',
      layers: [{ path: 'admin/base@v0' }, { content: { run_config: { trainer: { batch_size: 8, model: '123' } } } }],
    })
  })

  test('versions are listed and compared', async () => {
    const first = ['--set', 'a=1', '--set', 'b=x', '--set', 'c.yaml:n=1']
    await slipway('preset', 'save', 'grow', ...first)
    expect((await slipway('preset', 'save', 'grow', ...first)).stdout).toContain(
      'Preset admin/grow@v0 is the same already.',
    )
    await slipway('preset', 'save', 'grow', '--set', 'a=2', '--description', 'more')
    expect((await document('preset', 'versions', 'grow')).map((one: { version: string }) => one.version)).toEqual([
      'v1',
      'v0',
    ])
    const { stdout } = await slipway('preset', 'diff', 'grow')
    expect(stdout).toMatch(/^INPUT +admin\/grow@v0 +admin\/grow@v1\na +1 +2\nb +x +-\nc\.yaml:n +1 +-$/m)
    expect((await slipway('preset', 'diff', 'grow@v1', 'grow')).stdout).toContain('set the same')
    expect(await slipway('preset', 'diff', 'grow@v0')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('it is the first'),
    })
  })

  test('a preset is deleted, and then cannot be used', async () => {
    await slipway('preset', 'save', 'gone', '--set', 'a=1')
    expect((await slipway('preset', 'delete', 'gone@v0')).exitCode).toBe(2)
    expect((await slipway('preset', 'delete', 'gone')).stdout).toBe('Deleted preset "admin/gone".\n')
    expect((await slipway('launch', 'train:v0', '--preset', 'gone')).exitCode).toBe(3)
  })

  test('a preset of a team is saved for it and found by its name', async () => {
    await slipway('preset', 'save', 'ours', '--team', 'lab', '--set', 'seed=3')
    expect((await document('preset', 'list', '--team', 'lab')).map((one: { name: string }) => one.name)).toEqual([
      'ours',
    ])
    expect((await slipway('preset', 'show', 'lab/ours')).stdout).toMatch(/^Preset +lab\/ours@v0$/m)
  })

  test('a preset is saved from a run and from an item', async () => {
    const [run, item] = ['from-run', 'from-item']
    const launched = await document('launch', 'train:v0', '--set', 'seed=5')
    await slipway('preset', 'save', item, '--from-item', launched.runQueueItemId)
    expect(await document('preset', 'show', item)).toMatchObject({ content: { run_config: { seed: 5 } } })
    await aRun('plain', 'deep-thought-1', { seed: 9, extra: 1 })
    await slipway('preset', 'save', run, '--from-run', 'deep-thought-1', '--set', 'trainer.batch_size=1')
    expect(await document('preset', 'show', run)).toMatchObject({
      content: { run_config: { seed: 9, extra: 1, trainer: { batch_size: 1 } } },
    })
  })

  test('what an item deletes from a config file goes into a preset, and a retry deletes more', async () => {
    await createTestJob(server, {
      entityName: 'admin',
      projectName: 'vision',
      name: 'files',
      files: { 'program.sh': 'true' },
      entryPoint: ['sh', 'program.sh'],
      config: {},
      configFiles: { 'c.yaml': 'a: 1\nb: 2\nc: 3\n' },
    })
    const launched = await document('launch', 'files', '--set', '~c.yaml:a', '--set', 'c.yaml:c=4')
    for (const more of [[], ['--all', '--job', 'files']]) {
      await slipway('preset', 'save', 'without', '--from-item', launched.runQueueItemId, ...more)
      expect(await document('preset', 'show', 'without')).toMatchObject({
        content: { files: { 'c.yaml': { c: 4 } }, removals: ['c.yaml:a'] },
      })
      await slipway('preset', 'delete', 'without')
    }
    const again = await document('item', 'retry', launched.runQueueItemId, '--force', '--set', '~c.yaml:b')
    const { data } = await server.request('query($id: ID!) { runQueueItem(id: $id) { runSpec } }', {
      id: again.runQueueItemId,
    })
    expect(data.runQueueItem.runSpec.overrides).toEqual({
      files: { 'c.yaml': { c: 4 } },
      _slipway_removals: ['c.yaml:a', 'c.yaml:b'],
    })
  })

  test.each([
    [['preset', 'save', 'x'], 2, 'it sets nothing'],
    [['preset', 'save', 'a b', '--set', 'a=1'], 2, 'no space'],
    [['preset', 'save', 'x', '--job', 'train:v0', '--set', 'sede=1'], 2, 'Did you mean "seed"?'],
    [['preset', 'save', 'x', '--set', 'a=1', '--base', 'fats'], 3, 'Did you mean "fast"?'],
    [['preset', 'save', 'x', '--team', 'nobody', '--set', 'a=1'], 3, '"nobody"'],
    [['preset', 'save', 'x', '--from-run', 'a', '--from-item', '1-1'], 2, 'Give one of them'],
    [['preset', 'save', 'base', '--job', 'train:v0', '--set', 'seed=1'], 6, 'it is for any job'],
    [['preset', 'show', 'fats'], 3, 'Did you mean "fast"?'],
    [['preset', 'show', 'fast@v9'], 3, 'not this version of it'],
    [['preset', 'show', 'a/b/c'], 2, 'give NAME, NAME@v2 or ENTITY/NAME@v2'],
    [['preset', 'list', '--team', 'nobody'], 3, 'no such entity'],
    [['preset', 'versions', 'nope'], 3, 'Cannot find preset "nope"'],
    [['preset', 'delete', 'nope'], 3, 'Cannot find preset "nope"'],
  ])('%j ends with exit code %d and the reason', async (arguments_, exitCode, text) => {
    const ended = await slipway(...arguments_)
    expect(ended.stderr).toContain(text)
    expect(ended.exitCode).toBe(exitCode)
  })
})

describe('launching with presets', () => {
  test('presets are laid over each other in order, what is set comes last, and the item tells it', async () => {
    await slipway('preset', 'save', 'late', '--set', 'trainer.batch_size=64', '--priority', 'low')
    await slipway('preset', 'save', 'seeds', '--set', 'seed=7')
    const options = ['--preset', 'seeds', '--preset', 'late@v0', '--set', 'trainer.model=vit', '--queue', 'gpu']
    const dry = await slipway('launch', 'train:v0', ...options, '--dry-run')
    expect(dry.stdout).toMatch(/^trainer\.batch_size +int +32 +64 +preset admin\/late@v0$/m)
    const launched = await document('launch', 'train:v0', ...options)
    const { stdout } = await slipway('item', 'show', launched.runQueueItemId)
    expect(stdout).toMatch(/^trainer\.batch_size +32 +64 +- +preset admin\/late@v0$/m)
    expect(stdout).toMatch(/^seed +1 +7 +- +preset admin\/seeds@v0$/m)
    expect(stdout).toMatch(/^trainer\.model +resnet +vit +- +command line$/m)
    expect(stdout).toMatch(/^Inputs from +preset admin\/late@v0$/m)
    expect(await document('item', 'show', launched.runQueueItemId)).toMatchObject({
      priority: 3,
      runQueue: { name: 'gpu' },
      runSpec: { overrides: { run_config: { seed: 7, trainer: { batch_size: 64, model: 'vit' } } } },
    })
  })

  test('queue and priority of a preset are taken, unless others are given', async () => {
    await slipway('preset', 'save', 'place', '--set', 'seed=7', '--queue', 'gpu', '--priority', 'critical')
    const taken = await document('launch', 'train:v0', '--preset', 'place')
    expect(taken.queue).toBe('gpu')
    const given = await document('launch', 'train:v0', '--preset', 'place', '--queue', 'default', '--priority', 'low')
    expect(await document('item', 'show', given.runQueueItemId)).toMatchObject({
      priority: 3,
      runQueue: { name: 'default' },
    })
  })

  test('what no longer fits is refused by its preset, or left out when asked for, with a note for each', async () => {
    const sets = ['--set', 'trainer.model=vit', '--set', 'trainer.batch_size=8', '--set', 'trainer.learning_rate=1']
    await slipway('preset', 'save', 'stale', ...sets)
    const refused = await slipway('launch', 'train:latest', '--preset', 'stale')
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toMatch(/^ {2}Preset "admin\/stale@v0": Cannot set "trainer\.model": it is not an input/m)
    expect(refused.stderr).toMatch(/^ {2}Preset "admin\/stale@v0": Cannot set "trainer\.batch_size" to 8/m)
    const skipped = await document('launch', 'train:latest', '--preset', 'stale', '--skip-unfit')
    expect(skipped.notes.map(({ path }: { path: string }) => path)).toEqual(['trainer.model', 'trainer.batch_size'])
    expect((await document('item', 'show', skipped.runQueueItemId)).runSpec.overrides).toEqual({
      run_config: { trainer: { learning_rate: 1 } },
    })
  })

  test('a preset of another job is refused', async () => {
    const { exitCode, stderr } = await slipway('launch', 'other', '--preset', 'fast')
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('it is for job "admin/vision/train"')])
  })
})

describe('launching from an earlier run', () => {
  test('the inputs of a run are taken over, by its id, its name or its path', async () => {
    await aRun('golden1', 'golden-sea-7', { ...CONFIG, trainer: { ...CONFIG.trainer, learning_rate: 0.5 } })
    for (const run of ['golden1', 'golden-sea-7', 'vision/golden1', 'admin/vision/golden-sea-7']) {
      const { inputs } = await document('launch', 'train:v0', '--from-run', run, '--dry-run')
      const changed = inputs.filter((input: { isOverridden: boolean }) => input.isOverridden)
      expect(changed).toEqual([
        expect.objectContaining({
          input: 'trainer.learning_rate',
          value: 0.5,
          origin: { kind: 'run', path: 'admin/vision/golden1' },
        }),
      ])
    }
  })

  test('an item gives its inputs, and its job version where none is named', async () => {
    const first = await document('launch', 'train:v0', '--set', 'seed=11')
    const again = await document('launch', '--from-run', first.runQueueItemId, '--set', 'trainer.model=vit')
    expect(again.job).toBe('admin/vision/train:v0')
    const item = await document('item', 'show', again.runQueueItemId)
    expect(item.runSpec.overrides.run_config).toEqual({ seed: 11, trainer: { model: 'vit' } })
    expect(item.origins).toEqual([
      { kind: 'item', name: first.runQueueItemId, version: null, inputs: ['seed'] },
      { kind: 'command-line', name: null, version: null, inputs: ['trainer.model'] },
    ])
  })

  test('inputs that another version does not have are refused or left out; other values of a run are only noted', async () => {
    const old = await document('launch', 'train:v0', '--set', 'seed=11')
    const refused = await slipway('launch', 'train:latest', '--from-run', old.runQueueItemId)
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toMatch(/^ {2}Item "\S+": Cannot set "seed": it is not an input of this job/m)
    const { notes } = await document('launch', 'train:latest', '--from-run', old.runQueueItemId, '--skip-unfit')
    expect(notes.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      'seed',
      'trainer.batch_size',
      'trainer.model',
    ])
    await aRun('wild', 'wild-1', { seed: 4, other: { a: 1 } })
    const noted = await document('launch', 'train:v0', '--from-run', 'wild')
    expect(noted.notes).toMatchObject([{ message: expect.stringContaining('does not get: other.a.') }])
  })

  test.each([
    [['launch', '--from-run', 'golden-sea-8'], 3, 'Did you mean "golden-sea-7"?'],
    [['launch', '--from-run', '9-9'], 3, 'Cannot find run queue item "9-9"'],
    [['launch', '--from-run', 'a/b/c/d'], 2, 'give RUN, PROJECT/RUN or ENTITY/PROJECT/RUN'],
    [['launch', '--from-run', 'wild'], 2, 'the run is of no job'],
    [['launch'], 2, 'no job is named'],
  ])('%j ends with exit code %d and the reason', async (arguments_, exitCode, text) => {
    const ended = await slipway(...arguments_)
    expect(ended.stderr).toContain(text)
    expect(ended.exitCode).toBe(exitCode)
  })

  test('a name that several runs have is refused with all of them', async () => {
    await aRun('twin1', 'twin', { seed: 1 })
    await aRun('twin2', 'twin', { seed: 1 })
    const { exitCode, stderr } = await slipway('launch', 'train:v0', '--from-run', 'twin')
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('admin/vision/twin1')])
  })
})

describe('waiting', () => {
  test('a launch says what it would wait for, in a dry run and when it is queued', async () => {
    await slipway('queue', 'create', 'idle')
    const dry = await slipway('launch', 'train:v0', '--queue', 'idle', '--dry-run', '--explain')
    expect(dry.stdout).toMatch(/^Waits for +No agent listens to run queue "idle"\. Start one with/m)
    expect(dry.stdout).toMatch(/^Resource +local-process$/m)
    const queued = await document('launch', 'train:v0', '--queue', 'idle', '--explain')
    expect(queued.waiting).toMatchObject({ reason: 'no-agent', position: 1, agents: [] })
    const explained = await slipway('item', 'explain', queued.runQueueItemId)
    expect(explained.stdout).toMatch(/^Position +1 of 1$/m)
    expect((await slipway('item', 'show', queued.runQueueItemId)).stdout).toMatch(/^Reason +No agent listens/m)
    expect((await slipway('item', 'list', '--limit', '1')).stdout).toContain('No agent listens to run queue "idle"')
    await slipway('item', 'cancel', queued.runQueueItemId)
    expect((await slipway('item', 'explain', queued.runQueueItemId)).stdout).toContain('does not wait: it is cancelled')
    expect((await slipway('launch', 'train:v0', '--queue', 'nope', '--explain')).exitCode).toBe(3)
  })
})

describe('retries', () => {
  test('an ended item is launched again, with other values where they are set', async () => {
    const first = await document('launch', 'train:v0', '--set', 'seed=21')
    const early = await slipway('item', 'retry', first.runQueueItemId)
    expect([early.exitCode, early.stderr]).toEqual([6, expect.stringContaining('it is pending')])
    await slipway('item', 'cancel', first.runQueueItemId)
    const again = await document('item', 'retry', first.runQueueItemId, '--set', 'trainer.model=123')
    expect(await document('item', 'show', again.runQueueItemId)).toMatchObject({
      retryOf: { id: first.runQueueItemId },
      runSpec: { overrides: { run_config: { seed: 21, trainer: { model: '123' } } } },
    })
    const { stdout } = await slipway('item', 'show', first.runQueueItemId)
    expect(stdout).toMatch(new RegExp(`^Repeated by +${again.runQueueItemId}$`, 'm'))
    expect((await slipway('item', 'retry', again.runQueueItemId, '--force')).exitCode).toBe(0)
    expect((await slipway('item', 'retry', '9-9')).exitCode).toBe(3)
  })

  test('a launch config that is a preset keeps its resource settings and template variables', async () => {
    await writeFile(
      join(place.folder, 'spec.json'),
      JSON.stringify({ overrides: { run_config: { seed: 3 } }, resource_args: { 'local-process': { nice: 5 } } }),
    )
    await slipway('preset', 'save', 'kind', '--config', 'spec.json', '--template', 'cpu=2')
    expect((await document('preset', 'show', 'kind')).content).toEqual({
      run_config: { seed: 3 },
      resource_args: { 'local-process': { nice: 5 } },
      template_variables: { cpu: 2 },
    })
  })
})
