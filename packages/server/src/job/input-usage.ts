import {
  canonicalJson,
  flattenInputs,
  formatInputAddress,
  getInput,
  isJsonObject,
  isSameJson,
  isSecretInput,
  mergeInputs,
  parseInputAddress,
  parseJson,
  pickInputs,
  unwrapRunConfig,
  type InputOverrides,
  type JobInputs,
  type JsonObject,
  type JsonValue,
} from '@slipway/core'
import type { UsageSample } from './input-usage-store.ts'

/** What earlier runs had for one input. */
export interface InputUsageRecord {
  readonly address: string
  readonly runs: number
  readonly minimum: number | null
  readonly maximum: number | null
  /** The most frequent first; empty where there are too many to choose from. */
  readonly values: readonly JsonValue[]
}

const MAX_VALUES = 12
/** A text longer than this, or a list, is nothing to suggest. */
const MAX_SUGGESTED = 200
const MAX_INPUTS = 5000

/** Sums up what runs had for the inputs of a job version. An input that always had its default is left out. */
export function summariseUsage(inputs: JobInputs, samples: readonly UsageSample[]): readonly InputUsageRecord[] {
  const seen = new Map<string, Seen>()
  for (const sample of samples) {
    const values = pickInputs(inputs, readSample(inputs, sample))
    for (const [file, tree] of [[null, values.config] as const, ...Object.entries(values.files)]) {
      for (const { path, value } of flattenInputs(tree)) {
        const address = formatInputAddress({ file, path })
        const known = seen.get(address)
        if (known !== undefined) known.add(value)
        else if (seen.size < MAX_INPUTS) seen.set(address, new Seen(value))
      }
    }
  }
  return [...seen].flatMap(([address, found]) => {
    const place = parseInputAddress(address)
    const group = place.file === null ? inputs.config : (inputs.files[place.file] ?? null)
    const isOnlyDefault = found.isOnly(getInput(group?.defaults ?? {}, place.path))
    return isOnlyDefault || isSecretInput(inputs, place) ? [] : [{ address, ...found.summary() }]
  })
}

/** The run's config, and the config files as the launch left them. */
function readSample(inputs: JobInputs, { config, runSpec }: UsageSample): InputOverrides {
  const spec = runSpec === null ? {} : readObject(runSpec)
  const overrides = spec['overrides']
  const changed = isJsonObject(overrides) && isJsonObject(overrides['files']) ? overrides['files'] : {}
  const files = Object.entries(inputs.files).flatMap(([file, { defaults }]) => {
    const tree = changed[file]
    return runSpec === null ? [] : [[file, isJsonObject(tree) ? mergeInputs(defaults, tree) : defaults] as const]
  })
  return { config: unwrapRunConfig(readObject(config)), files: Object.fromEntries(files) }
}

function readObject(text: string): JsonObject {
  const value = parseJson(text === '' ? '{}' : text)
  return isJsonObject(value) ? value : {}
}

/** The values that one input had. */
class Seen {
  #runs = 0
  #minimum: number | null = null
  #maximum: number | null = null
  readonly #values = new Map<string, { readonly value: JsonValue; count: number }>()

  constructor(first: JsonValue) {
    this.add(first)
  }

  add(value: JsonValue): void {
    this.#runs++
    if (typeof value === 'number' && Number.isFinite(value)) {
      this.#minimum = Math.min(value, this.#minimum ?? value)
      this.#maximum = Math.max(value, this.#maximum ?? value)
    }
    const key = canonicalJson(value)
    const known = this.#values.get(key)
    if (known !== undefined) known.count++
    else if (this.#values.size <= MAX_VALUES) this.#values.set(key, { value, count: 1 })
  }

  isOnly(byDefault: JsonValue | undefined): boolean {
    const [only] = this.#values.values()
    return this.#values.size === 1 && byDefault !== undefined && only !== undefined && isSameJson(only.value, byDefault)
  }

  summary(): Omit<InputUsageRecord, 'address'> {
    const values = [...this.#values.values()].toSorted((left, right) => right.count - left.count)
    const isFew = values.length <= MAX_VALUES && values.every(({ value }) => isSuggestible(value))
    return {
      runs: this.#runs,
      minimum: this.#minimum,
      maximum: this.#maximum,
      values: isFew ? values.map(({ value }) => value) : [],
    }
  }
}

function isSuggestible(value: JsonValue): boolean {
  return typeof value === 'string' ? value.length <= MAX_SUGGESTED : typeof value !== 'object' || value === null
}
