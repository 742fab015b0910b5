import { InvalidInputError } from './errors.ts'

/** Which version of which preset a person means; what is left out is null. */
export interface PresetReference {
  /** The person or team that has it. */
  readonly entityName: string | null
  readonly name: string
  /** Null for the newest. */
  readonly version: number | null
}

const REFERENCE = /^(?:([^/@\s]+)\/)?([^/@\s]+)(?:@(?:v(\d{1,9})|latest))?$/u

/** Reads `NAME`, `NAME@v2`, `NAME@latest` or `ENTITY/NAME@v2`. Throws InvalidInputError. */
export function parsePresetReference(text: string): PresetReference {
  const [, entityName = null, name, version] = REFERENCE.exec(text) ?? []
  if (name === undefined) {
    throw new InvalidInputError(`Cannot read the preset "${text}": give NAME, NAME@v2 or ENTITY/NAME@v2.`)
  }
  return { entityName, name, version: version === undefined ? null : Number(version) }
}
