import {
  type InputFilter,
  type JobInputs,
  type JsonObject,
  type JsonValue,
  filterInputs,
  findOverrideProblems,
  inferInputType,
  mergeInputs,
  normalizeInputSchema,
  parseInputPath,
} from '@slipway/core'
import type { BenchmarkLine } from './benchmark-line.ts'

const ROUNDS = 9
const LEAVES_PER_GROUP = 100
const TARGET_MS = 150

/**
 * Measures what one launch costs in the input model at 100,000 leaves: filter the config, infer the types, validate overrides
 * of every tenth leaf against types and a JSON Schema that speaks of each leaf, and merge. Compiling the schema is counted.
 */
export function runInputModelBenchmark(): Promise<BenchmarkLine[]> {
  const half = measure(50_000)
  const whole = measure(100_000)
  const details = {
    filter_ms: whole.filter,
    infer_ms: whole.infer,
    validate_ms: whole.validate,
    merge_ms: whole.merge,
    half_the_leaves_ms: half.total,
    ratio_100k_to_50k: round(whole.total / half.total),
  }
  return Promise.resolve([
    {
      name: 'inputs: filter + infer + validate + merge, 100,000 leaves',
      value: whole.total,
      unit: 'ms',
      target: TARGET_MS,
      holds: whole.total < TARGET_MS,
      details,
    },
  ])
}

interface Timing {
  readonly filter: number
  readonly infer: number
  readonly validate: number
  readonly merge: number
  readonly total: number
}

// The median of the rounds, by total; the first rounds warm the compiler and are rarely in the middle.
function measure(leaves: number): Timing {
  const timings = Array.from({ length: ROUNDS }, () => measureOnce(leaves)).toSorted(
    (left, right) => left.total - right.total,
  )
  return timings[Math.floor(ROUNDS / 2)] ?? measureOnce(leaves)
}

function measureOnce(leaves: number): Timing {
  const { config, schema, overrides, filter } = build(leaves)
  const start = performance.now()
  const inputs = filterInputs(config, filter)
  const filtered = performance.now()
  const type = inferInputType(inputs)
  const inferred = performance.now()
  const job: JobInputs = {
    config: { type, schema, defaults: inputs },
    files: {},
    isPartial: false,
    allowsExtraKeys: false,
  }
  const { problems } = findOverrideProblems(job, { config: overrides, files: {} })
  if (problems.length > 0) throw new Error(`The benchmark's overrides must be valid: ${problems[0]?.message ?? ''}`)
  const validated = performance.now()
  mergeInputs(config, overrides)
  const end = performance.now()
  return {
    filter: round(filtered - start),
    infer: round(inferred - filtered),
    validate: round(validated - inferred),
    merge: round(end - validated),
    total: round(end - start),
  }
}

interface Case {
  readonly config: JsonObject
  readonly schema: JsonObject
  readonly overrides: JsonObject
  readonly filter: InputFilter
}

function build(leaves: number): Case {
  const config: Record<string, JsonValue> = { private: { key: 'value' } }
  const properties: Record<string, JsonValue> = {}
  const overrides: Record<string, JsonValue> = {}
  const include: string[] = []
  for (let group = 0; group < leaves / LEAVES_PER_GROUP; group++) {
    const values: Record<string, JsonValue> = {}
    const rules: Record<string, JsonValue> = {}
    const changed: Record<string, JsonValue> = {}
    for (let leaf = 0; leaf < LEAVES_PER_GROUP; leaf++) {
      const isText = leaf % 3 === 0
      values[`input_${leaf}`] = isText ? `text ${group}` : group + leaf / 2
      rules[`input_${leaf}`] = isText ? { type: 'string', maxLength: 40 } : { type: 'number', minimum: 0, maximum: 1e9 }
      if (leaf % 10 === 0) changed[`input_${leaf}`] = isText ? 'changed' : group + 0.25
    }
    config[`group_${group}`] = values
    properties[`group_${group}`] = { type: 'object', properties: rules }
    overrides[`group_${group}`] = changed
    include.push(`group_${group}`)
  }
  return {
    config,
    overrides,
    schema: normalizeInputSchema({ type: 'object', properties }),
    filter: { include: include.map(parseInputPath), exclude: [parseInputPath('private')] },
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
