import {
  type ComposedInputs,
  formatLaunchSpec,
  InvalidInputError,
  type JsonValue,
  type LaunchSpec,
  mergeInputs,
  parseLaunchSpec,
} from '@slipway/core'
import type { FoundJobVersion } from '../job/find-job-version.ts'
import type { LaunchOptions } from './launch-options.ts'
import type { PresetSettings } from './preset-layers.ts'
import { parseValue } from './parse-value.ts'

const PRIORITIES: Readonly<Record<string, number>> = { critical: 0, high: 1, medium: 2, low: 3 }

/**
 * Puts a launch spec together: what presets and the file of `--config` say beside inputs, the options, and the composed
 * inputs.
 */
export function buildLaunchSpec(
  version: FoundJobVersion,
  base: LaunchSpec | null,
  { overrides }: ComposedInputs,
  settings: PresetSettings,
  options: LaunchOptions,
): LaunchSpec {
  const from = base ?? parseLaunchSpec({})
  return {
    ...from,
    job: version.path,
    entity: options.entity ?? from.entity ?? version.project.entityName,
    project: options.project ?? from.project ?? version.project.name,
    name: options.name ?? from.name,
    resourceArgs: mergeInputs(settings.resourceArgs, from.resourceArgs),
    templateVariables: {},
    overrides: {
      ...from.overrides,
      runConfig: overrides.config,
      files: overrides.files,
      args: [...from.overrides.args, ...options.arg],
    },
  }
}

/** Writes a spec for the wire. */
export function encodeLaunchSpec(spec: LaunchSpec): string {
  return JSON.stringify(formatLaunchSpec(spec))
}

/** Reads `--priority`; null when it was not given. Throws InvalidInputError. */
export function readPriority(text: string | undefined): number | null {
  if (text === undefined) return null
  const priority = Object.hasOwn(PRIORITIES, text) ? PRIORITIES[text] : undefined
  if (priority !== undefined) return priority
  throw new InvalidInputError(
    `Cannot launch with priority "${text}": give one of ${Object.keys(PRIORITIES).join(', ')}.`,
  )
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
    values[name] = parseValue(assignment.slice(equals + 1), null, name)
  }
  return Object.keys(values).length === 0 ? null : JSON.stringify(values)
}
