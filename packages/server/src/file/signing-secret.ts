import { randomBytes } from 'node:crypto'
import type { Database } from '../database/database.ts'

const NAME = 'url-signing'

/** The secret that signs addresses: made once for a database, so that all servers on it accept each other's. */
export async function loadSigningSecret(database: Database): Promise<string> {
  await database.db
    .insertInto('server_secret')
    .values({ name: NAME, value: randomBytes(32).toString('base64') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const row = await database.db
    .selectFrom('server_secret')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow()
  return row.value
}
