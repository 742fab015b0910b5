import { formatPresetContent, InvalidInputError, parsePresetContent, type PresetContent } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { JobVersionRecord } from '../job/job.ts'
import type { PresetVersionRecord } from './preset.ts'

const MAX_CONTENT_CHARACTERS = 1024 * 1024
const MAX_DESCRIPTION_CHARACTERS = 4096
const MAX_NAME_CHARACTERS = 64

/** What to save as a new version of a preset. */
export interface PresetSave {
  readonly entityName: string
  readonly name: string
  /** JSON text. */
  readonly content: string
  /** As a person writes them, the lowest first. */
  readonly basedOn: readonly string[]
  /** `entity/project/name:alias`; null for any job, or for the job that the preset has. */
  readonly job: string | null
  readonly description: string | null
}

/** Reads what is to be saved. Throws InvalidInputError. */
export function readPresetSave({ name, content, description, basedOn }: PresetSave): PresetContent {
  // "@" ends a name, "/" an entity's, and a shell would cut at spaces.
  if (name.length > MAX_NAME_CHARACTERS || !/^[^\s\p{Cc}/@:-][^\s\p{Cc}/@:]*$/u.test(name)) {
    throw new InvalidInputError(
      `Cannot save preset "${name.slice(0, MAX_NAME_CHARACTERS)}": a name has 1 to ${MAX_NAME_CHARACTERS} characters, no space, "/", "@" or ":", and does not begin with "-".`,
    )
  }
  if (content.length > MAX_CONTENT_CHARACTERS) {
    throw new InvalidInputError(
      `Cannot save preset "${name}": it has ${content.length} characters, more than ${MAX_CONTENT_CHARACTERS}. Keep large data in artifacts.`,
    )
  }
  if (description !== null && (description.length > MAX_DESCRIPTION_CHARACTERS || description.includes('\0'))) {
    throw new InvalidInputError(
      `Cannot save preset "${name}": a description has at most ${MAX_DESCRIPTION_CHARACTERS} characters, without NUL. Shorten it.`,
    )
  }
  const read = parsePresetContent(readStrictJson(name, content))
  if (basedOn.length === 0 && Object.keys(formatPresetContent(read)).length === 0) {
    throw new InvalidInputError(`Cannot save preset "${name}": it sets nothing. Give it at least one input.`)
  }
  return read
}

/**
 * Refuses what others of the entity could not use: in a team, a preset may build on the team's presets only, and be for the
 * team's jobs only.
 */
export function checkPresetPlace(
  viewer: Viewer,
  { entityName, name }: PresetSave,
  parts: { readonly bases: readonly PresetVersionRecord[]; readonly job: JobVersionRecord | null },
): void {
  if (entityName === viewer.user.username) return
  const base = parts.bases.find(({ preset }) => preset.entityName !== entityName)
  if (base !== undefined) {
    throw new InvalidInputError(
      `Cannot save preset "${name}" for "${entityName}": it builds on "${base.preset.entityName}/${base.preset.name}", which the others of "${entityName}" may not see. Save that one for "${entityName}" first.`,
    )
  }
  if (parts.job !== null && parts.job.entityName !== entityName) {
    throw new InvalidInputError(
      `Cannot save preset "${name}" for "${entityName}": its job belongs to "${parts.job.entityName}", and the others of "${entityName}" may not see it. Save it for yourself, or for any job.`,
    )
  }
}

/** NaN and the infinities cannot be kept: JSON does not have them. */
function readStrictJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new InvalidInputError(
      `Cannot save preset "${name}": its content is not JSON (${cause instanceof Error ? cause.message : String(cause)}). NaN and Infinity are not JSON either.`,
      { cause },
    )
  }
}
