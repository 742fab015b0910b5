import {
  InvalidInputError,
  nearestName,
  NotFoundError,
  parsePresetReference,
  type PresetReference,
} from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { Database } from '../database/database.ts'
import * as store from './preset-store.ts'
import { isLaunchable, type PresetRecord, type PresetVersionRecord } from './preset.ts'

const MAX_LAYERS = 50
const MAX_NAMES_SEARCHED = 1000

/** Finds presets of the entities that a viewer is in; those of others are as good as absent. */
export interface PresetLookup {
  /** The preset's newest version; null when there is none of this name that the viewer may use. */
  find(viewer: Viewer, entityName: string, name: string): Promise<PresetVersionRecord | null>
  /** One version by row id, of deleted presets too. */
  findVersion(viewer: Viewer, id: number): Promise<PresetVersionRecord | null>
  /** One version as an item names it, `entity/name` and number; of deleted presets too. */
  findNamedVersion(viewer: Viewer, path: string, version: number): Promise<PresetVersionRecord | null>
  findNewestOf(viewer: Viewer, preset: PresetRecord): Promise<PresetVersionRecord | null>
  /** The version that a person names. Throws NotFoundError with the nearest name. */
  requireReferenced(viewer: Viewer, reference: string): Promise<PresetVersionRecord>
  /** The versions that these references mean, with all that they build on, the lowest first and each once. */
  findLayers(viewer: Viewer, references: readonly string[]): Promise<readonly PresetVersionRecord[]>
  /** Versions with all that they build on, the lowest first and each once. Throws NotFoundError where one is not the viewer's to see. */
  expand(viewer: Viewer, versions: readonly PresetVersionRecord[]): Promise<readonly PresetVersionRecord[]>
  /** Presets of an entity by their newest versions, newest preset first. */
  list(
    viewer: Viewer,
    filter: { readonly entityId: number; readonly jobPath: string | null },
    page: { readonly beforeId: number; readonly limit: number },
  ): Promise<readonly PresetVersionRecord[]>
  listVersions(
    viewer: Viewer,
    preset: PresetRecord,
    page: { readonly beforeVersion: number | null; readonly limit: number },
  ): Promise<readonly PresetVersionRecord[]>
}

