import { describeWithEachClient } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JobVersion, type LaunchSite, startLaunchSite } from './launch-site.ts'

const JSON_SCHEMA = {
  'train.py': `
import wandb
from wandb.sdk import launch

schema = {
    "type": "object",
    "properties": {
        "learning_rate": {"type": "number", "exclusiveMinimum": 0, "maximum": 1, "title": "Learning rate"},
        "batch_size": {"type": "integer", "minimum": 1, "maximum": 256},
        "model": {"type": "string", "enum": ["resnet", "vit"]},
        "augment": {"type": "object", "properties": {"flip": {"type": "boolean"}}},
    },
}
config = {"learning_rate": 0.5, "batch_size": 32, "model": "resnet", "augment": {"flip": True}, "seed": 42}
with wandb.init(config=config):
    launch.manage_wandb_config(exclude=["seed"], schema=schema)
    wandb.log({"loss": 1.0})
`,
}

// The model is used by two fields, so that the schema holds a definition and references to it.
const PYDANTIC = {
  'train.py': `
from typing import Literal
import yaml
import wandb
from pydantic import BaseModel, Field
from wandb.sdk import launch

class Layer(BaseModel):
    width: int = Field(ge=1, le=1024)
    activation: Literal["relu", "gelu"] = "relu"

class Config(BaseModel):
    learning_rate: float = Field(gt=0, le=1)
    encoder: Layer
    decoder: Layer

launch.manage_config_file("config.yaml", schema=Config)
with open("config.yaml") as f:
    config = Config(**yaml.safe_load(f))
with wandb.init(config=config.model_dump()):
    wandb.log({"loss": 1.0})
`,
  'config.yaml': `learning_rate: 0.5
encoder: {width: 8, activation: relu}
decoder: {width: 4, activation: gelu}
`,
}

describeWithEachClient('schemas of inputs', (client) => {
  let site: LaunchSite
  let withDict: JobVersion
  let withModel: JobVersion

  beforeAll(async () => {
    site = await startLaunchSite(client)
    const captures = [
      site.capture('json-schema', { files: JSON_SCHEMA }),
      site.capture('pydantic', { files: PYDANTIC }),
    ] as const
    ;[withDict, withModel] = await Promise.all(captures)
  })
  afterAll(() => site[Symbol.asyncDispose]())

  test('the job version holds a JSON Schema beside types and defaults', () => {
    expect(withDict.inputs).toMatchObject({
      config: {
        schema: {
          properties: {
            learning_rate: { type: 'number', exclusiveMinimum: 0, maximum: 1, title: 'Learning rate' },
            model: { enum: ['resnet', 'vit'] },
          },
        },
        defaults: { learning_rate: 0.5, batch_size: 32, model: 'resnet', augment: { flip: true } },
      },
    })
    expect(withDict.inputTypes).toEqual({
      learning_rate: 'float',
      batch_size: 'int',
      model: 'str',
      augment: { flip: 'bool' },
    })
  })

  test('the schema of a Pydantic model is kept with a config file', () => {
    expect(withModel.warnings).toEqual([])
    expect(withModel.inputs).toMatchObject({
      config: null,
      files: {
        'config.yaml': {
          schema: { properties: { learning_rate: { type: 'number', exclusiveMinimum: 0, maximum: 1 } } },
          defaults: { learning_rate: 0.5, encoder: { width: 8, activation: 'relu' } },
        },
      },
    })
  })

  test('values that the schemas allow are seen by the run', async () => {
    const [byDict, byModel] = await Promise.all([
      site.launch(withDict, { run_config: { learning_rate: 1, model: 'vit', augment: { flip: false } } }),
      site.launch(withModel, { files: { 'config.yaml': { decoder: { width: 1024, activation: 'relu' } } } }),
    ])
    expect(byDict.config).toEqual({
      learning_rate: 1,
      batch_size: 32,
      model: 'vit',
      augment: { flip: false },
      seed: 42,
    })
    expect(byModel.config).toEqual({
      learning_rate: 0.5,
      encoder: { width: 8, activation: 'relu' },
      decoder: { width: 1024, activation: 'relu' },
    })
  })

  test.for([
    ['above the maximum', { learning_rate: 1.5 }, ['learning_rate']],
    ['on an exclusive minimum', { learning_rate: 0 }, ['learning_rate']],
    ['none of the choices', { model: 'vgg' }, ['model']],
    ['a fraction for an integer', { batch_size: 1.5 }, ['batch_size']],
    ['a text for a boolean', { augment: { flip: 'no' } }, ['augment.flip']],
    [
      'several',
      { learning_rate: -1, batch_size: 1000, model: 3, seed: 1 },
      ['learning_rate', 'batch_size', 'model', 'seed'],
    ],
  ] as const)('a value that the JSON Schema refuses is refused at submission: %s', async ([, run_config, paths]) => {
    const before = await site.itemIds()
    const { problems } = await site.pushRefused(withDict, { run_config })
    expect(problems.map(({ path }) => path).toSorted()).toEqual([...paths].toSorted())
    expect(await site.itemIds()).toEqual(before)
  })

  test.for([
    ['below the minimum of a nested model', { encoder: { width: 0 } }, ['config.yaml:encoder.width']],
    ['none of the choices', { decoder: { activation: 'tanh' } }, ['config.yaml:decoder.activation']],
    ['null for a required field', { learning_rate: null }, ['config.yaml:learning_rate']],
  ] as const)('a value that the Pydantic model refuses is refused at submission: %s', async ([, file, paths]) => {
    const before = await site.itemIds()
    const { problems } = await site.pushRefused(withModel, { files: { 'config.yaml': file } })
    expect(problems.map(({ path }) => path)).toEqual(paths)
    expect(await site.itemIds()).toEqual(before)
  })
})
