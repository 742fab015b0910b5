import { describe, expect, test } from 'vitest'
import { inferInputType } from './input-type.ts'
import type { JobInputs } from './job-inputs.ts'
import type { JsonObject } from './json.ts'
import { formatLaunchSpec, type LaunchSpec, parseLaunchSpec } from './launch-spec.ts'
import { checkSecretName, parseSecretReference, secretVariable } from './secret-reference.ts'
import { findSecretUses, requiredSecrets, secretVariables } from './secret-use.ts'

function aSpec(overrides: JsonObject, resourceArgs: JsonObject = {}): LaunchSpec {
  return parseLaunchSpec({ job: 'ann/vision/train:v0', overrides, resource_args: resourceArgs })
}

const group = (defaults: JsonObject) => ({ type: inferInputType(defaults), schema: null, defaults })

function aJob(config: JsonObject, files: Readonly<Record<string, JsonObject>> = {}): JobInputs {
  return {
    config: group(config),
    files: Object.fromEntries(Object.entries(files).map(([file, values]) => [file, group(values)])),
    isPartial: false,
    allowsExtraKeys: false,
  }
}

describe('the secrets that a launch uses', () => {
  test('are those of inputs, of defaults that stay, and of the resource config, each with its path', () => {
    const job = aJob(
      { key: 'secret://by_default', kept: { token: 'secret://kept' } },
      { 'a.yaml': { t: 'secret://file' } },
    )
    const spec = aSpec(
      {
        run_config: { key: 'secret://given', list: ['x', 'secret://in-list'] },
        files: { './a.yaml': { u: 'secret://x' } },
      },
      { 'local-process': { env: { HF_TOKEN: 'secret://hf' } } },
    )
    expect(findSecretUses(spec, job)).toEqual({
      uses: [
        { path: 'key', name: 'given', kind: 'input' },
        { path: 'list', name: 'in-list', kind: 'input' },
        { path: './a.yaml:u', name: 'x', kind: 'input' },
        { path: 'kept.token', name: 'kept', kind: 'input' },
        { path: 'a.yaml:t', name: 'file', kind: 'input' },
        { path: 'resource_args.local-process.env.HF_TOKEN', name: 'hf', kind: 'resource' },
      ],
      problems: [],
    })
  })

  test('leave out a default that is overridden, also by a scalar above it', () => {
    const job = aJob({ kept: { token: 'secret://kept' } })
    expect(findSecretUses(aSpec({ run_config: { kept: 3 } }), job).uses).toEqual([])
  })

  test('stand anywhere in the config of a resource that is no local process', () => {
    const container = { env: [{ name: 'HF_TOKEN', value: 'secret://hf' }] }
    expect(findSecretUses(aSpec({}, { kubernetes: { spec: { containers: [container] } } }), null).uses).toEqual([
      { path: 'resource_args.kubernetes.spec.containers.0.env.0.value', name: 'hf', kind: 'resource' },
    ])
  })

  test.each<[string, JsonObject, JsonObject, string]>([
    ['a reference without a legal name', { run_config: { key: 'secret://my key' } }, {}, 'key'],
    ['a reference in an argument', { args: ['--key', '--token=secret://hf'] }, {}, 'overrides.args[1]'],
    ['a reference in the command', { entry_point: ['sh', 'secret://hf'] }, {}, 'overrides.entry_point[1]'],
    [
      'a reference inside a longer text',
      {},
      { env: { URL: 'https://u:secret://hf@host' } },
      'resource_args.local-process.env.URL',
    ],
    ['a reference outside env', {}, { python: 'secret://hf' }, 'resource_args.local-process.python'],
    [
      'the variable by which programs are found',
      {},
      { env: { PATH: 'secret://hf' } },
      'resource_args.local-process.env.PATH',
    ],
    ['a variable that the queue sets too', { run_config: { key: 'secret://hf' } }, { env: { HF: '1' } }, 'key'],
  ])('have a problem where they cannot work: %s', (_name, overrides, local, path) => {
    const { problems } = findSecretUses(aSpec(overrides, { 'local-process': local }), null)
    expect(problems.map((problem) => problem.path)).toEqual([path])
  })

  test('may be in the variable that the queue sets to the same secret', () => {
    const spec = aSpec({ run_config: { key: 'secret://hf' } }, { 'local-process': { env: { HF: 'secret://hf' } } })
    expect(findSecretUses(spec, null).problems).toEqual([])
  })

  test('become variables for inputs, and names for the agent', () => {
    const resourceArgs = { 'local-process': { env: { TOKEN: 'secret://queue-token' } } }
    const spec = aSpec({ run_config: { a: 'secret://open-ai.key', b: 'secret://open-ai.key' } }, resourceArgs)
    const secrets = secretVariables(findSecretUses(spec, null).uses)
    expect(secrets).toEqual({ OPEN_AI_KEY: 'open-ai.key' })
    const merged = parseLaunchSpec(formatLaunchSpec({ ...spec, secrets }))
    expect(requiredSecrets(merged)).toEqual(['open-ai.key', 'queue-token'])
  })
})

test('a reference is the whole of a text', () => {
  expect(parseSecretReference('secret://a.b-c_1')).toBe('a.b-c_1')
  for (const value of ['secret://', 'secret://1', 'x secret://a', 'secret://a b', 'Secret://a', 3, null])
    expect(parseSecretReference(value)).toBeNull()
})

test('names that mean something to a program are no names of secrets', () => {
  for (const name of ['hf', 'HF_TOKEN', 'open-ai.key', '_x', 'pathology'])
    expect(() => checkSecretName(name)).not.toThrow()
  for (const name of ['path', 'Ld-preload', 'wandb.api-key', 'SLIPWAY_X', 'PYTHONPATH', 'node_options'])
    expect(() => checkSecretName(name)).toThrow(`in the variable ${secretVariable(name)}`)
  for (const name of ['', '1a', 'a b', 'a/b', 'ü', 'a'.repeat(101), 'sk=1'])
    expect(() => checkSecretName(name)).toThrow('a name has 1 to 100')
})
