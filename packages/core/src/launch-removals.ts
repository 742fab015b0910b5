import { InvalidInputError, KnownError, type Problem } from './errors.ts'
import { type InputAddress, formatInputAddress, parseInputAddress } from './input-address.ts'
import type { JsonValue } from './json.ts'
import type { LaunchSpec } from './launch-spec.ts'
import { getOwn } from './own-key.ts'

/** The key among the overrides of a launch spec that is ours alone. An agent that does not know it must not get the item. */
const REMOVALS_KEY = '_slipway_removals'
const MAX_REMOVALS = 10_000

/** Writes the inputs that a launch deletes into its spec, in place of those that it has. */
export function writeLaunchRemovals(spec: LaunchSpec, removals: readonly InputAddress[]): LaunchSpec {
  const { [REMOVALS_KEY]: _old, ...others } = spec.overrides.rest
  const rest =
    removals.length === 0 ? others : { ...others, [REMOVALS_KEY]: removals.map(formatInputAddress).toSorted() }
  return { ...spec, overrides: { ...spec.overrides, rest } }
}

/** Reads the inputs that a launch deletes; none where its spec names none. Throws InvalidInputError for a wrong form. */
export function readLaunchRemovals(spec: LaunchSpec): readonly InputAddress[] {
  const value = getOwn(spec.overrides.rest, REMOVALS_KEY) ?? null
  if (value === null) return []
  const problems: Problem[] = []
  const list = Array.isArray(value) ? (value as readonly JsonValue[]) : null
  const path = `overrides.${REMOVALS_KEY}`
  if (list === null || list.length > MAX_REMOVALS) {
    problems.push({ path, message: `"${path}" must be a list of at most ${MAX_REMOVALS} input addresses.` })
  }
  const removals = (problems.length > 0 ? [] : (list ?? [])).flatMap((item, index) => {
    const address = typeof item === 'string' ? readAddress(item) : null
    if (address !== null) return [address]
    problems.push({
      path: `${path}.${index}`,
      message: `"${path}.${index}" is no input address, such as "config.yaml:a.b".`,
    })
    return []
  })
  if (problems.length === 0) return removals
  throw new InvalidInputError(
    `Cannot read what the launch deletes: ${problems.map(({ message }) => message).join(' ')}`,
    { problems },
  )
}

function readAddress(text: string): InputAddress | null {
  try {
    return parseInputAddress(text)
  } catch (error) {
    if (error instanceof KnownError) return null
    throw error
  }
}
