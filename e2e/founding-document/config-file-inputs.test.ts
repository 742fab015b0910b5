import { describeWithEachClient } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ENTITY,
  type EndedItem,
  type JobVersion,
  type LaunchSite,
  PROJECT,
  QUEUE,
  startLaunchSite,
} from './launch-site.ts'
import { requireSuccess } from './run-program.ts'

// Prints the text of files as the program sees it, so that a test can compare it to the byte.
const SHOW_FILES = `
import json

def show(path):
    with open(path, newline="") as f:
        print("file", json.dumps({"path": path, "text": f.read()}), flush=True)
`

const FILE_AND_CONFIG = {
  'train.py': `
import json
import wandb
from wandb.sdk import launch

launch.manage_config_file("config.json")
with open("config.json") as f:
    file = json.load(f)
with wandb.init(config={"lr": 0.5, "file": file, "secret": "s"}):
    launch.manage_wandb_config(include=["lr"])
    wandb.log({"loss": 1.0})
`,
  'config.json': '{"model": {"depth": 2, "width": 8.0}, "tags": ["a"]}\n',
}

const DATA_YAML = `# What to read
train: {path: /data/train, shuffle: true}
test:
  path: /data/test   # small
  shuffle: false
`
const MODEL_JSON = `{
    "name": "resnet",
    "layers": [64, 128],
    "head": { "dropout": 0.1, "classes": 10 }
}
`
const PLAIN_YML = 'epochs: 3\nseed: 1\n'

const SEVERAL_FILES = {
  'train.py': `${SHOW_FILES}
import wandb
from wandb.sdk import launch

launch.manage_config_file("data.yaml", include=["train", "test.path"], exclude=["train.shuffle"])
launch.manage_config_file("configs/model/base.json", exclude=["head.classes"])
launch.manage_config_file("configs/plain.yml")
with wandb.init(config={"seed": 42}):
    for path in ["data.yaml", "configs/model/base.json", "configs/plain.yml"]:
        show(path)
    wandb.log({"loss": 1.0})
`,
  'data.yaml': DATA_YAML,
  'configs/model/base.json': MODEL_JSON,
  'configs/plain.yml': PLAIN_YML,
}

// Everything that a rewrite of the whole file would lose.
const RICH_YAML = `# Fine-tuning, second attempt
zeta: 1        # the first key, though not by the alphabet
alpha: 'single'
"quoted key": "double"
learning_rate: 0.01   # try 0.1

defaults: &defaults
  optimizer: adam
  betas: [0.9, 0.999]
runs:
  - <<: *defaults
    name: été
  - name: "plain"
mode: 0o17
text: |
  one
    two
batch_size: 32
`

// It reads the file before it says that it is managed, which only works when the file is patched before the start.
const READS_AT_ONCE = {
  'train.py': `${SHOW_FILES}
show("config.yaml")

import wandb
from wandb.sdk import launch

launch.manage_config_file("config.yaml")
show("config.yaml")
with wandb.init():
    wandb.log({"loss": 1.0})
`,
  'config.yaml': RICH_YAML,
}

