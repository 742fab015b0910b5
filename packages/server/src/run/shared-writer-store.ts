import type { Executor } from '../database/database.ts'

/**
 * Finds one of the programs that write to a run together, or notes it when it is new. To be called under the run's lock, or
 * in the transaction that makes the run.
 */
export async function requireSharedWriter(
  db: Executor,
  runId: number,
  name: string,
): Promise<{ readonly id: number; readonly isNew: boolean }> {
  const known = await db
    .selectFrom('shared_writer')
    .select('id')
    .where('run_id', '=', runId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (known !== undefined) return { id: known.id, isNew: false }
  const made = await db
    .insertInto('shared_writer')
    .values({ run_id: runId, name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id: made.id, isNew: true }
}
