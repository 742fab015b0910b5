import { parseConfigFile } from '../config-file.ts'
import { InvalidInputError, type Problem } from '../errors.ts'
import type { InputPath } from '../input-path.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import { SpecReader } from '../launch-spec-reader.ts'
import { nearestName } from '../nearest-name.ts'
import { getOwn } from '../own-key.ts'
import type { ParsedConfigFile } from '../parsed-config-file.ts'
import { isGridDistribution } from './grid-values.ts'
import { readHyperband, type Hyperband } from './hyperband.ts'
import { readImputation, type Imputation } from './impute.ts'
import { describeParameter, readSweepParameters, type SweepParameter } from './sweep-parameter.ts'

/** How the next point is found. With `custom` somebody else chooses the points. */
export type SweepMethod = 'grid' | 'random' | 'bayes' | 'custom'

/** The number that a sweep is about. */
export interface SweepMetric {
  /** Its key in the history and the summary of a run. */
  readonly name: string
  readonly goal: 'minimize' | 'maximize'
  /** The sweep ends when a run reaches this; null for none. */
  readonly target: number | null
  /** How a Bayesian search takes runs that have no final value. */
  readonly imputation: Imputation
}

/** What a sweep searches, and how. Source: wandb client protocol, the sweep configuration. */
export interface SweepConfig {
  readonly name: string | null
  readonly description: string | null
  readonly method: SweepMethod
  readonly metric: SweepMetric | null
  /** In the order of the configuration; nested ones flattened. */
  readonly parameters: readonly SweepParameter[]
  readonly hyperband: Hyperband | null
  /** The most runs; null for any number. */
  readonly runCap: number | null
  readonly program: string | null
  /** True where a program of the user chooses the points, and the server only hands them to agents. */
  readonly hasLocalController: boolean
  /** The whole configuration as it was given. */
  readonly source: JsonObject
}

/** A configuration, and what in it is odd but harmless. */
export interface ReadSweepConfig {
  readonly config: SweepConfig
  readonly warnings: readonly Problem[]
}

const METHODS: readonly SweepMethod[] = ['grid', 'random', 'bayes', 'custom']

/** Keys that the client, its scheduler or its agent read. Source: wandb sweeps, config schema; wandb client, launch-sweep. */
const OTHER_KEYS = [
  'apiVersion',
  'kind',
  'entity',
  'project',
  'job',
  'image_uri',
  'command',
  'metrics',
  'settings',
  'launch',
  'scheduler',
  'queue',
  'resource',
]

/**
 * Reads a sweep configuration from YAML text, of which JSON is a part. Throws InvalidInputError with one problem for each
 * path.
 */
export function parseSweepConfig(text: string): ReadSweepConfig {
  const parsed = parseConfigFile('sweep.yaml', text)
  if (Object.keys(parsed.value).length === 0) {
    throw new InvalidInputError(
      'Cannot read the sweep configuration: it is not an object. Give at least "method" and "parameters".',
    )
  }
  return readSweepConfig(withFloatBounds(parsed.value, [], parsed.isFloat))
}

/** Reads a sweep configuration. Throws InvalidInputError with one problem for each path. */
export function readSweepConfig(source: JsonObject): ReadSweepConfig {
  const notes: { readonly problems: Problem[]; readonly warnings: Problem[] } = { problems: [], warnings: [] }
  const reader = new SpecReader(source, '', notes.problems)
  const method = readMethod(getOwn(source, 'method'), notes.problems)
  reader.text('method')
  const config: SweepConfig = {
    name: reader.text('name'),
    description: reader.text('description'),
    method,
    metric: readMetric(reader.object('metric'), notes),
    parameters: readSweepParameters(reader.object('parameters'), notes),
    hyperband: readHyperband(reader.object('early_terminate'), notes.problems),
    runCap: reader.wholeNumber('run_cap'),
    program: reader.text('program'),
    hasLocalController: getOwn(reader.object('controller'), 'type') === 'local',
    source,
  }
  checkTogether(config, notes.problems)
  const known = [...OTHER_KEYS, 'method', 'name', 'description', 'metric', 'parameters', 'early_terminate', 'run_cap']
  for (const key of Object.keys(reader.rest()).filter((name) => !known.includes(name))) {
    const near = nearestName(key, known)
    const hint = near === null ? '' : ` Did you mean "${near}"?`
    notes.warnings.push({ path: key, message: `"${key}" is not a key of a sweep configuration.${hint}` })
  }
  if (notes.problems.length === 0) return { config, warnings: notes.warnings }
  const lines = notes.problems.map(({ message }) => (notes.problems.length === 1 ? message : `\n- ${message}`))
  throw new InvalidInputError(`Cannot read the sweep configuration: ${lines.join('')}`, { problems: notes.problems })
}

