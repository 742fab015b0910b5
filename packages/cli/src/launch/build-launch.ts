import {
  formatLaunchSpec,
  type InputOverrides,
  InvalidInputError,
  type JsonObject,
  type JsonValue,
  type LaunchSpec,
  mergeInputs,
  parseLaunchSpec,
} from '@slipway/core'
import type { FoundJobVersion } from '../job/find-job-version.ts'
import type { LaunchOptions } from './launch-options.ts'
import { parseValue } from './parse-value.ts'

const PRIORITIES: Readonly<Record<string, number>> = { critical: 0, high: 1, medium: 2, low: 3 }

/** Puts a launch spec together: the file of `--config` first, then what was set on the command line. */
export function buildLaunchSpec(
  version: FoundJobVersion,
  base: LaunchSpec | null,
  set: InputOverrides,
  options: LaunchOptions,
): { readonly spec: LaunchSpec; readonly overrides: InputOverrides } {
  const from = base ?? parseLaunchSpec({})
  const files: Record<string, JsonObject> = { ...from.overrides.files }
  for (const [file, tree] of Object.entries(set.files)) files[file] = mergeInputs(files[file] ?? {}, tree)
  const config = mergeInputs(from.overrides.runConfig, set.config)
  const spec: LaunchSpec = {
    ...from,
    job: version.path,
    entity: options.entity ?? from.entity ?? version.project.entityName,
    project: options.project ?? from.project ?? version.project.name,
    name: options.name ?? from.name,
    templateVariables: {},
    overrides: { ...from.overrides, runConfig: config, files, args: [...from.overrides.args, ...options.arg] },
  }
  return { spec, overrides: { config, files } }
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

/** Reads `--template NAME=VALUE`; those of the launch config come first. Null when there are none. */
export function readTemplateValues(assignments: readonly string[], base: LaunchSpec | null): string | null {
  const values: Record<string, JsonValue> = { ...base?.templateVariables }
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
