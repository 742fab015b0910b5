import { formatInputAddress, KnownError, listOverrides, parseLaunchSpec, stringifyJson } from '@slipway/core'

/** What a launch changed: the text of each value by the address of its input. */
export type ChangedInputs = ReadonlyMap<string, string>

/** Reads what a launch spec sets. Empty for a run without one, and for a spec of an older form that cannot be read. */
export function readChangedInputs(runSpec: unknown): ChangedInputs {
  if (runSpec === null || runSpec === undefined) return new Map()
  try {
    const { runConfig, files } = parseLaunchSpec(runSpec).overrides
    const entries = listOverrides({ config: runConfig, files })
    return new Map(entries.map(({ address, value }) => [formatInputAddress(address), stringifyJson(value)]))
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
