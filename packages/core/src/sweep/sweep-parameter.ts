import { formatInputPath, type InputPath } from '../input-path.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import { getOwn } from '../own-key.ts'
import type { Problem } from '../errors.ts'
import type { SweepDistribution } from './distribution.ts'
import { readDistribution } from './read-distribution.ts'

/** One parameter of a sweep; nested ones have several keys. */
export interface SweepParameter {
  readonly path: InputPath
  readonly distribution: SweepDistribution
}

const MAX_DEPTH = 30

/** Reads the `parameters` of a sweep configuration, nested ones flattened, in their order. Notes one problem for each path. */
export function readSweepParameters(
  parameters: JsonObject,
  notes: { readonly problems: Problem[]; readonly warnings: Problem[] },
): readonly SweepParameter[] {
  return readLevel(parameters, [], notes)
}

/** Where a parameter stands in the configuration, for messages. */
export function describeParameter(path: InputPath): string {
  return `parameters.${formatInputPath(path)}`
}

function readLevel(
  parameters: JsonObject,
  above: InputPath,
  notes: { readonly problems: Problem[]; readonly warnings: Problem[] },
): readonly SweepParameter[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    const path = [...above, name]
    const place = describeParameter(path)
    if (name === '') return refuse(place, `"${place}" has a parameter without a name. Give it one.`, notes.problems)
    if (!isJsonObject(value)) {
      return refuse(
        place,
        `"${place}" must be an object such as {min: 0.1, max: 1.0} or {values: [1, 2]}.`,
        notes.problems,
      )
    }
    const nested = getOwn(value, 'parameters')
    if (nested !== undefined) return readNested(value, nested, path, notes)
    const distribution = readDistribution(value, place, notes)
    return distribution === null ? [] : [{ path, distribution }]
  })
}

function readNested(
  value: JsonObject,
  nested: JsonValue,
  path: InputPath,
  notes: { readonly problems: Problem[]; readonly warnings: Problem[] },
): readonly SweepParameter[] {
  const place = describeParameter(path)
  const others = Object.keys(value).filter((key) => key !== 'parameters')
  if (others.length > 0) {
    const listed = others.map((key) => `"${key}"`).join(', ')
    return refuse(place, `"${place}" has nested parameters and ${listed}. Give one or the other.`, notes.problems)
  }
  if (!isJsonObject(nested) || Object.keys(nested).length === 0) {
    return refuse(place, `"${place}.parameters" must be an object with at least one parameter.`, notes.problems)
  }
  if (path.length >= MAX_DEPTH) {
    return refuse(place, `"${place}" is nested more than ${MAX_DEPTH} levels deep. Use fewer levels.`, notes.problems)
  }
  return readLevel(nested, path, notes)
}

function refuse(path: string, message: string, problems: Problem[]): readonly [] {
  problems.push({ path, message })
  return []
}
