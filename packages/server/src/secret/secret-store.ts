import type { Executor } from '../database/database.ts'
import type { SealedSecret } from './secret.ts'

function selectSecrets(db: Executor) {
  return db
    .selectFrom('secret')
    .innerJoin('entity', 'entity.id', 'secret.entity_id')
    .innerJoin('app_user as creator', 'creator.id', 'secret.created_by')
    .innerJoin('app_user as updater', 'updater.id', 'secret.updated_by')
    .selectAll('secret')
    .select(['entity.name as entity_name', 'creator.username as creator_name', 'updater.username as updater_name'])
}

type SecretRow = Awaited<ReturnType<ReturnType<typeof selectSecrets>['executeTakeFirstOrThrow']>>

function toSecret(row: SecretRow): SealedSecret {
  return {
    id: row.id,
    entityId: row.entity_id,
    entityName: row.entity_name,
    name: row.name,
    createdBy: row.creator_name,
    createdAt: row.created_at,
    updatedBy: row.updater_name,
    updatedAt: row.updated_at,
    lastUsedAt: row.last_used_at,
    lastUsedItemId: row.last_used_item,
    keyId: row.key_id,
    sealed: row.sealed,
  }
}

/** The secrets of an entity, by name; only those of some names, or after a name, where these are given. */
export async function listSecrets(
  db: Executor,
  filter: { readonly entityId: number; readonly names: readonly string[] | null; readonly after?: string | null },
  limit: number,
): Promise<readonly SealedSecret[]> {
  let select = selectSecrets(db).where('secret.entity_id', '=', filter.entityId).orderBy('secret.name').limit(limit)
  if (filter.after !== null && filter.after !== undefined) select = select.where('secret.name', '>', filter.after)
  if (filter.names !== null) select = select.where('secret.name', 'in', filter.names)
  return (await select.execute()).map(toSecret)
}

export async function countSecrets(db: Executor, entityId: number): Promise<number> {
  const row = await db
    .selectFrom('secret')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('entity_id', '=', entityId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** What sets a secret. */
export interface NewSecret {
  readonly entityId: number
  readonly name: string
  readonly variable: string
  readonly sealed: string
  readonly keyId: string
  readonly userId: number
  readonly now: number
}

/** Adds a secret or replaces its value; false when another secret of the entity has the variable. */
export async function upsertSecret(db: Executor, secret: NewSecret): Promise<boolean> {
  const row = await db
    .insertInto('secret')
    .values({
      entity_id: secret.entityId,
      name: secret.name,
      variable: secret.variable,
      sealed: secret.sealed,
      key_id: secret.keyId,
      created_by: secret.userId,
      created_at: secret.now,
      updated_by: secret.userId,
      updated_at: secret.now,
      last_used_at: null,
      last_used_item: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['entity_id', 'variable'])
        .doUpdateSet((expression) => ({
          sealed: expression.ref('excluded.sealed'),
          key_id: expression.ref('excluded.key_id'),
          updated_by: expression.ref('excluded.updated_by'),
          updated_at: expression.ref('excluded.updated_at'),
        }))
        .whereRef('secret.name', '=', 'excluded.name'),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The name of the secret that has a variable. */
export async function findNameByVariable(
  db: Executor,
  entityId: number,
  variable: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('secret')
    .select('name')
    .where('entity_id', '=', entityId)
    .where('variable', '=', variable)
    .executeTakeFirst()
  return row?.name
}

/** Deletes a secret; false when there is none. */
export async function deleteSecret(db: Executor, entityId: number, name: string): Promise<boolean> {
  const row = await db
    .deleteFrom('secret')
    .where('entity_id', '=', entityId)
    .where('name', '=', name)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes for which item the values were last handed out. */
export async function markSecretsUsed(
  db: Executor,
  ids: readonly number[],
  use: { readonly itemId: string; readonly now: number },
): Promise<void> {
  await db
    .updateTable('secret')
    .set({ last_used_at: use.now, last_used_item: use.itemId })
    .where('id', 'in', ids)
    .execute()
}

/** Secrets after an id that are not sealed with a key, oldest first. */
export async function listSecretsOfOtherKeys(
  db: Executor,
  keyId: string,
  page: { readonly afterId: number; readonly limit: number },
): Promise<readonly SealedSecret[]> {
  const rows = await selectSecrets(db)
    .where('secret.key_id', '!=', keyId)
    .where('secret.id', '>', page.afterId)
    .orderBy('secret.id')
    .limit(page.limit)
    .execute()
  return rows.map(toSecret)
}

/** Stores a value under another key, unless it was set to something else meanwhile. */
export async function replaceSeal(
  db: Executor,
  id: number,
  before: string,
  after: { readonly sealed: string; readonly keyId: string },
): Promise<void> {
  await db
    .updateTable('secret')
    .set({ sealed: after.sealed, key_id: after.keyId })
    .where('id', '=', id)
    .where('sealed', '=', before)
    .execute()
}
