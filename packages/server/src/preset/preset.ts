import type { PresetContent } from '@slipway/core'

/** A named, versioned set of inputs of a person or team. Times are milliseconds since 1970. */
export interface PresetRecord {
  readonly id: number
  readonly entityId: number
  readonly entityName: string
  readonly name: string
  /** `entity/project/name` of the only job that it is for; null for any job. */
  readonly jobPath: string | null
  /** Versions below this one belong to a deleted preset of the same name. */
  readonly firstVersion: number
  readonly nextVersion: number
  readonly createdBy: number
  readonly createdByName: string
  readonly createdAt: number
  readonly deletedAt: number | null
}

/** One immutable state of a preset. */
export interface PresetVersionRecord {
  readonly id: number
  readonly version: number
  readonly preset: PresetRecord
  readonly description: string | null
  readonly author: string
  readonly createdAt: number
  /** Row ids of the versions that it builds on, the first one lowest. */
  readonly baseIds: readonly number[]
  readonly content: PresetContent
}

/** One value in which two versions differ; undefined where one of them does not set it. */
export interface PresetDifference {
  /** The address of an input, or the name of another part such as `queue` or `template_variables.cpu`. */
  readonly path: string
  readonly from?: unknown
  readonly to?: unknown
}

/** Tells whether a version can still be chosen; others are only read, where an item names them. */
export function isLaunchable({ preset, version }: PresetVersionRecord): boolean {
  return preset.deletedAt === null && version >= preset.firstVersion
}
