import { createTestJob } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandSite } from './site.ts'
import { aRun, openPresetSite } from './testing/preset-site.ts'

let site: CommandSite
beforeAll(async () => {
  site = await openPresetSite()
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const document = (...arguments_: readonly string[]) => site.document(...arguments_)

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
    await aRun(site, 'plain', 'deep-thought-1', { seed: 9, extra: 1 })
    await slipway('preset', 'save', run, '--from-run', 'deep-thought-1', '--set', 'trainer.batch_size=1')
    expect(await document('preset', 'show', run)).toMatchObject({
      content: { run_config: { seed: 9, extra: 1, trainer: { batch_size: 1 } } },
    })
  })

  test('what an item deletes from a config file goes into a preset, and a retry deletes more', async () => {
    await createTestJob(site.server, {
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
    const { data } = await site.server.request('query($id: ID!) { runQueueItem(id: $id) { runSpec } }', {
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
