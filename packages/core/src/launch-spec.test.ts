import { expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { fillMacros, launchEnvironment } from './launch-environment.ts'
import { formatLaunchSpec, parseLaunchSpec } from './launch-spec.ts'

const wire: JsonObject = {
  job: 'team/vision/job-train:v3',
  entity: 'team',
  project: 'vision',
  name: 'try 1',
  resource: 'local-process',
  resource_args: { 'local-process': {} },
  overrides: {
    args: ['--fast'],
    run_config: { lr: 0.1 },
    files: { 'c.yaml': { a: 1 } },
    entry_point: ['python', 't.py'],
  },
  author: 'ada',
  git: { version: 'main' },
  _resume_count: 1,
  additional_services: [{ config: null }],
  uri: null,
}

const context = {
  baseUrl: 'http://127.0.0.1:8080',
  queueName: 'default',
  queueEntity: 'team',
  itemId: 'item-1',
  runId: 'abc',
}

test('a launch spec survives the wire, with the keys that are not known', () => {
  const spec = parseLaunchSpec(wire)
  expect(formatLaunchSpec(spec)).toEqual(wire)
  expect(parseLaunchSpec(formatLaunchSpec(spec))).toEqual(spec)
  expect(spec.rest).toEqual({ additional_services: [{ config: null }], uri: null })
})

test('"entrypoint" is accepted for "entry_point", and null counts as left out', () => {
  const spec = parseLaunchSpec({
    overrides: { entrypoint: ['a'], args: null, files: { 'a.yaml': null } },
    resource: null,
  })
  expect(spec.overrides).toMatchObject({ entryPoint: ['a'], args: [], files: {} })
  expect(spec.resource).toBeNull()
})

test('each key of the wrong form is a problem of its own', () => {
  const bad = { job: 3, overrides: { args: 'x', run_config: [], files: { 'a.yaml': 1 } }, resource_args: 'y' }
  expect(() => parseLaunchSpec(bad)).toThrow('"job" must be text, not a number.')
  const paths = ['overrides.args', 'overrides.run_config', 'overrides.files.a.yaml', 'job', 'resource_args']
  expect(() => parseLaunchSpec(bad)).toThrow(
    expect.objectContaining({ details: { problems: paths.map((path) => expect.objectContaining({ path })) } }),
  )
  expect(() => parseLaunchSpec('x')).toThrow('it is not a JSON object')
})

test('the environment carries the overrides, and no key unless one is given', () => {
  const environment = launchEnvironment(parseLaunchSpec(wire), context)
  expect(environment).toEqual({
    WANDB_BASE_URL: 'http://127.0.0.1:8080',
    WANDB_PROJECT: 'vision',
    WANDB_ENTITY: 'team',
    WANDB_LAUNCH: 'True',
    WANDB_RUN_ID: 'abc',
    WANDB_NAME: 'try 1',
    WANDB_USERNAME: 'ada',
    WANDB_RESUME: 'allow',
    WANDB_LAUNCH_QUEUE_NAME: 'default',
    WANDB_LAUNCH_QUEUE_ENTITY: 'team',
    WANDB_LAUNCH_TRACE_ID: 'item-1',
    WANDB_CONFIG: '{"lr":0.1}',
    WANDB_LAUNCH_FILE_OVERRIDES: '{"c.yaml":{"a":1}}',
    WANDB_ARTIFACTS: '{"_wandb_job":"team/vision/job-train:v3"}',
  })
  expect(launchEnvironment(parseLaunchSpec(wire), { ...context, apiKey: 'k' })['WANDB_API_KEY']).toBe('k')
})

test('long overrides are cut into numbered pieces of 32,670 characters', () => {
  const run_config = { text: 'é'.repeat(20_000), last: NaN }
  const environment = launchEnvironment(parseLaunchSpec({ overrides: { run_config } }), context)
  const pieces = Object.keys(environment).filter((name) => name.startsWith('WANDB_CONFIG'))
  expect(pieces).toEqual(['WANDB_CONFIG_0', 'WANDB_CONFIG_1', 'WANDB_CONFIG_2', 'WANDB_CONFIG_3'])
  expect(environment['WANDB_CONFIG_0']).toHaveLength(32_670)
  const text = pieces.map((name) => environment[name]).join('')
  expect(JSON.parse(text.replace('NaN', '0'))).toEqual({ text: run_config.text, last: 0 })
})

test('macros fill the six names only, never environment variables', () => {
  const value = { image: '${image_uri}:${run_id}', '${run_id}': ['${HOME}', '${author}', 3], name: '${run_name}' }
  expect(fillMacros(value, { image_uri: 'img', run_id: 'abc' })).toEqual({
    image: 'img:abc',
    '${run_id}': ['${HOME}', '${author}', 3],
    name: '${run_name}',
  })
})
