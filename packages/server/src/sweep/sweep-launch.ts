import {
  InvalidInputError,
  isJsonObject,
  parseJson,
  type JsonObject,
  type JsonValue,
  type Problem,
} from '@slipway/core'

/** How the server launches the points of a sweep. */
export interface SweepLaunchRecord {
  /** The job version, `entity/project/name:alias`. */
  readonly job: string
  /** A queue of the entity that the sweep's project belongs to. */
  readonly queue: string
  /** Null: that of the queue. */
  readonly priority: number | null
  readonly templateVariables: JsonObject
  readonly resourceArgs: JsonObject
  /** The most items that wait or run at once. */
  readonly maxItems: number
  /** True: a point that finished before with exactly the same inputs is not run again. */
  readonly skipLaunched: boolean
  /** What every launch overrides, below the values of its point: in the form of a launch spec. */
  readonly overrides: JsonObject
}

const DEFAULT_MAX_ITEMS = 8
const MOST_ITEMS = 1000

const KEYS = [
  'job',
  'queue',
  'priority',
  'template_variables',
  'resource_args',
  'max_items',
  'skip_launched',
  'overrides',
] as const

/** Reads how a sweep is launched, as JSON text. Throws InvalidInputError with one problem for each key. */
export function parseSweepLaunch(text: string): SweepLaunchRecord {
  const value = parseJson(text)
  const given: JsonObject = isJsonObject(value) ? value : {}
  const problems: Problem[] = []
  const read = <T>(
    key: (typeof KEYS)[number],
    wanted: string,
    convert: (item: JsonValue) => T | null,
    fallback: T,
  ): T => {
    const item = given[key] ?? null
    if (item === null) return fallback
    const converted = convert(item)
    if (converted === null) problems.push({ path: `launch.${key}`, message: `"launch.${key}" must be ${wanted}.` })
    return converted ?? fallback
  }
  const launch: SweepLaunchRecord = {
    job: read('job', 'the path of a job version, such as "ada/vision/train:latest"', toText, ''),
    queue: read('queue', 'the name of a run queue', toText, ''),
    priority: read<number | null>('priority', 'a number from 0 to 3', toWhole(0, 3), null),
    templateVariables: read('template_variables', 'an object', toObject, {}),
    resourceArgs: read('resource_args', 'an object', toObject, {}),
    maxItems: read('max_items', `a whole number from 1 to ${MOST_ITEMS}`, toWhole(1, MOST_ITEMS), DEFAULT_MAX_ITEMS),
    skipLaunched: read('skip_launched', 'true or false', toFlag, false),
    overrides: read('overrides', 'an object such as {run_config: {...}}', toObject, {}),
  }
  for (const key of ['job', 'queue'] as const) {
    if (launch[key] === '' && !problems.some(({ path }) => path === `launch.${key}`)) {
      problems.push({ path: `launch.${key}`, message: `"launch.${key}" is missing.` })
    }
  }
  for (const key of Object.keys(given).filter((name) => !KEYS.some((known) => known === name))) {
    problems.push({ path: `launch.${key}`, message: `"launch.${key}" is none of ${KEYS.join(', ')}.` })
  }
  if (problems.length === 0) return launch
  throw new InvalidInputError(
    `Cannot read how the sweep is launched: ${problems.map(({ message }) => message).join(' ')}`,
    { problems },
  )
}

function toText(item: JsonValue): string | null {
  return typeof item === 'string' && item !== '' ? item : null
}

function toObject(item: JsonValue): JsonObject | null {
  return isJsonObject(item) ? item : null
}

function toFlag(item: JsonValue): boolean | null {
  return typeof item === 'boolean' ? item : null
}

function toWhole(from: number, to: number): (item: JsonValue) => number | null {
  return (item) => (typeof item === 'number' && Number.isInteger(item) && item >= from && item <= to ? item : null)
}