describeWithEachClient('config files as job inputs', (client) => {
  let site: LaunchSite
  let founding: JobVersion
  let fileAndConfig: JobVersion
  let several: JobVersion
  let rich: JobVersion

  beforeAll(async () => {
    site = await startLaunchSite(client)
    const captures = [
      site.capture('founding-file', { example: 'python-config-file' }),
      site.capture('file-and-config', { files: FILE_AND_CONFIG }),
      site.capture('several-files', { files: SEVERAL_FILES }),
      site.capture('rich-file', { files: READS_AT_ONCE }),
    ] as const
    ;[founding, fileAndConfig, several, rich] = await Promise.all(captures)
  })
  afterAll(() => site[Symbol.asyncDispose]())

  describe('the second program of the founding document', () => {
    test('the file is the input and the run config is not', () => {
      expect(founding.inputTypes).toEqual({
        files: { 'config.yaml': { learning_rate: 'float', batch_size: 'int', model: 'str', dataset: 'str' } },
      })
      expect(founding.inputs).toMatchObject({
        config: null,
        files: {
          'config.yaml': { defaults: { learning_rate: 0.01, batch_size: 32, model: 'resnet', dataset: 'cifar10' } },
        },
      })
    })

    test('the text of the file as captured is kept', () => {
      expect(founding.configFiles).toEqual({
        'config.yaml': 'learning_rate: 0.01\nbatch_size: 32\nmodel: resnet\ndataset: cifar10\n',
      })
    })

    test('the file is patched before the program reads it, and the rest stays', async () => {
      const { config } = await site.launch(founding, { files: { 'config.yaml': { batch_size: 64, model: 'vit' } } })
      expect(config).toEqual({ learning_rate: 0.01, batch_size: 64, model: 'vit', dataset: 'cifar10' })
    })

    test('"slipway launch" sets values in the file', async () => {
      const before = await site.itemIds()
      const setting = ['--set', 'config.yaml:batch_size=64', '--set', 'config.yaml:learning_rate=0.5']
      requireSuccess(await site.runSlipway(['launch', founding.path, ...setting]))
      const [added = ''] = (await site.itemIds()).filter((id) => !before.includes(id))
      expect((await site.untilEnded(added)).config).toEqual({
        learning_rate: 0.5,
        batch_size: 64,
        model: 'resnet',
        dataset: 'cifar10',
      })
    })

    test('the stock "wandb launch" sets values in the file', async () => {
      const before = await site.itemIds()
      const config = JSON.stringify({ overrides: { files: { 'config.yaml': { dataset: 'mnist' } } } })
      const place = ['--queue', QUEUE, '--entity', ENTITY, '--project', PROJECT]
      requireSuccess(await site.runWandb(['launch', '--job', founding.path, ...place, '--config', config]))
      const [added = ''] = (await site.itemIds()).filter((id) => !before.includes(id))
      expect((await site.untilEnded(added)).config).toMatchObject({ batch_size: 32, dataset: 'mnist' })
    })

    test.for([
      ['the run config', { run_config: { learning_rate: 1 } }, ['learning_rate']],
      ['an unknown key', { files: { 'config.yaml': { lerning_rate: 1 } } }, ['config.yaml:lerning_rate']],
      ['an object onto a scalar', { files: { 'config.yaml': { model: { name: 'vit' } } } }, ['config.yaml:model']],
      ['another file', { files: { 'other.yaml': { a: 1 } } }, ['other.yaml:']],
      ['a file outside', { files: { '../config.yaml': { a: 1 } } }, ['../config.yaml:']],
      [
        'several at once',
        { run_config: { seed: 1 }, files: { 'config.yaml': { batch_size: 'x', depth: 1, model: 'vit' } } },
        ['seed', 'config.yaml:depth', 'config.yaml:batch_size'],
      ],
    ] as const)('an override of %s is refused', async ([, overrides, paths]) => {
      const before = await site.itemIds()
      const { problems } = await site.pushRefused(founding, overrides)
      expect(problems.map(({ path }) => path).toSorted()).toEqual([...paths].toSorted())
      expect(await site.itemIds()).toEqual(before)
    })
  })

  test('with manage_wandb_config both the file and the filtered run config are inputs', async () => {
    expect(fileAndConfig.inputTypes).toEqual({
      '@wandb.config': { lr: 'float' },
      files: { 'config.json': { model: { depth: 'int', width: 'float' }, tags: 'list[str]' } },
    })
    const { config } = await site.launch(fileAndConfig, {
      run_config: { lr: 0.25 },
      files: { 'config.json': { model: { depth: 5 }, tags: ['b', 'c'] } },
    })
    expect(config).toEqual({ lr: 0.25, file: { model: { depth: 5, width: 8 }, tags: ['b', 'c'] }, secret: 's' })
  })

  test('several files in nested folders, JSON and YAML, each have their own filter', () => {
    expect(several.inputTypes).toEqual({
      files: {
        'data.yaml': { train: { path: 'str' }, test: { path: 'str' } },
        'configs/model/base.json': { name: 'str', layers: 'list[int]', head: { dropout: 'float' } },
        'configs/plain.yml': { epochs: 'int', seed: 'int' },
      },
    })
  })

  test('what a file filter leaves out is refused', async () => {
    const { problems } = await site.pushRefused(several, {
      files: {
        'data.yaml': { train: { shuffle: false }, test: { shuffle: true } },
        'configs/model/base.json': { head: { classes: 100 } },
      },
    })
    expect(problems.map(({ path }) => path)).toEqual([
      'data.yaml:train.shuffle',
      'data.yaml:test.shuffle',
      'configs/model/base.json:head.classes',
    ])
  })

  test('each file is patched alone, and a file without overrides stays as it is', async () => {
    const ended = await site.launch(several, {
      files: {
        'data.yaml': { test: { path: '/data/other' } },
        'configs/model/base.json': { head: { dropout: 0.5 } },
      },
    })
    const seen = readShownFiles(ended)
    expect(seen).toEqual({
      'data.yaml': [DATA_YAML.replace('path: /data/test   # small', 'path: /data/other   # small')],
      'configs/model/base.json': [MODEL_JSON.replace('0.1', '0.5')],
      'configs/plain.yml': [PLAIN_YML],
    })
  })

  test('one changed value changes one line; comments, order, quoting and anchors stay', async () => {
    const ended = await site.launch(rich, { files: { 'config.yaml': { learning_rate: 0.1 } } })
    const [first, second] = readShownFiles(ended)['config.yaml'] ?? []
    expect(first).toBe(RICH_YAML.replace('learning_rate: 0.01 ', 'learning_rate: 0.1 '))
    expect(second).toBe(first)
  })

  test('a launch without overrides leaves the file as it was, to the byte', async () => {
    const ended = await site.launch(rich, {})
    expect(readShownFiles(ended)['config.yaml']).toEqual([RICH_YAML, RICH_YAML])
  })
})

/** What the program showed of each file, in order. */
function readShownFiles({ output }: EndedItem): Readonly<Record<string, readonly string[]>> {
  const shown = output
    .split('\n')
    .filter((line) => line.startsWith('file {'))
    .map((line) => JSON.parse(line.slice('file '.length)) as { readonly path: string; readonly text: string })
  const byPath = Map.groupBy(shown, ({ path }) => path)
  return Object.fromEntries([...byPath].map(([path, files]) => [path, files.map(({ text }) => text)]))
}
