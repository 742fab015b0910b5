import {
  InvalidInputError,
  formatInputAddress,
  isJsonObject,
  listOverrides,
  mergeOverrides,
  parseJson,
  parseLaunchSpec,
  readLaunchOrigins,
  writeLaunchOrigins,
  type InputOverrides,
  type LaunchOrigin,
  type LaunchOverrides,
  type LaunchSpec,
} from '@slipway/core'

/**
 * The spec for launching an item again: the same, without the run id, which belongs to the first run, and with the values
 * that are changed this time. Where the other values come from stays as it was.
 */
export function buildRetrySpec(spec: LaunchSpec, changes: LaunchOverrides): LaunchSpec {
  const changed: InputOverrides = { config: changes.runConfig, files: changes.files }
  const merged = mergeOverrides({ config: spec.overrides.runConfig, files: spec.overrides.files }, changed)
  const retried: LaunchSpec = {
    ...spec,
    runId: null,
    resumeCount: 0,
    overrides: { ...spec.overrides, runConfig: merged.config, files: merged.files },
  }
  const typed = listOverrides(changed).map(({ address }) => formatInputAddress(address))
  return typed.length === 0 ? retried : writeLaunchOrigins(retried, replaceOrigins(readLaunchOrigins(spec), typed))
}

/** Reads the values that are to be other when an item is launched again. Throws InvalidInputError. */
export function readRetryChanges(text: string | null): LaunchOverrides {
  const value = text === null ? {} : parseJson(text)
  const other = isJsonObject(value) ? Object.keys(value).find((key) => key !== 'run_config' && key !== 'files') : null
  if (other !== undefined) {
    throw new InvalidInputError(
      other === null
        ? 'Cannot launch the item again: the overrides are not a JSON object. Send {"run_config": {...}}.'
        : `Cannot launch the item again with another "${other}": only "run_config" and "files" can be other. Launch anew for that.`,
    )
  }
  return parseLaunchSpec({ overrides: value }).overrides
}

function replaceOrigins(origins: readonly LaunchOrigin[], typed: readonly string[]): readonly LaunchOrigin[] {
  const kept = origins.map(({ origin, inputs }) => ({
    origin,
    inputs: inputs.filter((input) => !typed.some((address) => isAtOrBelow(input, address))),
  }))
  return [...kept, { origin: { kind: 'command-line', text: 'command line' }, inputs: typed }]
}

function isAtOrBelow(input: string, address: string): boolean {
  return input === address || input.startsWith(`${address}.`)
}