/** Creates the lookup. */
export function createPresetLookup({ db }: Pick<Database, 'db'>): PresetLookup {
  async function findReferenced(viewer: Viewer, reference: PresetReference): Promise<PresetVersionRecord | null> {
    const entityNames = reference.entityName === null ? [...viewer.entityIds.keys()] : [reference.entityName]
    const all = await Promise.all(entityNames.map((entityName) => lookup.find(viewer, entityName, reference.name)))
    const [newest, ...others] = all.filter((version) => version !== null)
    if (newest === undefined) return null
    if (others.length > 0) {
      const names = [newest, ...others].map(({ preset }) => `"${preset.entityName}/${preset.name}"`)
      throw new InvalidInputError(
        `Cannot tell which preset "${reference.name}" is meant: there are ${names.join(' and ')}. Write it whole.`,
      )
    }
    if (reference.version === null || reference.version === newest.version) return newest
    const { entityId, name } = newest.preset
    const version = await store.findVersion(db, entityId, name, reference.version)
    return version !== undefined && isLaunchable(version) ? version : null
  }

  async function refuseReference(viewer: Viewer, text: string, { name }: PresetReference): Promise<NotFoundError> {
    const known = await store.listPresetNames(db, [...viewer.entityIds.values()], MAX_NAMES_SEARCHED)
    if (known.includes(name)) {
      return new NotFoundError(
        `Cannot find preset "${text}": there is "${name}", but not this version of it. List its versions with "slipway preset versions ${name}".`,
      )
    }
    const near = nearestName(name, known)
    return new NotFoundError(
      `Cannot find preset "${text}": it does not exist, or you may not see it.${near === null ? '' : ` Did you mean "${near}"?`} List them with "slipway preset list".`,
    )
  }

  const lookup: PresetLookup = {
    async find(viewer, entityName, name) {
      const entityId = viewer.entityIds.get(entityName)
      if (entityId === undefined) return null
      const version = await store.findNewestVersion(db, entityId, name)
      return version !== undefined && isLaunchable(version) ? version : null
    },
    async findVersion(viewer, id) {
      const [version] = await store.findVersionsById(db, [id])
      return version !== undefined && isVisiblePreset(viewer, version) ? version : null
    },
    async findNamedVersion(viewer, path, version) {
      const [entityName = '', name = '', ...rest] = path.split('/')
      const entityId = viewer.entityIds.get(entityName)
      if (entityId === undefined || rest.length > 0) return null
      return (await store.findVersion(db, entityId, name, version)) ?? null
    },
    async findNewestOf(viewer, preset) {
      const version = await store.findNewestVersionById(db, preset.id)
      return version !== undefined && isVisiblePreset(viewer, version) ? version : null
    },
    async requireReferenced(viewer, text) {
      const reference = parsePresetReference(text)
      const version = await findReferenced(viewer, reference)
      if (version === null) throw await refuseReference(viewer, text, reference)
      return version
    },
    async findLayers(viewer, references) {
      if (references.length > MAX_LAYERS) throw tooManyLayers()
      const versions = []
      for (const reference of references) versions.push(await lookup.requireReferenced(viewer, reference))
      return lookup.expand(viewer, versions)
    },
    async expand(viewer, versions) {
      const known = new Map(versions.map((version) => [version.id, version]))
      let missing = unknownBases(versions, known)
      while (missing.length > 0) {
        if (known.size + missing.length > MAX_LAYERS) throw tooManyLayers()
        const loaded = await store.findVersionsById(db, missing)
        if (loaded.length < missing.length || !loaded.every((version) => isVisiblePreset(viewer, version))) {
          throw new NotFoundError(
            'Cannot read the preset: one that it builds on belongs to an entity that you are not in. Save it anew without that one.',
          )
        }
        for (const version of loaded) known.set(version.id, version)
        missing = unknownBases(loaded, known)
      }
      return inOrder(versions, known)
    },
    async list(viewer, filter, page) {
      const isMember = [...viewer.entityIds.values()].includes(filter.entityId)
      return isMember ? store.listPresets(db, filter, page) : []
    },
    listVersions: (_viewer, preset, page) => store.listVersions(db, preset, page),
  }
  return lookup
}

/** Tells whether a version, of a deleted preset too, is the viewer's to see. */
export function isVisiblePreset(viewer: Viewer, { preset }: PresetVersionRecord): boolean {
  return viewer.entityIds.get(preset.entityName) === preset.entityId
}

function unknownBases(
  versions: readonly PresetVersionRecord[],
  known: ReadonlyMap<number, PresetVersionRecord>,
): readonly number[] {
  return [...new Set(versions.flatMap(({ baseIds }) => baseIds))].filter((id) => !known.has(id))
}

// A version that several others build on comes once, below the first of them: a second time it would undo their changes.
function inOrder(
  versions: readonly PresetVersionRecord[],
  known: ReadonlyMap<number, PresetVersionRecord>,
): readonly PresetVersionRecord[] {
  const ordered = new Map<number, PresetVersionRecord>()
  const place = (version: PresetVersionRecord): void => {
    if (ordered.has(version.id)) return
    for (const id of version.baseIds) {
      const base = known.get(id)
      if (base !== undefined) place(base)
    }
    ordered.set(version.id, version)
  }
  for (const version of versions) place(version)
  return [...ordered.values()]
}

function tooManyLayers(): InvalidInputError {
  return new InvalidInputError(
    `Cannot lay more than ${MAX_LAYERS} presets over each other. Save some of them together as one preset.`,
  )
}
