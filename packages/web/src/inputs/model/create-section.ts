import {
  type ConfigFileFormat,
  InvalidInputError,
  type JobInputGroup,
  type JobInputs,
  configFileFormat,
  describeInputShape,
} from '@slipway/core'
import type { DraftSection } from './input-draft.ts'
import { readText } from './section-text.ts'

/** Stands for a group of which nothing is known. */
export const NO_GROUP: JobInputGroup = { type: { kind: 'any' }, schema: null, defaults: {} }

/** A section for a file that is none of the job's, so that what is given for it is seen and can be refused. */
export function createForeignSection(inputs: JobInputs, file: string | null): DraftSection {
  return createSection(inputs, file, NO_GROUP, undefined)
}

/** A section with the captured text of its file; without one, or where it cannot be read, with a text made from the defaults. */
export function createSection(
  inputs: JobInputs,
  file: string | null,
  group: JobInputGroup,
  captured: string | undefined,
): DraftSection {
  const format = file === null ? 'yaml' : formatOf(file)
  const name = file === null ? 'run-config.yaml' : format === formatOf(file) ? nameOf(file) : file
  const isOpen = inputs.isPartial || inputs.allowsExtraKeys
  const shape = describeInputShape(
    group.type.kind === 'any' ? { ...group, type: EMPTY_OBJECT } : group,
    isOpen || group === NO_GROUP,
  )
  const read = captured === undefined ? null : readText(name, captured)
  const isReadable = captured !== undefined && read !== null && 'values' in read
  const baseText = isReadable ? captured : null
  const baseValues = isReadable ? read.values : group.defaults
  return {
    file,
    format,
    name,
    shape,
    mode: 'form',
    baseText,
    baseValues,
    text: baseText,
    fault: null,
    textValues: baseValues,
    values: baseValues,
  }
}

const EMPTY_OBJECT = { kind: 'object', fields: {} } as const

function formatOf(file: string): ConfigFileFormat {
  try {
    return configFileFormat(file)
  } catch (error) {
    if (error instanceof InvalidInputError) return 'json'
    throw error
  }
}

// A file whose name tells no format can come from a seed only; it is shown as JSON.
function nameOf(file: string): string {
  try {
    configFileFormat(file)
    return file
  } catch {
    return `${file}.json`
  }
}