function readMethod(value: JsonValue | undefined, problems: Problem[]): SweepMethod {
  const method = METHODS.find((name) => name === value)
  if (method !== undefined) return method
  const near = typeof value === 'string' ? nearestName(value, METHODS) : null
  problems.push({
    path: 'method',
    message: `"method" must be one of ${METHODS.join(', ')}.${near === null ? '' : ` Did you mean "${near}"?`}`,
  })
  return 'random'
}

function readMetric(
  metric: JsonObject,
  { problems, warnings }: { readonly problems: Problem[]; readonly warnings: Problem[] },
): SweepMetric | null {
  if (Object.keys(metric).length === 0) return null
  const reader = new SpecReader(metric, 'metric.', problems)
  const name = reader.text('name')
  if (name === null)
    problems.push({ path: 'metric.name', message: '"metric.name" is missing: name the metric that counts.' })
  const goal = reader.text('goal') ?? 'minimize'
  if (goal !== 'minimize' && goal !== 'maximize') {
    problems.push({ path: 'metric.goal', message: `"metric.goal" must be "minimize" or "maximize", not "${goal}".` })
  }
  const target = getOwn(metric, 'target') ?? null
  if (target !== null && (typeof target !== 'number' || !Number.isFinite(target))) {
    problems.push({ path: 'metric.target', message: '"metric.target" must be a number.' })
  }
  const used = ['name', 'goal', 'target', 'impute', 'impute_while_running']
  for (const key of Object.keys(metric).filter((other) => !used.includes(other))) {
    warnings.push({ path: `metric.${key}`, message: `"metric.${key}" is not a key of a metric.` })
  }
  return {
    name: name ?? '',
    goal: goal === 'maximize' ? 'maximize' : 'minimize',
    target: typeof target === 'number' ? target : null,
    imputation: readImputation(metric, problems),
  }
}

function checkTogether(config: SweepConfig, problems: Problem[]): void {
  const { method, metric, parameters, hyperband, runCap } = config
  if (parameters.length === 0 && problems.length === 0 && method !== 'custom') {
    problems.push({ path: 'parameters', message: '"parameters" is missing or empty: name at least one parameter.' })
  }
  if (runCap === 0) problems.push({ path: 'run_cap', message: '"run_cap" must be at least 1.' })
  if (method === 'bayes' && metric === null) {
    problems.push({ path: 'metric', message: '"metric" is missing: the method "bayes" has to know what to improve.' })
  }
  if (hyperband !== null && metric === null) {
    problems.push({ path: 'metric', message: '"metric" is missing: "early_terminate" has to know what to compare.' })
  }
  if (method !== 'grid') return
  for (const { path, distribution } of parameters.filter((parameter) => !isGridDistribution(parameter.distribution))) {
    const place = describeParameter(path)
    problems.push({
      path: place,
      message: `"${place}" has a ${distribution.kind} distribution, of which a grid has no steps. Use "values", int_uniform or q_uniform, or the method "random".`,
    })
  }
}

/** Bounds written as 0.0 and 1.0 mean real numbers, although their values are whole ones. */
function withFloatBounds(value: JsonObject, path: InputPath, isFloat: ParsedConfigFile['isFloat']): JsonObject {
  const walked = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      isJsonObject(item) ? withFloatBounds(item, [...path, key], isFloat) : item,
    ]),
  )
  const isPlain = 'min' in value && 'max' in value && !('distribution' in value)
  return isPlain && ['min', 'max'].some((key) => isFloat([...path, key]))
    ? { ...walked, distribution: 'uniform' }
    : walked
}
