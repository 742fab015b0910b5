import type { Selectable } from 'kysely'
import type { Executor } from '../database/database.ts'
import type { EntityRecord } from './account.ts'
import type { AccountTables } from './account-tables.ts'

export async function insertEntity(
  db: Executor,
  entity: { readonly name: string; readonly isTeam: boolean; readonly createdAt: number },
): Promise<EntityRecord> {
  const row = await db
    .insertInto('entity')
    .values({ name: entity.name, is_team: entity.isTeam ? 1 : 0, created_at: entity.createdAt })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toEntity(row)
}

export async function findEntityByName(db: Executor, name: string): Promise<EntityRecord | undefined> {
  const row = await db.selectFrom('entity').selectAll().where('name', '=', name).executeTakeFirst()
  return row && toEntity(row)
}

export async function findEntityById(db: Executor, id: number): Promise<EntityRecord | undefined> {
  const row = await db.selectFrom('entity').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toEntity(row)
}

/** The entities of these ids, in their order; undefined where there is none. */
export async function findEntitiesById(
  db: Executor,
  ids: readonly number[],
): Promise<readonly (EntityRecord | undefined)[]> {
  const rows = await db
    .selectFrom('entity')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const entities = new Map(rows.map((row) => [row.id, toEntity(row)]))
  return ids.map((id) => entities.get(id))
}

export async function renameEntity(db: Executor, id: number, name: string): Promise<void> {
  await db.updateTable('entity').set({ name }).where('id', '=', id).execute()
}

/** An entity as a row of the table has it. */
export function toEntity(row: Selectable<AccountTables['entity']>): EntityRecord {
  return { id: row.id, name: row.name, isTeam: row.is_team === 1, createdAt: row.created_at }
}
