import { InvalidInputError, KnownError, type Problem } from './errors.ts'
import { formatInputAddress, parseInputAddress } from './input-address.ts'
import type { ComposedInputs, InputLayer, InputOrigin } from './input-layers.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import type { LaunchSpec } from './launch-spec.ts'
import { listOverrides } from './list-overrides.ts'
import { getOwn } from './own-key.ts'

/** One source of a launch's inputs, and the inputs whose values came from it. */
export interface LaunchOrigin {
  readonly origin: InputOrigin
  /** Input addresses. Empty where later sources replaced all that this one had. */
  readonly inputs: readonly string[]
}

/** The key of a launch spec that is ours alone; other programs pass it on untouched. */
const ORIGINS_KEY = '_slipway_origins'
const MAX_ORIGINS = 200
/** What was typed is not kept by its text: it is the value itself. */
const TYPED: InputOrigin = { kind: 'command-line', text: 'command line' }

/** Lists where the inputs of a composed launch come from, in the order of the layers; defaults are not named. */
export function collectLaunchOrigins(layers: readonly InputLayer[], composed: ComposedInputs): readonly LaunchOrigin[] {
  const inputs = new Map<string, Set<string>>()
  for (const { origin } of layers) inputs.set(keyOf(origin), new Set())
  const set = listOverrides(composed.overrides).map(({ address }) => address)
  for (const address of [...set, ...composed.removals]) {
    inputs.get(keyOf(composed.originOf(address)))?.add(formatInputAddress(address))
  }
  const origins = new Map(layers.map(({ origin }) => [keyOf(origin), origin]))
  return [...origins].map(([key, origin]) => ({
    origin: origin.kind === 'command-line' ? TYPED : origin,
    inputs: [...(inputs.get(key) ?? [])],
  }))
}

/** Writes the origins into a launch spec, in place of those that it has. */
export function writeLaunchOrigins(spec: LaunchSpec, origins: readonly LaunchOrigin[]): LaunchSpec {
  const { [ORIGINS_KEY]: _old, ...rest } = spec.rest
  if (origins.length === 0) return { ...spec, rest }
  const written = origins.map(({ origin, inputs }) => ({ ...formatOrigin(origin), inputs }))
  return { ...spec, rest: { ...rest, [ORIGINS_KEY]: written } }
}

/** Reads the origins of a launch spec; none where it names none. Throws InvalidInputError where they have the wrong form. */
export function readLaunchOrigins(spec: LaunchSpec): readonly LaunchOrigin[] {
  const value = getOwn(spec.rest, ORIGINS_KEY) ?? null
  if (value === null) return []
  const problems: Problem[] = []
  const list = Array.isArray(value) ? (value as readonly JsonValue[]) : null
  if (list === null || list.length > MAX_ORIGINS) {
    problems.push({ path: ORIGINS_KEY, message: `"${ORIGINS_KEY}" must be a list of at most ${MAX_ORIGINS} origins.` })
  }
  const origins = (problems.length > 0 ? [] : (list ?? [])).flatMap((entry, index) => {
    const read = isJsonObject(entry) ? readOrigin(entry) : null
    if (read !== null) return [read]
    const path = `${ORIGINS_KEY}.${index}`
    problems.push({
      path,
      message: `"${path}" is no origin of inputs: leave it out, or name a preset, a run or an item.`,
    })
    return []
  })
  if (problems.length === 0) return origins
  throw new InvalidInputError(
    `Cannot read where the inputs come from: ${problems.map(({ message }) => message).join(' ')}`,
    { problems },
  )
}

function keyOf(origin: InputOrigin): string {
  return JSON.stringify(formatOrigin(origin))
}

function formatOrigin(origin: InputOrigin): JsonObject {
  switch (origin.kind) {
    case 'default':
    case 'command-line':
      return { kind: origin.kind }
    case 'preset':
      return { kind: 'preset', preset: origin.name, version: origin.version }
    case 'run':
      return { kind: 'run', run: origin.path }
    case 'item':
      return { kind: 'item', item: origin.id }
    case 'sweep':
      return { kind: 'sweep', sweep: origin.path }
    case 'file':
      return { kind: 'file', file: origin.name }
  }
}

function readOrigin(entry: JsonObject): LaunchOrigin | null {
  const { inputs = [] } = entry
  if (!Array.isArray(inputs) || !(inputs as readonly JsonValue[]).every(isAddress)) return null
  const origin = readKind(entry)
  return origin === null ? null : { origin, inputs: inputs as readonly string[] }
}

function readKind({ kind, preset, version, run, item, sweep, file }: JsonObject): InputOrigin | null {
  if (kind === 'command-line') return TYPED
  if (kind === 'file' && typeof file === 'string') return { kind, name: file }
  if (kind === 'run' && typeof run === 'string') return { kind, path: run }
  if (kind === 'sweep' && typeof sweep === 'string') return { kind, path: sweep }
  if (kind === 'item' && typeof item === 'string') return { kind, id: item }
  const isVersion = typeof version === 'number' && Number.isSafeInteger(version) && version >= 0
  return kind === 'preset' && typeof preset === 'string' && isVersion ? { kind, name: preset, version } : null
}

function isAddress(value: JsonValue): boolean {
  if (typeof value !== 'string') return false
  try {
    parseInputAddress(value)
    return true
  } catch (error) {
    if (error instanceof KnownError) return false
    throw error
  }
}
