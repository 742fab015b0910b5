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

const CONFIG = {
  trainer: { learning_rate: 0.01, batch_size: 32, model: 'resnet', amp: true, layers: [64, 32] },
  note: null,
}
const DATA = '# where the data is\ndata:\n  path: cifar10 # a name\n  workers: 4\n  cache: true\nseed: 1\n'
const PROGRAM =
  'cat data.yaml; case "$WANDB_CONFIG" in *forever*) while :; do sleep 0.05; done;; *explode*) exit 3;; esac'

let server: TestServer
let agent: RunningCommand
let place: CommandPlace

beforeAll(async () => {
  server = await startTestServer()
  const folder = await mkdtemp(join(tmpdir(), 'slipway-overrides-'))
  place = {
    folder,
    environment: { SLIPWAY_URL: server.url, SLIPWAY_API_KEY: server.apiKey, SLIPWAY_LOG_LEVEL: 'warn' },
  }
  const job = {
    entityName: 'admin',
    projectName: 'vision',
    files: { 'program.sh': PROGRAM },
    entryPoint: ['sh', 'program.sh'],
  }
  await createTestJob(server, { ...job, name: 'train', config: CONFIG, configFiles: { 'data.yaml': DATA } })
  await createTestJob(server, { ...job, name: 'open', config: { seed: 1 }, allowsExtraKeys: true })
  const model = { type: 'string', enum: ['resnet18', 'resnet50', 'vit'] }
  const schema = { type: 'object', properties: { model, lr: { type: 'number', maximum: 1 } } }
  await createTestJob(server, { ...job, name: 'choices', config: { model: 'vit', lr: 0.1 }, schema })
  await runCommand(['queue', 'create', 'default'], place)
  agent = startCommand(['agent', 'start', '--queue', 'default', '--max-jobs', '4'], place)
  await agent.untilWritten('takes items from "default" of admin')
})
afterAll(async () => {
  await agent[Symbol.asyncDispose]()
  await server.stop()
  await rm(place.folder, { recursive: true, force: true })
})

const slipway = (...arguments_: readonly string[]): Promise<CommandEnd> => runCommand(arguments_, place)
const document = (...arguments_: readonly string[]) => readDocument(arguments_, place)

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

