import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { matchesPieces, type DatabaseDialect } from '../database/dialect.ts'
import type { RunPlace } from './run-value-lookup.ts'
import type { ValueRoot } from './run-value.ts'

/** A key that configs or summaries of a place's runs have. */
export interface RunKeyRecord {
  readonly id: number
  readonly root: ValueRoot
  /** Dotted; a dot inside a key is written `\.`. */
  readonly path: string
  readonly hasNumbers: boolean
  readonly hasOthers: boolean
}

/** Keys by root and path, those after the one given; `search` finds a part of the path in any case. */
export async function listRunKeys(
  db: Executor,
  dialect: DatabaseDialect,
  place: RunPlace,
  { search, after, limit }: { readonly search: string | null; readonly after: number; readonly limit: number },
): Promise<readonly RunKeyRecord[]> {
  let query = db
    .selectFrom('run_key')
    .selectAll()
    .where('entity_id', '=', place.entityId)
    .orderBy('root')
    .orderBy('path')
    .limit(limit)
  query = query.where((where) =>
    where.exists(
      where
        .selectFrom('run_value')
        .select(sql`1`.as('one'))
        .whereRef('run_value.key_id', '=', 'run_key.id')
        .$if(place.projectId !== null, (values) => values.where('run_value.project_id', '=', place.projectId)),
    ),
  )
  if (search !== null && search !== '')
    query = query.where(
      matchesPieces(dialect, sql<string>`lower(path)`, {
        pieces: [search.toLowerCase()],
        isOpenAtStart: true,
        isOpenAtEnd: true,
      }),
    )
  if (after > 0)
    query = query.where(
      sql<boolean>`(root, path) > (select root, path from run_key where id = ${after} and entity_id = ${place.entityId})`,
    )
  return (await query.execute()).map((row) => ({
    id: row.id,
    root: row.root === 'config' ? 'config' : 'summary',
    path: row.path,
    hasNumbers: row.has_numbers === 1,
    hasOthers: row.has_others === 1,
  }))
}
