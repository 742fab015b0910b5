import { parseJson, parsePresetContent } from '@slipway/core'
import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { forUpdate, type DatabaseDialect } from '../database/dialect.ts'
import type { PresetRecord, PresetVersionRecord } from './preset.ts'

function selectVersions(db: Executor) {
  return db
    .selectFrom('preset_version as version')
    .innerJoin('preset', 'preset.id', 'version.preset_id')
    .innerJoin('entity', 'entity.id', 'preset.entity_id')
    .innerJoin('app_user as author', 'author.id', 'version.author_id')
    .innerJoin('app_user as creator', 'creator.id', 'preset.created_by')
    .select([
      'version.id',
      'version.version',
      'version.description',
      'version.created_at',
      'version.base_ids',
      'version.content',
      'author.username as author',
      'preset.id as preset_id',
      'preset.entity_id',
      'entity.name as entity_name',
      'preset.name',
      'preset.job_path',
      'preset.first_version',
      'preset.next_version',
      'preset.created_by',
      'preset.created_at as preset_created_at',
      'preset.deleted_at',
      'creator.username as created_by_name',
    ])
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof selectVersions>['executeTakeFirstOrThrow']>>

function toVersion(row: VersionRow): PresetVersionRecord {
  return {
    id: row.id,
    version: row.version,
    description: row.description,
    author: row.author,
    createdAt: row.created_at,
    baseIds: JSON.parse(row.base_ids) as readonly number[],
    content: parsePresetContent(parseJson(row.content)),
    preset: {
      id: row.preset_id,
      entityId: row.entity_id,
      entityName: row.entity_name,
      name: row.name,
      jobPath: row.job_path,
      firstVersion: row.first_version,
      nextVersion: row.next_version,
      createdBy: row.created_by,
      createdByName: row.created_by_name,
      createdAt: row.preset_created_at,
      deletedAt: row.deleted_at,
    },
  }
}

/** The newest version of the preset of this name, deleted or not. */
export async function findNewestVersion(
  db: Executor,
  entityId: number,
  name: string,
): Promise<PresetVersionRecord | undefined> {
  const row = await selectVersions(db)
    .where('preset.entity_id', '=', entityId)
    .where('preset.name', '=', name)
    .where((where) => where('version.version', '=', where('preset.next_version', '-', 1)))
    .executeTakeFirst()
  return row && toVersion(row)
}

/** The newest version of a preset by row id, deleted or not. */
export async function findNewestVersionById(db: Executor, presetId: number): Promise<PresetVersionRecord | undefined> {
  const row = await selectVersions(db)
    .where('preset.id', '=', presetId)
    .where((where) => where('version.version', '=', where('preset.next_version', '-', 1)))
    .executeTakeFirst()
  return row && toVersion(row)
}

/** One version by number, of a deleted preset too. */
export async function findVersion(
  db: Executor,
  entityId: number,
  name: string,
  version: number,
): Promise<PresetVersionRecord | undefined> {
  const row = await selectVersions(db)
    .where('preset.entity_id', '=', entityId)
    .where('preset.name', '=', name)
    .where('version.version', '=', version)
    .executeTakeFirst()
  return row && toVersion(row)
}

/** Versions by row id, of deleted presets too, in no order. */
export async function findVersionsById(db: Executor, ids: readonly number[]): Promise<readonly PresetVersionRecord[]> {
  if (ids.length === 0) return []
  return (await selectVersions(db).where('version.id', 'in', ids).execute()).map(toVersion)
}

/** The newest version of each preset of an entity, newest preset first, older than `beforeId` where that is not 0. */
export async function listPresets(
  db: Executor,
  filter: { readonly entityId: number; readonly jobPath: string | null },
  page: { readonly beforeId: number; readonly limit: number },
): Promise<readonly PresetVersionRecord[]> {
  const { jobPath } = filter
  let select = selectVersions(db)
    .where('preset.entity_id', '=', filter.entityId)
    .where('preset.deleted_at', 'is', null)
    .where((where) => where('version.version', '=', where('preset.next_version', '-', 1)))
    .orderBy('preset.id', 'desc')
    .limit(page.limit)
  if (page.beforeId > 0) select = select.where('preset.id', '<', page.beforeId)
  if (jobPath !== null) {
    select = select.where((where) =>
      where.or([where('preset.job_path', '=', jobPath), where('preset.job_path', 'is', null)]),
    )
  }
  return (await select.execute()).map(toVersion)
}

/** Versions of a preset that can be chosen, newest first, older than `beforeVersion` where that is not null. */
export async function listVersions(
  db: Executor,
  preset: PresetRecord,
  page: { readonly beforeVersion: number | null; readonly limit: number },
): Promise<readonly PresetVersionRecord[]> {
  let select = selectVersions(db)
    .where('preset.id', '=', preset.id)
    .where('version.version', '>=', preset.firstVersion)
    .orderBy('version.version', 'desc')
    .limit(page.limit)
  if (page.beforeVersion !== null) select = select.where('version.version', '<', page.beforeVersion)
  return (await select.execute()).map(toVersion)
}

/** A preset as saving sees it: without the names that only showing needs. */
export interface PresetState {
  readonly id: number
  readonly jobPath: string | null
  readonly firstVersion: number
  readonly nextVersion: number
  readonly isDeleted: boolean
}

/** The preset of a name, made when there is none, and held so that nobody else can save to it until the transaction ends. */
export async function holdPreset(
  transaction: Executor,
  dialect: DatabaseDialect,
  preset: {
    readonly entityId: number
    readonly name: string
    readonly jobPath: string | null
    readonly createdBy: number
    readonly now: number
  },
): Promise<PresetState> {
  await transaction
    .insertInto('preset')
    .values({
      entity_id: preset.entityId,
      name: preset.name,
      job_path: preset.jobPath,
      first_version: 0,
      next_version: 0,
      created_by: preset.createdBy,
      created_at: preset.now,
      deleted_at: null,
    })
    .onConflict((conflict) => conflict.columns(['entity_id', 'name']).doNothing())
    .execute()
  const { rows } = await sql<{
    id: number
    job_path: string | null
    first_version: number
    next_version: number
    deleted_at: number | null
  }>`select id, job_path, first_version, next_version, deleted_at from preset
    where entity_id = ${preset.entityId} and name = ${preset.name} ${forUpdate(dialect)}`.execute(transaction)
  const [row] = rows
  if (row === undefined) throw new Error(`Preset "${preset.name}" is not there after it was made`)
  return {
    id: row.id,
    jobPath: row.job_path,
    firstVersion: row.first_version,
    nextVersion: row.next_version,
    isDeleted: row.deleted_at !== null,
  }
}

/** What can change of a preset, as columns. */
export interface PresetChange {
  readonly job_path?: string | null
  readonly first_version?: number
  readonly next_version?: number
  readonly created_by?: number
  readonly created_at?: number
  readonly deleted_at?: number | null
}

export async function updatePreset(db: Executor, id: number, change: PresetChange): Promise<void> {
  await db.updateTable('preset').set(change).where('id', '=', id).execute()
}

export async function insertVersion(
  db: Executor,
  version: {
    readonly presetId: number
    readonly version: number
    readonly description: string | null
    readonly authorId: number
    readonly now: number
    readonly baseIds: readonly number[]
    /** JSON text. */
    readonly content: string
  },
): Promise<number> {
  const row = await db
    .insertInto('preset_version')
    .values({
      preset_id: version.presetId,
      version: version.version,
      description: version.description,
      author_id: version.authorId,
      created_at: version.now,
      base_ids: JSON.stringify(version.baseIds),
      content: version.content,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The names of presets that can be used, of several entities. */
export async function listPresetNames(
  db: Executor,
  entityIds: readonly number[],
  limit: number,
): Promise<readonly string[]> {
  if (entityIds.length === 0) return []
  const rows = await db
    .selectFrom('preset')
    .select('name')
    .where('entity_id', 'in', entityIds)
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.name)
}
