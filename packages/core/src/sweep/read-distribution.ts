import type { Problem } from '../errors.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import { nearestName } from '../nearest-name.ts'
import { getOwn } from '../own-key.ts'
import type { SweepDistribution } from './distribution.ts'

/**
 * Reads how one parameter is spread. The names and keys are those of the client's sweep configuration; without a name the
 * keys decide. Answers null after noting a problem. Source: wandb sweeps, config schema.
 */
export function readDistribution(
  given: JsonObject,
  place: string,
  notes: { readonly problems: Problem[]; readonly warnings: Problem[] },
): SweepDistribution | null {
  const found: Problem[] = []
  const reader = new ParameterReader(given, place, found)
  const name = nameOf(given, reader)
  const distribution = name === null ? null : readNamed(name, reader)
  notes.problems.push(...found)
  if (found.length > 0 || distribution === null) return null
  notes.warnings.push(...reader.unknownKeys(name ?? ''))
  return distribution
}

const NAMES = [
  'constant',
  'categorical',
  'categorical_w_probabilities',
  'int_uniform',
  'uniform',
  'q_uniform',
  'log_uniform',
  'log_uniform_values',
  'q_log_uniform',
  'q_log_uniform_values',
  'inv_log_uniform',
  'inv_log_uniform_values',
  'normal',
  'q_normal',
  'log_normal',
  'q_log_normal',
  'beta',
  'q_beta',
] as const

type DistributionName = (typeof NAMES)[number]

function nameOf(given: JsonObject, reader: ParameterReader): DistributionName | null {
  const named = reader.take('distribution')
  if (named !== undefined) {
    const known = NAMES.find((name) => name === named)
    if (known !== undefined) return known
    const near = typeof named === 'string' ? nearestName(named, NAMES) : null
    return reader.refuse(
      'distribution',
      `is none of ${NAMES.join(', ')}.${near === null ? '' : ` Did you mean "${near}"?`}`,
    )
  }
  if ('value' in given) return 'constant'
  if ('values' in given) return 'categorical'
  const [min, max] = [getOwn(given, 'min'), getOwn(given, 'max')]
  if (min !== undefined && max !== undefined) {
    return Number.isInteger(min) && Number.isInteger(max) ? 'int_uniform' : 'uniform'
  }
  return reader.refuse('', 'says neither "value", "values", "min" and "max", nor "distribution".')
}

function readNamed(name: DistributionName, reader: ParameterReader): SweepDistribution | null {
  switch (name) {
    case 'constant':
      return { kind: 'constant', value: reader.value('value') }
    case 'categorical':
    case 'categorical_w_probabilities':
      return readCategorical(reader)
    case 'int_uniform': {
      const { min, max } = reader.bounds()
      if (Number.isInteger(min) && Number.isInteger(max)) return { kind: 'int-uniform', min, max }
      return reader.refuse('', 'must have whole numbers as "min" and "max"; for others choose "uniform".')
    }
    case 'uniform':
    case 'q_uniform':
      return { kind: 'uniform', ...reader.bounds(), q: readQ(name, reader) }
    case 'log_uniform':
    case 'q_log_uniform':
      return { kind: 'log-uniform', ...reader.bounds(), q: readQ(name, reader) }
    case 'log_uniform_values':
    case 'q_log_uniform_values':
    // The logarithm of 1/x spread evenly between those of 1/max and 1/min is that of x spread evenly too.
    case 'inv_log_uniform_values':
      return { kind: 'log-uniform', ...logarithms(reader), q: readQ(name, reader) }
    case 'inv_log_uniform': {
      const { min, max } = reader.bounds()
      return { kind: 'log-uniform', min: -max, max: -min, q: null }
    }
    case 'normal':
    case 'q_normal':
      return { kind: 'normal', ...readMoments(reader), q: readQ(name, reader) }
    case 'log_normal':
    case 'q_log_normal':
      return { kind: 'log-normal', ...readMoments(reader), q: readQ(name, reader) }
    case 'beta':
    case 'q_beta':
      return { kind: 'beta', a: reader.positive('a', 1), b: reader.positive('b', 1), q: readQ(name, reader) }
  }
}

