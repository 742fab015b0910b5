import {
  ANY_INPUTS,
  composeInputs,
  formatInputAddress,
  type InputAddress,
  type InputOverrides,
  InvalidInputError,
  isJsonObject,
  type LaunchOrigin,
  type LaunchSpec,
  listOverrides,
  parseJson,
  parseLaunchSpec,
  readLaunchOrigins,
  readLaunchRemovals,
  writeLaunchOrigins,
  writeLaunchRemovals,
} from '@slipway/core'

/** What is to be other when an item is launched again. */
export interface RetryChanges {
  readonly overrides: InputOverrides
  readonly removals: readonly InputAddress[]
}

/**
 * The spec for launching an item again: the same, without the run id, which belongs to the first run, and with the values
 * that are changed or deleted this time. Where the other values come from stays as it was.
 */
export function buildRetrySpec(spec: LaunchSpec, changes: RetryChanges): LaunchSpec {
  const before = {
    origin: TYPED,
    overrides: { config: spec.overrides.runConfig, files: spec.overrides.files },
    removals: readLaunchRemovals(spec),
  }
  const { overrides, removals } = composeInputs(ANY_INPUTS, [before, { origin: TYPED, ...changes }])
  const retried: LaunchSpec = writeLaunchRemovals(
    {
      ...spec,
      runId: null,
      resumeCount: 0,
      overrides: { ...spec.overrides, runConfig: overrides.config, files: overrides.files },
    },
    removals,
  )
  const typed = [...listOverrides(changes.overrides).map(({ address }) => address), ...changes.removals].map(
    formatInputAddress,
  )
  return typed.length === 0 ? retried : writeLaunchOrigins(retried, replaceOrigins(readLaunchOrigins(spec), typed))
}

const TYPED = { kind: 'command-line', text: 'command line' } as const
const KEYS = ['run_config', 'files', 'removals']

/** Reads what is to be other when an item is launched again. Throws InvalidInputError. */
export function readRetryChanges(text: string | null): RetryChanges {
  const value = text === null ? {} : parseJson(text)
  const other = isJsonObject(value) ? Object.keys(value).find((key) => !KEYS.includes(key)) : null
  if (other !== undefined) {
    throw new InvalidInputError(
      other === null
        ? 'Cannot launch the item again: the overrides are not a JSON object. Send {"run_config": {...}}.'
        : `Cannot launch the item again with another "${other}": only "run_config", "files" and "removals" can be other. Launch anew for that.`,
    )
  }
  const { removals = null, ...values } = isJsonObject(value) ? value : {}
  const spec = parseLaunchSpec({
    overrides: { ...values, ...(removals === null ? {} : { _slipway_removals: removals }) },
  })
  const { runConfig, files } = spec.overrides
  return { overrides: { config: runConfig, files }, removals: readLaunchRemovals(spec) }
}

function replaceOrigins(origins: readonly LaunchOrigin[], typed: readonly string[]): readonly LaunchOrigin[] {
  const kept = origins.map(({ origin, inputs }) => ({
    origin,
    inputs: inputs.filter((input) => !typed.some((address) => isAtOrBelow(input, address))),
  }))
  return [...kept, { origin: TYPED, inputs: typed }]
}

function isAtOrBelow(input: string, address: string): boolean {
  return input === address || input.startsWith(`${address}.`)
}
