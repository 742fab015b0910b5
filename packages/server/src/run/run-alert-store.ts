import type { Insertable } from 'kysely'
import type { Executor } from '../database/database.ts'
import type { RunAlertRecord } from './run.ts'
import type { RunTables } from './run-tables.ts'

/** The alerts of a run that are older than a given id (0 for the newest), newest first. */
export async function listRunAlerts(
  db: Executor,
  runId: number,
  page: { readonly beforeId: number; readonly limit: number },
): Promise<readonly RunAlertRecord[]> {
  let query = db
    .selectFrom('run_alert')
    .select(['id', 'title', 'text', 'severity', 'created_at'])
    .where('run_id', '=', runId)
    .orderBy('id', 'desc')
    .limit(page.limit)
  if (page.beforeId > 0) query = query.where('id', '<', page.beforeId)
  return (await query.execute()).map(({ created_at: createdAt, ...alert }) => ({ ...alert, createdAt }))
}

/** Tells whether a run has an alert of this title that came after a time. */
export async function hasAlertSince(
  db: Executor,
  runId: number,
  { title, since }: { readonly title: string; readonly since: number },
): Promise<boolean> {
  const found = await db
    .selectFrom('run_alert')
    .select('id')
    .where('run_id', '=', runId)
    .where('title', '=', title)
    .where('created_at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export async function deleteRunAlerts(db: Executor, runId: number): Promise<void> {
  await db.deleteFrom('run_alert').where('run_id', '=', runId).execute()
}

export async function insertRunAlert(db: Executor, alert: Insertable<RunTables['run_alert']>): Promise<void> {
  await db.insertInto('run_alert').values(alert).execute()
}
