import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandSite } from './site.ts'
import { aRun, CONFIG, openPresetSite } from './testing/preset-site.ts'

let site: CommandSite
beforeAll(async () => {
  site = await openPresetSite()
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const document = (...arguments_: readonly string[]) => site.document(...arguments_)

describe('launching from an earlier run', () => {
  test('the inputs of a run are taken over, by its id, its name or its path', async () => {
    await aRun(site, 'golden1', 'golden-sea-7', { ...CONFIG, trainer: { ...CONFIG.trainer, learning_rate: 0.5 } })
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
    await aRun(site, 'wild', 'wild-1', { seed: 4, other: { a: 1 } })
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
    await aRun(site, 'twin1', 'twin', { seed: 1 })
    await aRun(site, 'twin2', 'twin', { seed: 1 })
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
    await site.write(
      'spec.json',
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
