import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument, startCommand } from './command.ts'
import type { CommandSite } from './site.ts'
import { openOverrideSite } from './testing/override-site.ts'

let site: CommandSite
beforeAll(async () => {
  site = await openOverrideSite()
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const document = (...arguments_: readonly string[]) => site.document(...arguments_)

async function overridesOf(...texts: readonly string[]) {
  const { inputs } = await document('launch', 'train', ...texts, '--dry-run')
  return Object.fromEntries(
    inputs
      .filter(
        (input: { readonly isOverridden: boolean; readonly isRemoved: boolean }) =>
          input.isOverridden || input.isRemoved,
      )
      .map((input: { readonly input: string; readonly value: unknown }) => [input.input, input.value]),
  )
}

describe('overrides behind the job', () => {
  test('every form of a value', async () => {
    expect(
      await overridesOf(
        'trainer.learning_rate=1e-3',
        'trainer.batch_size=1_024',
        'trainer.model=007',
        'trainer.amp=off',
        'trainer.layers=[1, 2,3]',
        'note={a: [x, "y z"]}',
        'data.yaml:data.path=/mnt/x.y',
        'data.yaml:={seed: 7, data: {workers: int(2.9)}}',
      ),
    ).toEqual({
      'trainer.learning_rate': 0.001,
      'trainer.batch_size': 1024,
      'trainer.model': '007',
      'trainer.amp': false,
      'trainer.layers': [1, 2, 3],
      note: { a: ['x', 'y z'] },
      'data.yaml:data.path': '/mnt/x.y',
      'data.yaml:data.workers': 2,
      'data.yaml:seed': 7,
    })
  })

  test('text inputs take what the grammar does not know, and quotes make text of anything', async () => {
    expect(await overridesOf('trainer.model=What now? [a]', 'note="1,2"')).toEqual({
      'trainer.model': 'What now? [a]',
      note: '1,2',
    })
  })

  test('a list is extended by what is there, and later overrides come over earlier ones', async () => {
    expect(await overridesOf('trainer.layers=[1]', 'trainer.layers=extend_list(2,3)', '--set', 'note=x')).toEqual({
      'trainer.layers': [1, 2, 3],
      note: 'x',
    })
  })

  test('a values file is a layer at its place, in YAML, TOML or on stdin', async () => {
    await site.write('values.yaml', 'trainer:\n  batch_size: 8\n  model: vit\n$files:\n  data.yaml:\n    seed: 2\n')
    await site.write('values.toml', '[trainer]\nlearning_rate = 0.5\n')
    expect(await overridesOf('trainer.model=a', '@values.yaml', 'trainer.batch_size=9', '@values.toml')).toEqual({
      'trainer.learning_rate': 0.5,
      'trainer.batch_size': 9,
      'trainer.model': 'vit',
      'data.yaml:seed': 2,
    })
    const stdin = await readDocument(['launch', 'train', '@-', '--dry-run'], { ...site.place, input: '{"note": "in"}' })
    expect(stdin.inputs.find((input: { readonly input: string }) => input.input === 'note')).toMatchObject({
      value: 'in',
      origin: { kind: 'file', name: 'stdin' },
    })
  })

  test('a dry run says where each value comes from, and what goes', async () => {
    await site.write('few.yaml', 'trainer: {batch_size: 8}\n')
    const { stdout } = await slipway(
      'launch',
      'train',
      '@few.yaml',
      'trainer.amp=false',
      '~data.yaml:data.cache',
      '--dry-run',
    )
    expect(stdout).toMatch(/^trainer\.batch_size +int +32 +8 +file few\.yaml$/m)
    expect(stdout).toMatch(/^trainer\.amp +bool +true +false +trainer\.amp=false$/m)
    expect(stdout).toMatch(/^data\.yaml:data\.cache +bool +true +\(deleted\) +~data\.yaml:data\.cache$/m)
    expect(stdout).toMatch(/^note +none +null$/m)
  })

  test('a deletion reaches the file of the program, with its comments, and the item shows it', async () => {
    const ended = await slipway(
      'launch',
      'train',
      '~data.yaml:data.cache',
      '~data.yaml:seed=1',
      'data.yaml:data.workers=2',
      '--watch',
    )
    expect(ended.stdout).toContain('# where the data is\ndata:\n  path: cifar10 # a name\n  workers: 2\n')
    expect(ended.stdout).not.toContain('seed')
    expect(ended.exitCode).toBe(0)
    const [item] = await document('item', 'list', '--limit', '1')
    expect((await slipway('item', 'show', item.id)).stdout).toMatch(/^data\.yaml:data\.cache +true +\(deleted\) +-$/m)
    const shown = await document('item', 'show', item.id)
    expect(shown.inputs).toContainEqual(expect.objectContaining({ file: 'data.yaml', path: 'seed', isRemoved: true }))
  })

  test('a deletion waits for an agent that can do it, and says so where only others listen', async () => {
    await slipway('queue', 'create', 'stock')
    const [queue] = (await document('queue', 'list')).filter(({ name }: { readonly name: string }) => name === 'stock')
    await site.server.request(
      `mutation($queues: [ID!]!) { createLaunchAgent(input: {entityName: "admin", projectName: "model-registry",
        runQueues: $queues, hostname: "stock", agentConfig: "{}"}) { launchAgentId } }`,
      { queues: [queue.id] },
    )
    const launched = await slipway('launch', 'train', '~data.yaml:seed', '--queue', 'stock')
    expect(launched.stdout).toContain('Note: None of the agents that listen to run queue "stock" now can delete keys')
    expect((await slipway('launch', 'train', 'note=1', '--queue', 'stock', '--dry-run')).stdout).not.toContain('Note:')
    await using own = startCommand(['agent', 'start', '--queue', 'stock', '--state', 'other'], site.place)
    await own.untilWritten('takes items from "stock" of admin')
    const id = /as item (\S+)/.exec(launched.stdout)?.[1] ?? ''
    expect((await slipway('item', 'logs', id, '--follow')).stdout).not.toContain('seed')
    expect((await document('item', 'show', id)).state).toBe('finished')
  })

  test('a key is added where the job takes further ones', async () => {
    const { inputs } = await document('launch', 'open', '+extra.depth=3', '++seed=2', '++more=1', '--dry-run')
    expect(inputs).toMatchObject([
      { input: 'seed', value: 2 },
      { input: 'extra.depth', value: 3, default: null },
      { input: 'more', value: 1 },
    ])
  })
})
