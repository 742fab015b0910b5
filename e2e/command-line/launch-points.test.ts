import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandSite } from './site.ts'
import { openOverrideSite } from './testing/override-site.ts'

let site: CommandSite
beforeAll(async () => {
  site = await openOverrideSite()
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const document = (...arguments_: readonly string[]) => site.document(...arguments_)

const points = async (...texts: readonly string[]) => {
  const { points: found } = await document('launch', 'train', ...texts, '--dry-run')
  return found.map(({ inputs }: { readonly inputs: object }) => Object.values(inputs))
}

describe('sweeps', () => {
  test('axes are multiplied, and what stands behind a semicolon moves together', async () => {
    expect(
      await points('--sweep', 'trainer.learning_rate=1e-4,1e-3', '--sweep', 'trainer.batch_size=range(8,33,8)'),
    ).toEqual([1e-4, 1e-3].flatMap((rate) => [8, 16, 24, 32].map((size) => [rate, size])))
    expect(await points('--sweep', 'trainer.model=a,"b;c"; data.yaml:seed=choice(1,2)')).toEqual([
      ['a', 1],
      ['b;c', 2],
    ])
    expect(await points('--sweep', 'trainer.layers=[1],[2,3]', '--sweep', 'note=null,x')).toHaveLength(4)
  })

  test('a glob takes those of the allowed values that match', async () => {
    const { points: found } = await document('launch', 'choices', '--sweep', 'model=glob(res*)', '--dry-run')
    expect(found.map(({ inputs }: { readonly inputs: object }) => inputs)).toEqual([
      { model: 'resnet18' },
      { model: 'resnet50' },
    ])
  })

  test('each point is an item with its name, and is not launched again unless asked to', async () => {
    const sweep = [
      'launch',
      'train',
      '--sweep',
      'trainer.learning_rate=0.2,0.4',
      '--name',
      'lr={trainer.learning_rate}',
    ]
    const first = await slipway(...sweep, '--watch')
    expect(first.exitCode).toBe(0)
    expect(first.stdout).toContain('2 finished')
    expect(first.stderr).toContain('Queued 2 points of admin/vision/train:v0 on "default"')
    const items = await document('item', 'list', '--limit', '2')
    const shown = await Promise.all(items.map(({ id }: { readonly id: string }) => document('item', 'show', id)))
    expect(new Set(shown.map(({ runSpec }) => runSpec.name))).toEqual(new Set(['lr=0.2', 'lr=0.4']))
    const second = await document(...sweep.with(3, 'trainer.learning_rate=0.2,0.4,0.8'))
    expect(second.items).toMatchObject([{ inputs: { 'trainer.learning_rate': 0.8 } }])
    expect(second.skipped).toHaveLength(2)
    const dry = await slipway(...sweep, '--dry-run')
    expect(dry.stdout).toContain('0 points would be accepted, 2 skipped that ran before with the same inputs')
    expect(dry.stdout).toMatch(/^1 +0\.2 +lr=0\.2 +skipped: item \S+ finished$/m)
    expect((await document(...sweep, '--rerun')).items).toHaveLength(2)
  })

  test('one refused point refuses all, with one line for each path, and queues nothing', async () => {
    const before = await document('item', 'list')
    const sweep = ['--sweep', 'trainer.learning_rate=0.1,fast,slow', '--sweep', 'trainer.batch_size=1,2,[3]']
    const { exitCode, stderr } = await slipway('launch', 'train', 'nope=1', ...sweep)
    expect(exitCode).toBe(2)
    const lines = stderr.trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toContain('(none of the 9 points was queued)')
    for (const part of ['"nope"', '"trainer.learning_rate" to "fast"', '"trainer.batch_size" to a list']) {
      expect(lines.filter((line) => line.includes(part))).toHaveLength(1)
    }
    expect(await document('item', 'list')).toEqual(before)
  })

  test('more than a hundred points are launched only when that is meant', async () => {
    const sweep = ['launch', 'train', '--sweep', 'trainer.batch_size=range(1,102)']
    const refused = await slipway(...sweep)
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toContain('Cannot launch 101 points: that is more than 100. Give --yes, or --max-points 101')
    expect((await document(...sweep, '--dry-run')).points).toHaveLength(101)
    const few = await slipway('launch', 'train', '--sweep', 'trainer.batch_size=1,2,3', '--max-points', '2')
    expect(few.stderr).toContain('Cannot launch 3 points: that is more than 2.')
  })

  test('a sweep of which a point fails ends with exit code 1', async () => {
    const ended = await slipway('launch', 'train', '--sweep', 'note=explode,fine', '--watch', '--rerun')
    expect(ended.stdout).toMatch(/1 failed, 1 finished|1 finished, 1 failed/)
    expect(ended.exitCode).toBe(1)
  })
})
