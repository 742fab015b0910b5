import { describeWithEachClient } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JobVersion, type LaunchSite, startLaunchSite } from './launch-site.ts'

const PROGRAM = {
  'train.py': `
import os
import wandb
from wandb.sdk import launch

if "WANDB_LAUNCH" in os.environ:
    print("loaded", len(launch.load_wandb_config().get("steps", [])))
with wandb.init(config={"scale": 1.0, "steps": [1, 2], "prompt": "a", "on": False, "best": None}):
    wandb.log({"loss": 1.0})
`,
}

const IN_A_FOLDER = {
  'source/train.py': `
import yaml
import wandb
from wandb.sdk import launch
from parts.model import name

launch.manage_config_file("settings/train.yaml")
with open("settings/train.yaml") as f:
    config = yaml.safe_load(f)
with wandb.init(config={**config, "imported": name}):
    wandb.log({"loss": 1.0})
`,
  'source/parts/model.py': 'name = "resnet"\n',
  'settings/train.yaml': 'rate: 1e-3\nepochs: 3\n',
}

describeWithEachClient('a launched run', (client) => {
  let site: LaunchSite
  let job: JobVersion

  beforeAll(async () => {
    site = await startLaunchSite(client)
    job = await site.capture('launched', { files: PROGRAM })
  })
  afterAll(() => site[Symbol.asyncDispose]())

  test('the item compares each input by default, as asked and as seen', async () => {
    const { inputs } = await site.launch(job, { run_config: { prompt: 'b', steps: [] } })
    const byPath = Map.groupBy(inputs, ({ path }) => path)
    expect(byPath).toMatchObject(
      new Map([
        ['best', [{ default: null, seen: null }]],
        ['on', [{ default: false, seen: false }]],
        ['prompt', [{ default: 'a', asked: 'b', seen: 'b' }]],
        ['scale', [{ default: 1, seen: 1 }]],
        ['steps', [{ default: [1, 2], asked: [], seen: [] }]],
      ]),
    )
    // The client sends the keys of a config in any order.
    const asked = inputs.filter((input) => 'asked' in input).map(({ path }) => path)
    expect(new Set(asked)).toEqual(new Set(['steps', 'prompt']))
  })

  test('the run names the job version that it was launched from', async () => {
    expect((await site.launch(job, {})).jobPath).toBe(job.path)
  })

  test('values beyond the length of one environment variable arrive whole', async () => {
    const steps = Array.from({ length: 20_000 }, (_, index) => index)
    const { config, output } = await site.launch(job, { run_config: { steps } })
    expect(output).toContain('loaded 20000')
    expect(config['steps']).toEqual(steps)
  })

  test('text arrives as it was written', async () => {
    const prompt = 'it\'s "so" $HOME `id` ${run_id} \\ \n\t été 漢字 🚀 %s {{x}}'
    const { config } = await site.launch(job, { run_config: { prompt } })
    expect(config['prompt']).toBe(prompt)
  })

  test('a whole default of the client shows as int, and takes a fraction with a note', async () => {
    expect(job.inputTypes).toMatchObject({ scale: 'int' })
    const { notes } = await site.check(job, { run_config: { scale: 1.5 } })
    expect(notes.map(({ path }) => path)).toEqual(['scale'])
    expect((await site.launch(job, { run_config: { scale: 1.5 } })).config['scale']).toBe(1.5)
  })

  test('a program in a folder finds its modules and its files', async () => {
    const inFolder = await site.capture('in-folder', { files: IN_A_FOLDER, main: 'source/train.py' })
    expect(inFolder.inputs).toMatchObject({ files: { 'settings/train.yaml': { defaults: { epochs: 3 } } } })
    const { config, inputs } = await site.launch(inFolder, { files: { 'settings/train.yaml': { epochs: 9 } } })
    expect(config).toMatchObject({ epochs: 9, imported: 'resnet' })
    expect(inputs).toMatchObject([
      { file: 'settings/train.yaml', path: 'rate' },
      { file: 'settings/train.yaml', path: 'epochs', default: 3, asked: 9, seen: 9 },
    ])
  })

  test('a program that fails ends its item with the last line that it wrote', async () => {
    const failing = await site.capture('failing', {
      files: {
        'train.py': `
import wandb

with wandb.init(config={"parts": 1}) as run:
    shares = 12 / run.config["parts"]
    wandb.log({"loss": 1.0})
`,
      },
    })
    const ended = await site.untilEnded(await site.push(failing, { run_config: { parts: 0 } }))
    expect(ended).toMatchObject({ state: 'failed', config: { parts: 0 } })
    expect(ended.reason).toContain('ZeroDivisionError: division by zero')
  })
})
