import {
  type ComposedInputs,
  formatLaunchSpec,
  type InputLayer,
  InvalidInputError,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type LaunchSpec,
  mergeInputs,
  parseLaunchSpec,
  type PresetSettings,
  readPlainValue,
  writeLaunchRemovals,
} from '@slipway/core'
import { withOrigins } from './launch-origins.ts'
import type { LaunchedVersion } from './launched-version.ts'
import type { LaunchOptions } from './launch-options.ts'

const PRIORITIES: Readonly<Record<string, number>> = { critical: 0, high: 1, medium: 2, low: 3 }

/** What a launch spec is put together from. */
export interface LaunchParts {
  readonly version: LaunchedVersion
  readonly base: LaunchSpec | null
  readonly layers: readonly InputLayer[]
  readonly composed: ComposedInputs
  readonly name: string | null
  readonly settings: PresetSettings
  readonly options: LaunchOptions
}

/**
 * Puts a launch spec together: what presets and the file of `--config` say beside inputs, the options, and the composed
 * inputs.
 */
export function buildLaunchSpec(parts: LaunchParts): LaunchSpec {
  const { version, base, layers, composed, name, settings, options } = parts
  const from = base ?? parseLaunchSpec({})
  const spec: LaunchSpec = {
    ...from,
    job: version.path,
    entity: options.entity ?? from.entity ?? version.project.entityName,
    project: options.project ?? from.project ?? version.project.name,
    name,
    resourceArgs: mergeInputs(settings.resourceArgs, from.resourceArgs),
    templateVariables: {},
    overrides: {
      ...from.overrides,
      runConfig: composed.overrides.config,
      files: composed.overrides.files,
      args: [...from.overrides.args, ...options.arg],
    },
  }
  return withOrigins(writeLaunchRemovals(spec, composed.removals), layers, composed)
}

/** Writes a spec for the wire. */
export function encodeLaunchSpec(spec: LaunchSpec): string {
  return JSON.stringify(formatLaunchSpec(spec))
}

/** The overrides of a spec as they go over the wire. */
export function overridesOf(spec: LaunchSpec): JsonObject {
  const { overrides = {} } = formatLaunchSpec(spec)
  return isJsonObject(overrides) ? overrides : {}
}

/** Reads `--priority`; null when it was not given. Throws InvalidInputError. */
export function readPriority(text: string | undefined): number | null {
  if (text === undefined) return null
  const priority = Object.hasOwn(PRIORITIES, text) ? PRIORITIES[text] : undefined
  if (priority !== undefined) return priority
  throw new InvalidInputError(`Cannot use priority "${text}": give one of ${Object.keys(PRIORITIES).join(', ')}.`)
}

/** The name of a priority, as it is given. */
export function nameOfPriority(priority: number): string {
  return Object.keys(PRIORITIES)[priority] ?? String(priority)
}

/** Reads `--template NAME=VALUE`; those of presets and of the launch config come first. Null when there are none. */
export function readTemplateValues(
  assignments: readonly string[],
  settings: PresetSettings,
  base: LaunchSpec | null,
): string | null {
  const values: Record<string, JsonValue> = { ...settings.templateVariables, ...base?.templateVariables }
  for (const assignment of assignments) {
    const equals = assignment.indexOf('=')
    if (equals <= 0) {
      throw new InvalidInputError(`Cannot read the template variable "${assignment}": write NAME=VALUE.`)
    }
    const name = assignment.slice(0, equals)
    values[name] = readPlainValue(assignment.slice(equals + 1))
  }
  return Object.keys(values).length === 0 ? null : JSON.stringify(values)
}