const points = async (...texts: readonly string[]) => {
  const { points: found } = await document('launch', 'train', ...texts, '--dry-run')
  return found.map(({ inputs }: { readonly inputs: object }) => Object.values(inputs))
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
    await writeFile(
      join(place.folder, 'values.yaml'),
      'trainer:\n  batch_size: 8\n  model: vit\n$files:\n  data.yaml:\n    seed: 2\n',
    )
    await writeFile(join(place.folder, 'values.toml'), '[trainer]\nlearning_rate = 0.5\n')
    expect(await overridesOf('trainer.model=a', '@values.yaml', 'trainer.batch_size=9', '@values.toml')).toEqual({
      'trainer.learning_rate': 0.5,
      'trainer.batch_size': 9,
      'trainer.model': 'vit',
      'data.yaml:seed': 2,
    })
    const stdin = await readDocument(['launch', 'train', '@-', '--dry-run'], { ...place, input: '{"note": "in"}' })
    expect(stdin.inputs.find((input: { readonly input: string }) => input.input === 'note')).toMatchObject({
      value: 'in',
      origin: { kind: 'file', name: 'stdin' },
    })
  })

  test('a dry run says where each value comes from, and what goes', async () => {
    await writeFile(join(place.folder, 'few.yaml'), 'trainer: {batch_size: 8}\n')
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
    await server.request(
      `mutation($queues: [ID!]!) { createLaunchAgent(input: {entityName: "admin", projectName: "model-registry",
        runQueues: $queues, hostname: "stock", agentConfig: "{}"}) { launchAgentId } }`,
      { queues: [queue.id] },
    )
    const launched = await slipway('launch', 'train', '~data.yaml:seed', '--queue', 'stock')
    expect(launched.stdout).toContain('Note: None of the agents that listen to run queue "stock" now can delete keys')
    expect((await slipway('launch', 'train', 'note=1', '--queue', 'stock', '--dry-run')).stdout).not.toContain('Note:')
    await using own = startCommand(['agent', 'start', '--queue', 'stock', '--state', 'other'], place)
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

describe('watching', () => {
  test('Ctrl-C leaves the item running and says how to go on', async () => {
    await using watching = startCommand(['launch', 'train', 'trainer.model=forever', '--watch'], place)
    await watching.untilWritten('where the data is')
    watching.signal('SIGINT')
    const { exitCode, stdout } = await watching.end
    expect(exitCode).toBe(130)
    const id =
      /Item (\S+) goes on\. Follow it with: slipway item logs (\S+) --follow\nEnd it with: slipway item cancel/.exec(
        stdout,
      )?.[1]
    expect((await document('item', 'show', id ?? '')).state).toBe('claimed')
    await slipway('item', 'cancel', id ?? '')
  })

  test('Ctrl-C leaves the items of a sweep running', async () => {
    await using watching = startCommand(
      ['launch', 'train', '--sweep', 'trainer.model=forever,forever2', '--watch'],
      place,
    )
    await watching.untilWritten('is claimed')
    watching.signal('SIGINT')
    const { exitCode, stdout } = await watching.end
    expect(exitCode).toBe(130)
    expect(stdout).toContain('The items go on. See them with: slipway item list')
    for (const { id } of await document('item', 'list', '--state', 'claimed')) await slipway('item', 'cancel', id)
    for (const { id } of await document('item', 'list', '--state', 'pending')) await slipway('item', 'cancel', id)
  })
})

describe('mistakes', () => {
  beforeAll(async () => {
    await writeFile(join(place.folder, 'list.yaml'), '[1]\n')
    await writeFile(join(place.folder, 'broken.yaml'), 'a: [\n')
    await writeFile(join(place.folder, 'wrong-files.yaml'), '$files: {data.yaml: 3}\n')
  })

  test.each([
    [['train', 'trainer'], 2, 'Cannot read "trainer": write INPUT=VALUE'],
    [['train', '=1'], 2, 'no input is named before the "="'],
    [['train', 'trainer.learning_rate =1'], 2, 'a space beside the name of the input'],
    [['train', '+++note=1'], 2, 'the prefixes are "+", "++" and "~"'],
    [['train', 'db@pkg=1'], 2, 'config groups and their packages belong to Hydra programs'],
    [['train', 'trainer..x=1'], 2, 'it has an empty part'],
    [['train', 'trainer.layers=[1, 2'], 2, 'it ends where "," or "]" is expected'],
    [['train', 'trainer.layers=[1 2'], 2, 'Cannot set "trainer.layers" to [1 2: '],
    [['train', 'trainer.batch_size=a;b'], 2, '";" at character 2 needs quotes around the whole text'],
    [['train', 'trainer.batch_size="8'], 2, 'the quote " at character 1 is not closed'],
    [['train', 'trainer.batch_size=inr(8)'], 2, 'there is no function "inr". Did you mean "int"?'],
    [['train', 'trainer.batch_size=int(x)'], 2, '"x" is not a whole number'],
    [['train', 'trainer.batch_size=8,16'], 2, 'it stands for several values. Give it to --sweep'],
    [['train', 'trainer.batch_size=range(1,3)'], 2, 'it stands for several values. Give it to --sweep'],
    [['train', 'trainer.learning_rate=interval(0,1)'], 2, 'an interval is for searches'],
    [['train', 'trainer.layers=shuffle([1,2])'], 2, 'a random order would not be the same'],
    [['train', 'trainer.batch_size=extend_list(1)'], 2, 'extend_list() needs an input that is a list'],
    [['train', '++trainer.layers=extend_list(1)'], 2, 'written without "+" and "~"'],
    [['train', 'note=${x}'], 2, 'nothing fills in "${...}" in a run config. Quote it'],
    [['train', 'trainer.learning_rate=inf'], 2, 'has no inf. Quote it'],
    [['train', 'note=12345678901234567890'], 2, 'too large to be passed on exactly'],
    [['train', 'trainer.learnin_rate=1'], 2, 'Did you mean "trainer.learning_rate"?'],
    [['train', '+extra=1'], 2, 'Cannot set "extra": it is not an input of this job'],
    [
      ['train', '+note=1'],
      2,
      'Cannot add "note": it is there already, as null. Write "note=..." to change it, or "++note=..."',
    ],
    [['open', 'extra=1'], 2, 'which takes further keys. Write "+extra=..." to add it'],
    [['train', '~note'], 2, "merged into the program's own values, which lose no key"],
    [
      ['train', '~data.yaml:sed'],
      2,
      'Cannot delete "data.yaml:sed": it is not an input of this job. Did you mean "data.yaml:seed"?',
    ],
    [['train', '~data.yaml:seed=2'], 2, 'Cannot delete "data.yaml:seed": it is 1, not 2'],
    [['train', '~data.yaml:'], 2, 'a whole file cannot be deleted'],
    [['train', 'data.yaml:=3'], 2, 'the whole of a file is an object'],
    [['train', 'dta.yaml:seed=3'], 2, 'Did you mean "data.yaml"?'],
    [['train', '@missing.yaml'], 2, 'Cannot read the values in "missing.yaml"'],
    [['train', '@'], 2, 'no file is named'],
    [['train', '@list.yaml'], 2, 'it must hold an object'],
    [['train', '@broken.yaml'], 2, 'Cannot read "broken.yaml"'],
    [['train', '@wrong-files.yaml'], 2, '"data.yaml" under "$files" must be an object'],
    [['train', '--sweep', 'trainer.learning_rate=interval(0,1)'], 2, 'only a search can choose in it'],
    [['train', '--sweep', '~data.yaml:seed'], 2, 'a deletion has no values'],
    [['train', '--sweep', 'trainer.batch_size=range(3,1)'], 2, 'it stands for no value at all'],
    [['train', '--sweep', 'trainer.batch_size=range(1,1e9)'], 2, 'more than 100000'],
    [['train', '--sweep', 'trainer.batch_size=tag(x,choice(1,2))'], 2, 'tags of tag() have no meaning here'],
    [['train', '--sweep', 'trainer.model=glob(*)'], 2, 'needs an input with a fixed set of values'],
    [['train', '--sweep', 'note=1,2; trainer.batch_size=1,2,3'], 2, 'note has 2, trainer.batch_size has 3'],
    [['train', '--sweep', 'note=1,2', '--sweep', 'note=3,4'], 2, 'Cannot sweep over "note" twice'],
    [['train', '--sweep', 'data.yaml:={a: 1}'], 2, 'it is a whole file'],
    [['train', '--max-points', 'many', '--sweep', 'note=1,2'], 2, 'give a whole number from 1 to 10000'],
    [['train', '--name', 'lr={trainer.learningrate}'], 2, 'Did you mean "trainer.learning_rate"?'],
    [['train', '--name', 'lr={note'], 2, 'the brace "{" has no partner'],
    [['train', '--watch', '--detach'], 2, 'Cannot launch with both --watch and --detach'],
    [['train', '--watch', '--dry-run'], 2, 'Cannot launch with both --dry-run and --watch'],
    [['train', '--rerun'], 2, 'Cannot launch with --rerun: it belongs to --sweep'],
    [['train', '--queue', 'defualt'], 3, 'Did you mean "default"? Its queues: default'],
    [[], 2, 'Cannot launch: no job is named. Write it first, slipway launch JOB, or take that of an earlier run'],
    [['note=1'], 2, 'Cannot launch: no job is named'],
  ])('launch %j is answered with exit code %d and why', async (arguments_, exitCode, text) => {
    const ended = await slipway('launch', ...arguments_)
    expect(ended.stderr).toContain(text)
    expect(ended.exitCode).toBe(exitCode)
    expect(ended.stdout).toBe('')
  })

  test('all mistakes are named at once, and --json has them too', async () => {
    const { error } = await document('launch', 'train', 'a', 'trainer.layers=[', '~note')
    expect(error.code).toBe('invalid-input')
    expect(error.problems.map(({ path }: { readonly path: string }) => path)).toEqual(['a', 'trainer.layers', 'note'])
  })
})
