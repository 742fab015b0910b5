import { describeWithEachClient } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENTITY, type JobVersion, type LaunchSite, PROJECT, QUEUE, startLaunchSite } from './launch-site.ts'
import { requireSuccess } from './run-program.ts'

// Sets all four inputs of the first program of the founding document.
const OTHER_TRAINER = { learning_rate: 0.5, batch_size: 64, model: 'vit', dataset: 'imagenet' }
const OTHER_CONFIG = { trainer: { ...OTHER_TRAINER, private: { key: 'value' } }, seed: 42 }

// The first program as the document has it, with its two typing errors mended and nothing else: a missing colon, and
// `manange_wandb_config`.
const AS_PRINTED = {
  'train.py': `
import wandb
from wandb.sdk import launch

# Launch SDKの使用に必要
wandb.require("core")

config = {
    "trainer": {
        "learning_rate": 0.01,
        "batch_size": 32,
        "model": "resnet",
        "dataset": "cifar10",
        "private": {
            "key": "value",
        },
    },
    "seed": 42,
}

with wandb.init(config=config):
    launch.manage_wandb_config(
        include=["trainer"], 
        exclude=["trainer.private"],
    )
    # その他
`,
}

const UNMANAGED = {
  'train.py': `
import wandb

config = {"optimizer": {"name": "adam", "betas": [0.9, 0.99]}, "epochs": 3, "dropout": 0.25, "nesterov": True, "note": None}
with wandb.init(config=config):
    wandb.log({"loss": 1.0})
`,
}

const OVERRIDES_BEFORE_INIT = {
  'train.py': `
import json
import os
import wandb
from wandb.sdk import launch

if "WANDB_LAUNCH" in os.environ:
    print("loaded", json.dumps(dict(launch.load_wandb_config())))
with wandb.init(config={"model": {"depth": 2, "width": 8}, "seed": 1}):
    wandb.log({"loss": 1.0})
`,
}

