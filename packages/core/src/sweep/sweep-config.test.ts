import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { parseSweepConfig } from './sweep-config.ts'

/** The paths of the problems of a configuration. */
function problemsOf(text: string): readonly string[] {
  try {
    parseSweepConfig(text)
    return []
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return (error.details.problems ?? []).map(({ path }) => path)
  }
}

describe('a sweep configuration', () => {
  test('is read from YAML with nested parameters, metric and stop rule', () => {
    const { config, warnings } = parseSweepConfig(`
program: train.py
method: bayes
metric: {name: val.loss, goal: minimize, target: 0.1}
run_cap: 20
early_terminate: {type: hyperband, max_iter: 27, s: 2, eta: 3}
parameters:
  lr: {distribution: log_uniform_values, min: 0.0001, max: 0.1}
  optimizer:
    parameters:
      name: {values: [adam, sgd]}
      momentum: {min: 0.0, max: 1.0}
  seed: {value: 7}
`)
    expect(warnings).toEqual([])
    expect(config).toMatchObject({
      method: 'bayes',
      metric: { name: 'val.loss', goal: 'minimize', target: 0.1 },
      runCap: 20,
      program: 'train.py',
      hyperband: { bands: [3, 9], eta: 3, isStrict: true },
    })
    expect(config.parameters.map(({ path }) => path.join('/'))).toEqual([
      'lr',
      'optimizer/name',
      'optimizer/momentum',
      'seed',
    ])
    // 0.0 and 1.0 are real numbers to whoever wrote them.
    expect(config.parameters[2]?.distribution).toEqual({ kind: 'uniform', min: 0, max: 1, q: null })
  })

  test.each([
    ['method: grid\nparameters: {a: {min: 0.5, max: 1.5}}', ['parameters.a']],
    ['method: bayes\nparameters: {a: {values: [1]}}', ['metric']],
    ['method: random', ['parameters']],
    ['method: random\nparameters: {a: 3, b: {}}', ['parameters.a', 'parameters.b']],
    [
      'method: random\nparameters: {a: {values: []}, b: {distribution: normal, sigma: -1}}',
      ['parameters.a.values', 'parameters.b.sigma'],
    ],
    ['method: random\nparameters: {a: {distribution: log_uniform_values, min: 0, max: 1}}', ['parameters.a.min']],
    ['method: random\nparameters: {a: {parameters: {b: {min: 1}}}}', ['parameters.a.b']],
    ['method: random\nparameters: {a: {values: [1, 2], probabilities: [1]}}', ['parameters.a.probabilities']],
    [
      'method: random\nparameters: {a: {value: 1}}\nearly_terminate: {type: hyperband}\nmetric: {name: x}',
      ['early_terminate'],
    ],
    [
      'method: random\nparameters: {a: {value: 1}}\nearly_terminate: {type: median}\nmetric: {goal: up}',
      ['metric.name', 'metric.goal', 'early_terminate.type'],
    ],
    ['method: random\nparameters: {a: {value: 1}}\nrun_cap: 0', ['run_cap']],
  ])('%j is refused at %j', (text, paths) => {
    expect(problemsOf(text)).toEqual(paths)
  })

  test('keys that mean nothing are told with the nearest name', () => {
    const { warnings } = parseSweepConfig(
      'method: random\nearly_termination: {}\nparameters: {a: {values: [1], mim: 2}, b: {values: [1, 2], probabilities: [1, 3]}}',
    )
    expect(warnings.map(({ message }) => message)).toEqual([
      '"parameters.a.mim" is not used by the distribution "categorical".',
      '"parameters.b.probabilities" add up to 4; they are taken as shares of that.',
      '"early_termination" is not a key of a sweep configuration. Did you mean "early_terminate"?',
    ])
  })
})
