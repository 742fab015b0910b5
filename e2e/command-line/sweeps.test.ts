import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandSite, makeJob, makeRun, openSite } from './site.ts'

let site: CommandSite
beforeAll(async () => {
  site = await openSite()
  await makeJob(site, { name: 'train' })
  await site.slipway('queue', 'create', 'gpu')
  await site.write(
    'grid.yaml',
    `method: grid
program: train.py
metric: {name: loss}
parameters:
  trainer.learning_rate: {values: [0.1, 0.2]}
  model: {value: resnet}
`,
  )
  await site.write('bad.yaml', 'method: grid\nparameters: {a: {min: 0.0, max: 1.0}, b: {}}\n')
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)

/** Reads a sweep until it has so many points in the queue. */
async function untilQueued(name: string, count: number) {
  const read = async () => (await site.document('sweep', 'show', name)).points
  await expect
    .poll(async () => (await read()).filter((point: { runQueueItem: object | null }) => point.runQueueItem !== null), {
      interval: 200,
    })
    .toHaveLength(count)
  return read()
}

describe('slipway sweep', () => {
  test('create makes a sweep and says how to run its points, and refuses what cannot be searched', async () => {
    const made = await slipway('sweep', 'create', 'grid.yaml', '--project', 'vision', '--name', 'first grid')
    expect(made.stdout).toMatch(
      /^Created sweep admin\/vision\/(\w{8}) with 2 points\.\nRun its points with: wandb agent admin\/vision\/\1\nSee it with: slipway sweep show \1\n$/u,
    )
    const refused = await slipway('sweep', 'create', 'bad.yaml', '--project', 'vision')
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toContain('"parameters.a" has a uniform distribution, of which a grid has no steps.')
    expect(refused.stderr).toContain('"parameters.b" says neither "value"')
    const missing = await slipway('sweep', 'create', 'nowhere.yaml')
    expect([missing.exitCode, missing.stderr]).toEqual([2, expect.stringContaining('Cannot read "nowhere.yaml"')])
  })

  test('prior runs are attached by id', async () => {
    await makeRun(site, { name: 'before1', config: { 'trainer.learning_rate': 0.1, model: 'resnet' } })
    const made = await site.document('sweep', 'create', 'grid.yaml', '--project', 'vision', '--prior-run', 'before1')
    expect(made).toMatchObject({ state: 'PENDING', runCountExpected: 2 })
    const unknown = await slipway('sweep', 'create', 'grid.yaml', '--project', 'vision', '--prior-run', 'nope')
    expect([unknown.exitCode, unknown.stderr]).toEqual([3, expect.stringContaining('Cannot attach run "nope"')])
  })

  test('launch queues the points, show lists them, and add queues one more', async () => {
    const made = await site.document(
      'sweep',
      'launch',
      'train',
      'grid.yaml',
      '--queue',
      'gpu',
      '--set',
      'trainer.batch_size=8',
    )
    const points = await untilQueued(made.name, 2)
    expect(points.map(({ values }: { values: object }) => values)).toEqual([
      { 'trainer.learning_rate': 0.1, model: 'resnet' },
      { 'trainer.learning_rate': 0.2, model: 'resnet' },
    ])
    const [first] = points
    const item = await site.document('item', 'show', first.runQueueItem.id)
    expect(item.runSpec.overrides.run_config).toEqual({
      trainer: { learning_rate: 0.1, batch_size: 8 },
      model: 'resnet',
    })
    expect((await slipway('item', 'show', first.runQueueItem.id)).stdout).toContain(`sweep admin/vision/${made.name}`)
    const shown = (await slipway('sweep', 'show', made.name)).stdout
    expect(shown).toMatch(/^Queue +gpu, at most 8 at once$/mu)
    expect(shown).toMatch(/^POINT +trainer\.learning_rate +loss +STATE +RUN +ITEM/mu)
    const added = await slipway('sweep', 'add', made.name, 'trainer.learning_rate=0.5')
    expect(added.stdout).toMatch(/^Added point 3 to sweep \w{8}: item \d+-\d+\./u)
    const refused = await slipway('sweep', 'add', made.name, 'trainer.lr=0.5')
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toContain('trainer.lr')
  })

  test('launch refuses inputs that the job does not have, and a mistyped queue, with the nearest name', async () => {
    await site.write('unknown.yaml', 'method: grid\nparameters: {trainer.lr: {values: [1]}}\n')
    const unknown = await slipway('sweep', 'launch', 'train', 'unknown.yaml', '--queue', 'gpu')
    expect([unknown.exitCode, unknown.stderr]).toEqual([2, expect.stringContaining('trainer.lr')])
    const queue = await slipway('sweep', 'launch', 'train', 'grid.yaml', '--queue', 'gpuu')
    expect([queue.exitCode, queue.stderr]).toEqual([3, expect.stringContaining('Did you mean "gpu"?')])
    const count = await slipway('sweep', 'launch', 'train', 'grid.yaml', '--queue', 'gpu', '--max-items', '0')
    expect([count.exitCode, count.stderr]).toEqual([2, expect.stringContaining('--max-items')])
  })

  test('pause, resume, stop and cancel change its state, and list finds it by state', async () => {
    const made = await site.document('sweep', 'create', 'grid.yaml', '--project', 'steered')
    const stateOf = async () => (await site.document('sweep', 'show', `steered/${made.name}`)).state
    for (const [verb, state] of [
      ['pause', 'PAUSED'],
      ['resume', 'RUNNING'],
      ['stop', 'FINISHED'],
      ['resume', 'RUNNING'],
      ['cancel', 'CANCELED'],
    ] as const) {
      const { exitCode, stdout } = await slipway('sweep', verb, made.name)
      expect([exitCode, stdout]).toEqual([0, expect.stringContaining(made.name)])
      expect(await stateOf()).toBe(state)
    }
    const again = await slipway('sweep', 'pause', made.name)
    expect([again.exitCode, again.stderr]).toEqual([6, expect.stringContaining('it is CANCELED already')])
    const listed = await site.document('sweep', 'list', '--state', 'canceled', '--project', 'steered')
    expect(listed.map(({ name }: { name: string }) => name)).toEqual([made.name])
    expect((await slipway('sweep', 'list', '--state', 'cancled')).stderr).toContain('Did you mean "canceled"?')
  })

  test('a point that is added to a sweep of agents waits for the next one that asks', async () => {
    const made = await site.document('sweep', 'create', 'grid.yaml', '--project', 'vision')
    const added = await slipway('sweep', 'add', made.name, String.raw`trainer\.learning_rate=0.15`, '--name', 'by hand')
    expect(added.stdout).toMatch(/^Added point 1 to sweep \w{8}: run \w{8} goes to the next agent that asks\.\n$/u)
    const { points } = await site.document('sweep', 'show', made.name)
    expect(points).toMatchObject([{ values: { 'trainer.learning_rate': 0.15, model: 'resnet' }, source: 'chosen' }])
  })

  test('a sweep that is not there is named with the nearest one', async () => {
    const { name } = await site.document('sweep', 'create', 'grid.yaml', '--project', 'vision')
    const mistyped = `${name.slice(0, 7)}_`
    const { exitCode, stderr } = await slipway('sweep', 'show', mistyped)
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining(`Did you mean "${name}"?`)])
  })
})