function readQ(name: DistributionName, reader: ParameterReader): number | null {
  return name.startsWith('q_') ? reader.positive('q', 1) : null
}

function readMoments(reader: ParameterReader): { readonly mu: number; readonly sigma: number } {
  const mu = reader.number('mu', 0)
  const sigma = reader.number('sigma', 1)
  if (sigma < 0) reader.refuse('sigma', `is ${sigma}; it must not be below 0.`)
  return { mu, sigma }
}

function logarithms(reader: ParameterReader): { readonly min: number; readonly max: number } {
  const { min, max } = reader.bounds()
  if (min <= 0) reader.refuse('min', `is ${min}; it must be above 0, since its logarithm is taken.`)
  return { min: Math.log(min), max: Math.log(max) }
}

function readCategorical(reader: ParameterReader): SweepDistribution | null {
  const values = reader.list('values')
  if (values === null) return null
  const given = reader.take('probabilities')
  if (given === undefined || given === null) {
    return { kind: 'categorical', values, probabilities: values.map(() => 1 / values.length) }
  }
  const list: readonly JsonValue[] = Array.isArray(given) ? given : []
  const numbers = list.flatMap((item) => (typeof item === 'number' && item >= 0 ? [item] : []))
  const sum = numbers.reduce((total, item) => total + item, 0)
  if (numbers.length !== values.length || sum === 0) {
    return reader.refuse('probabilities', `must be a list of ${values.length} numbers from 0, one for each value.`)
  }
  if (Math.abs(sum - 1) > 1e-6) {
    reader.warn('probabilities', `add up to ${Number(sum.toPrecision(6))}; they are taken as shares of that.`)
  }
  return { kind: 'categorical', values, probabilities: numbers.map((item) => item / sum) }
}

/** Takes keys of one parameter, and notes what is wrong with them. */
class ParameterReader {
  readonly #given: JsonObject
  readonly #place: string
  readonly #problems: Problem[]
  readonly #warnings: Problem[] = []
  readonly #taken = new Set<string>()

  constructor(given: JsonObject, place: string, problems: Problem[]) {
    this.#given = given
    this.#place = place
    this.#problems = problems
  }

  take(key: string): JsonValue | undefined {
    this.#taken.add(key)
    return getOwn(this.#given, key)
  }

  value(key: string): JsonValue {
    const value = this.take(key)
    if (value === undefined) this.refuse(key, 'is missing.')
    return value ?? null
  }

  list(key: string): readonly JsonValue[] | null {
    const value = this.take(key)
    return Array.isArray(value) && value.length > 0 ? value : this.refuse(key, 'must be a list of at least one value.')
  }

  number(key: string, fallback: number | null): number {
    const value = this.take(key) ?? fallback
    if (typeof value === 'number' && Number.isFinite(value)) return value
    this.refuse(key, value === null ? 'is missing.' : 'must be a number.')
    return 1
  }

  positive(key: string, fallback: number): number {
    const value = this.number(key, fallback)
    if (value <= 0) this.refuse(key, `is ${value}; it must be above 0.`)
    return value
  }

  bounds(): { readonly min: number; readonly max: number } {
    const before = this.#problems.length
    const min = this.number('min', null)
    const max = this.number('max', null)
    if (this.#problems.length === before && min > max) {
      this.refuse('', `has a "min" of ${min} above its "max" of ${max}. Exchange them.`)
    }
    return { min, max }
  }

  refuse(key: string, what: string): null {
    const path = this.#pathOf(key)
    this.#problems.push({ path, message: `"${path}" ${what}` })
    return null
  }

  warn(key: string, what: string): void {
    const path = this.#pathOf(key)
    this.#warnings.push({ path, message: `"${path}" ${what}` })
  }

  unknownKeys(name: string): readonly Problem[] {
    const unknown = Object.keys(this.#given).filter((key) => !this.#taken.has(key))
    return [
      ...this.#warnings,
      ...unknown.map((key) => {
        const path = this.#pathOf(key)
        return { path, message: `"${path}" is not used by the distribution "${name}".` }
      }),
    ]
  }

  #pathOf(key: string): string {
    return key === '' ? this.#place : `${this.#place}.${key}`
  }
}
