import {
  formatInputAddress,
  KnownError,
  listOverrides,
  parseLaunchSpec,
  readLaunchRemovals,
  stringifyJson,
} from '@slipway/core'

/** What a launch changed: the text of each value by the address of its input; null for an input that it removed. */
export type ChangedInputs = ReadonlyMap<string, string | null>

/** Reads what a launch spec sets and removes. Empty for a run without one, and for a spec of an older form that cannot be read. */
export function readChangedInputs(runSpec: unknown): ChangedInputs {
  if (runSpec === null || runSpec === undefined) return new Map()
  try {
    const spec = parseLaunchSpec(runSpec)
    const { runConfig, files } = spec.overrides
    return new Map([
      ...readLaunchRemovals(spec).map((address): [string, null] => [formatInputAddress(address), null]),
      ...listOverrides({ config: runConfig, files }).map(({ address, value }): [string, string] => [
        formatInputAddress(address),
        stringifyJson(value),
      ]),
    ])
  } catch (error) {
    if (error instanceof KnownError) return new Map()
    throw error
  }
}

/** The inputs that any of the launches changed, the most often changed first. */
export function listChangedColumns(launches: readonly ChangedInputs[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const launch of launches)
    for (const address of launch.keys()) counts.set(address, (counts.get(address) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([address]) => address)
}
