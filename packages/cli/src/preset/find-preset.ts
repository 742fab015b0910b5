import { NotFoundError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import { findPresets, type PresetVersion } from '../launch/find-presets.ts'

/** A version of a preset, with all that it builds on. */
export interface FoundPreset {
  readonly version: PresetVersion
  /** The lowest first; the version itself is the last. */
  readonly layers: readonly PresetVersion[]
}

/** Finds a preset by `NAME`, `NAME@v2` or `ENTITY/NAME@v2`. Throws NotFoundError with the nearest name. */
export async function findPreset(api: ApiClient, name: string): Promise<FoundPreset> {
  const layers = await findPresets(api, [name])
  const version = layers.at(-1)
  if (version === undefined) throw new NotFoundError(`Cannot find preset "${name}": it has no version. Save it anew.`)
  return { version, layers }
}