describeWithEachClient('a run config as job inputs', (client) => {
  let site: LaunchSite
  let founding: JobVersion

  beforeAll(async () => {
    site = await startLaunchSite(client)
    founding = await site.capture('founding', { example: 'python-run-config' })
  })
  afterAll(() => site[Symbol.asyncDispose]())

  test('the first program of the founding document has the inputs that the document shows', () => {
    expect(founding.inputTypes).toEqual({
      trainer: { learning_rate: 'float', batch_size: 'int', model: 'str', dataset: 'str' },
    })
  })

  test('so has the program as it is printed, which logs nothing, and a launch of it', async () => {
    const printed = await site.capture('printed', { files: AS_PRINTED })
    expect(printed.inputTypes).toEqual(founding.inputTypes)
    const { config } = await site.launch(printed, { run_config: { trainer: OTHER_TRAINER } })
    expect(config).toMatchObject(OTHER_CONFIG)
  })

  test('the job keeps types and the default of each input, and no other value', () => {
    expect(founding.isPartial).toBe(false)
    expect(founding.warnings).toEqual([])
    expect(founding.inputs).toMatchObject({
      config: {
        type: { kind: 'object', fields: { trainer: { kind: 'object', fields: { batch_size: { kind: 'int' } } } } },
        schema: null,
        defaults: { trainer: { learning_rate: 0.01, batch_size: 32, model: 'resnet', dataset: 'cifar10' } },
      },
      files: {},
    })
    expect(JSON.stringify(founding.inputs)).not.toMatch(/private|seed/)
  })

  test('without a manage call the whole run config is captured', async () => {
    const job = await site.capture('unmanaged', { files: UNMANAGED })
    expect(job.inputTypes).toEqual({
      optimizer: { name: 'str', betas: 'list[float]' },
      epochs: 'int',
      dropout: 'float',
      nesterov: 'bool',
      note: 'none',
    })
    const { config } = await site.launch(job, { run_config: { epochs: 5, optimizer: { betas: [0.5] }, note: 'short' } })
    expect(config).toEqual({
      optimizer: { name: 'adam', betas: [0.5] },
      epochs: 5,
      dropout: 0.25,
      nesterov: true,
      note: 'short',
    })
  })

  test('a launch by the API overrides the four inputs, and the rest stays', async () => {
    const { config } = await site.launch(founding, { run_config: { trainer: OTHER_TRAINER } })
    expect(config).toEqual(OTHER_CONFIG)
  })

  test('a launch overrides one input, and the other three stay', async () => {
    const { config } = await site.launch(founding, { run_config: { trainer: { batch_size: 1 } } })
    expect(config).toEqual({
      trainer: { learning_rate: 0.01, batch_size: 1, model: 'resnet', dataset: 'cifar10', private: { key: 'value' } },
      seed: 42,
    })
  })

  test('the stock "wandb launch" overrides the four inputs', async () => {
    const before = await site.itemIds()
    requireSuccess(await launchByStockCommand({ run_config: { trainer: OTHER_TRAINER } }))
    const added = (await site.itemIds()).filter((id) => !before.includes(id))
    expect(added).toHaveLength(1)
    const { state, config } = await site.untilEnded(added[0] ?? '')
    expect({ state, config }).toEqual({ state: 'finished', config: OTHER_CONFIG })
  })

  test('"slipway launch" overrides the four inputs', async () => {
    const before = await site.itemIds()
    const settings = Object.entries(OTHER_TRAINER).flatMap(([key, value]) => ['--set', `trainer.${key}=${value}`])
    requireSuccess(await site.runSlipway(['launch', founding.path, ...settings]))
    const added = (await site.itemIds()).filter((id) => !before.includes(id))
    expect(added).toHaveLength(1)
    const { state, config } = await site.untilEnded(added[0] ?? '')
    expect({ state, config }).toEqual({ state: 'finished', config: OTHER_CONFIG })
  })

  describe('what may not be overridden is refused before anything is queued', () => {
    test.for([
      ['a key that was filtered out', { seed: 7 }, ['seed']],
      ['an excluded key', { trainer: { private: { key: 'x' } } }, ['trainer.private.key']],
      ['an unknown key', { trainer: { learnig_rate: 0.1 } }, ['trainer.learnig_rate']],
      ['an object onto a scalar', { trainer: { batch_size: { size: 1 } } }, ['trainer.batch_size']],
      ['a scalar onto an object', { trainer: 3 }, ['trainer']],
      ['a text for a number', { trainer: { learning_rate: 'fast' } }, ['trainer.learning_rate']],
      [
        'several at once',
        { seed: 7, trainer: { batch_size: 'all', private: { key: 'x' }, model: 'vit' }, extra: { a: 1, b: 2 } },
        ['seed', 'trainer.batch_size', 'trainer.private.key', 'extra.a', 'extra.b'],
      ],
    ] as const)('%s', async ([, run_config, paths]) => {
      const before = await site.itemIds()
      const { message, problems } = await site.pushRefused(founding, { run_config })
      expect(problems.map(({ path }) => path)).toEqual(paths)
      for (const problem of problems) {
        expect(problem.message).not.toContain('\n')
        expect(problem.message).toContain(`"${problem.path}"`)
        expect(message).toContain(problem.message)
      }
      expect(await site.itemIds()).toEqual(before)
    })

    test('values for a file, since the program manages none', async () => {
      const before = await site.itemIds()
      const { problems } = await site.pushRefused(founding, { files: { 'config.yaml': { learning_rate: 1 } } })
      expect(problems.map(({ path }) => path)).toEqual(['config.yaml:'])
      expect(await site.itemIds()).toEqual(before)
    })

    test('the nearest name is offered', async () => {
      const { problems } = await site.pushRefused(founding, { run_config: { trainer: { learnig_rate: 0.1 } } })
      expect(problems[0]?.message).toContain('Did you mean "trainer.learning_rate"?')
    })

    test('the stock "wandb launch" shows each line, and the reason stays readable on the server', async () => {
      const before = await site.itemIds()
      const refusalsBefore = await site.refusals()
      const { output, exitCode } = await launchByStockCommand({ run_config: { seed: 7, trainer: { batch_size: {} } } })
      expect(exitCode).not.toBe(0)
      expect(await site.itemIds()).toEqual(before)
      const [refusal, ...others] = await site.refusals()
      expect(others).toEqual(refusalsBefore)
      expect(refusal?.problems.map(({ path }) => path)).toEqual(['seed', 'trainer.batch_size'])
      for (const { message } of refusal?.problems ?? []) expect(output).toContain(message)
    })

    test('"slipway launch" shows each line', async () => {
      const before = await site.itemIds()
      const settings = ['--set', 'seed=7', '--set', 'trainer.private.key=x']
      const { output, exitCode } = await site.runSlipway(['launch', founding.path, ...settings])
      expect(exitCode).toBe(2)
      const lines = output.split('\n')
      expect(lines.filter((line) => line.includes('Cannot set "seed"'))).toHaveLength(1)
      expect(lines.filter((line) => line.includes('Cannot set "trainer.private.key"'))).toHaveLength(1)
      expect(await site.itemIds()).toEqual(before)
    })
  })

  test('load_wandb_config gives the overrides before the run starts', async () => {
    const job = await site.capture('loads', { files: OVERRIDES_BEFORE_INIT })
    const { output, config } = await site.launch(job, { run_config: { model: { depth: 9 } } })
    expect(output).toContain('loaded {"model": {"depth": 9}}')
    expect(config).toEqual({ model: { depth: 9, width: 8 }, seed: 1 })
  })

  const launchByStockCommand = (overrides: object) => {
    const place = ['--queue', QUEUE, '--entity', ENTITY, '--project', PROJECT]
    return site.runWandb(['launch', '--job', founding.path, ...place, '--config', JSON.stringify({ overrides })])
  }
})
