import type { Selectable } from 'kysely'
import type { Executor } from '../database/database.ts'
import type { SweepAgentRecord } from './sweep.ts'
import type { SweepTables } from './sweep-tables.ts'

function toAgent(row: Selectable<SweepTables['sweep_agent']>): SweepAgentRecord {
  return {
    id: row.id,
    sweepId: row.sweep_id,
    name: row.name,
    host: row.host,
    userId: row.user_id,
    createdAt: row.created_at,
    heartbeatAt: row.heartbeat_at,
  }
}

export async function insertAgent(
  db: Executor,
  agent: {
    readonly sweepId: number
    readonly name: string
    readonly host: string
    readonly userId: number
    readonly now: number
  },
): Promise<SweepAgentRecord> {
  const row = await db
    .insertInto('sweep_agent')
    .values({
      sweep_id: agent.sweepId,
      name: agent.name,
      host: agent.host,
      user_id: agent.userId,
      created_at: agent.now,
      heartbeat_at: agent.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toAgent(row)
}

export async function findAgentById(db: Executor, id: number): Promise<SweepAgentRecord | undefined> {
  const row = await db.selectFrom('sweep_agent').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toAgent(row)
}

export async function findAgentByName(
  db: Executor,
  sweepId: number,
  name: string,
): Promise<SweepAgentRecord | undefined> {
  const row = await db
    .selectFrom('sweep_agent')
    .selectAll()
    .where('sweep_id', '=', sweepId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row && toAgent(row)
}

/** Agents of a sweep, oldest first, after `afterId`. */
export async function listAgents(
  db: Executor,
  sweepId: number,
  page: { readonly afterId: number; readonly limit: number },
): Promise<readonly SweepAgentRecord[]> {
  const rows = await db
    .selectFrom('sweep_agent')
    .selectAll()
    .where('sweep_id', '=', sweepId)
    .where('id', '>', page.afterId)
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map(toAgent)
}

/** Notes a sign of life. */
export async function touchAgent(db: Executor, agent: SweepAgentRecord, now: number): Promise<void> {
  await db.updateTable('sweep_agent').set({ heartbeat_at: now }).where('id', '=', agent.id).execute()
  await db.updateTable('sweep').set({ heartbeat_at: now }).where('id', '=', agent.sweepId).execute()
}
