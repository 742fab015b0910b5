import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import type { LaunchAgentRecord, LaunchAgentStatus } from './launch-agent.ts'

function selectAgents(db: Executor) {
  return db
    .selectFrom('launch_agent as agent')
    .innerJoin('entity', 'entity.id', 'agent.entity_id')
    .innerJoin('app_user', 'app_user.id', 'agent.created_by')
    .selectAll('agent')
    .select(['entity.name as entity_name', 'app_user.username as created_by_name'])
}

type AgentRow = Awaited<ReturnType<ReturnType<typeof selectAgents>['executeTakeFirstOrThrow']>>

async function toAgents(db: Executor, rows: readonly AgentRow[]): Promise<readonly LaunchAgentRecord[]> {
  if (rows.length === 0) return []
  const links = await db
    .selectFrom('launch_agent_queue')
    .selectAll()
    .where(
      'launch_agent_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('position')
    .execute()
  const queuesByAgent = Map.groupBy(links, (link) => link.launch_agent_id)
  return rows.map((row) => ({
    id: row.id,
    entityId: row.entity_id,
    entityName: row.entity_name,
    name: row.name,
    hostname: row.hostname,
    config: row.config,
    version: row.version,
    status: row.status as LaunchAgentStatus,
    isStopping: row.is_stopping === 1,
    generation: row.generation,
    runQueueIds: (queuesByAgent.get(row.id) ?? []).map((link) => link.run_queue_id),
    createdBy: row.created_by,
    createdByName: row.created_by_name,
    createdAt: row.created_at,
    heartbeatAt: row.heartbeat_at,
  }))
}

export async function findAgent(db: Executor, id: number): Promise<LaunchAgentRecord | undefined> {
  const rows = await selectAgents(db).where('agent.id', '=', id).execute()
  return (await toAgents(db, rows))[0]
}

/** Agents of an entity, the newest first; without those that were last heard of before `heardSince`. */
export async function listAgents(
  db: Executor,
  filter: {
    readonly entityId: number
    readonly heardSince: number
    /** Only those that listen, or only the others; null for both. */
    readonly isListening: boolean | null
    /** Who was heard of since listens, unless it has ended. */
    readonly listeningSince: number
  },
  page: { readonly beforeId: number; readonly limit: number },
): Promise<readonly LaunchAgentRecord[]> {
  let select = selectAgents(db)
    .where('agent.entity_id', '=', filter.entityId)
    .where('agent.heartbeat_at', '>=', filter.heardSince)
    .orderBy('agent.id', 'desc')
    .limit(page.limit)
  if (page.beforeId > 0) select = select.where('agent.id', '<', page.beforeId)
  if (filter.isListening === true) {
    select = select.where('agent.heartbeat_at', '>=', filter.listeningSince).where('agent.status', '!=', 'KILLED')
  }
  if (filter.isListening === false) {
    select = select.where((where) =>
      where.or([where('agent.heartbeat_at', '<', filter.listeningSince), where('agent.status', '=', 'KILLED')]),
    )
  }
  return toAgents(db, await select.execute())
}

/** For each of the queues the agents that listen to it and were heard of since a time, oldest first, at most so many of one. */
export async function listAgentsOfQueues(
  db: Executor,
  runQueueIds: readonly number[],
  heardSince: number,
  limit: number,
): Promise<readonly (readonly LaunchAgentRecord[])[]> {
  if (runQueueIds.length === 0) return []
  const numbered = selectListening(db, runQueueIds, heardSince)
    .select(['link.run_queue_id', 'agent.id'])
    .select(sql<number>`row_number() over (partition by link.run_queue_id order by agent.id)`.as('place'))
  const places = await db
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('place', '<=', limit)
    .orderBy('place')
    .execute()
  if (places.length === 0) return runQueueIds.map(() => [])
  const ids = [...new Set(places.map(({ id }) => id))]
  const agents = await toAgents(db, await selectAgents(db).where('agent.id', 'in', ids).execute())
  const byId = new Map(agents.map((agent) => [agent.id, agent]))
  const byQueue = Map.groupBy(places, (place) => place.run_queue_id)
  return runQueueIds.map((queueId) =>
    (byQueue.get(queueId) ?? []).map(({ id }) => byId.get(id)).filter((agent) => agent !== undefined),
  )
}

/** The agent of a queue, living or not, that was heard of last and since a time. */
export async function findAgentLastHeard(
  db: Executor,
  runQueueId: number,
  heardSince: number,
): Promise<LaunchAgentRecord | undefined> {
  const rows = await selectAgents(db)
    .innerJoin('launch_agent_queue as link', 'link.launch_agent_id', 'agent.id')
    .where('link.run_queue_id', '=', runQueueId)
    .where('agent.heartbeat_at', '>=', heardSince)
    .orderBy('agent.heartbeat_at', 'desc')
    .limit(1)
    .execute()
  return (await toAgents(db, rows))[0]
}

/** How many agents listen to each of the queues, were heard of since a time, and are not asked to end. */
export async function countAgentsOfQueues(
  db: Executor,
  runQueueIds: readonly number[],
  heardSince: number,
): Promise<readonly number[]> {
  const rows = await selectListening(db, runQueueIds, heardSince)
    .where('agent.is_stopping', '=', 0)
    .select(['link.run_queue_id', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('link.run_queue_id')
    .execute()
  const counts = new Map(rows.map((row) => [row.run_queue_id, row.count]))
  return runQueueIds.map((id) => counts.get(id) ?? 0)
}

function selectListening(db: Executor, runQueueIds: readonly number[], heardSince: number) {
  return db
    .selectFrom('launch_agent_queue as link')
    .innerJoin('launch_agent as agent', 'agent.id', 'link.launch_agent_id')
    .where('link.run_queue_id', 'in', runQueueIds)
    .where('agent.heartbeat_at', '>=', heardSince)
    .where('agent.status', '!=', 'KILLED')
}

/** Agents that were last heard of in a time. */
export async function listAgentsLastHeard(
  db: Executor,
  time: { readonly since: number; readonly before: number },
  limit: number,
): Promise<readonly LaunchAgentRecord[]> {
  const rows = await selectAgents(db)
    .where('agent.heartbeat_at', '>=', time.since)
    .where('agent.heartbeat_at', '<', time.before)
    .where('agent.status', '!=', 'KILLED')
    .orderBy('agent.id')
    .limit(limit)
    .execute()
  return toAgents(db, rows)
}

export async function insertAgent(
  db: Executor,
  agent: {
    readonly entityId: number
    readonly name: string
    readonly hostname: string
    readonly config: string | null
    readonly version: string | null
    readonly createdBy: number
    readonly now: number
  },
): Promise<number> {
  const row = await db
    .insertInto('launch_agent')
    .values({
      entity_id: agent.entityId,
      name: agent.name,
      hostname: agent.hostname,
      config: agent.config,
      version: agent.version,
      status: 'POLLING',
      is_stopping: 0,
      generation: 1,
      created_by: agent.createdBy,
      created_at: agent.now,
      heartbeat_at: agent.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Hands an agent's id to the program that takes over. */
export async function resumeAgent(
  db: Executor,
  id: number,
  agent: {
    readonly hostname: string
    readonly config: string | null
    readonly version: string | null
    readonly now: number
  },
): Promise<void> {
  await db
    .updateTable('launch_agent')
    .set((expression) => ({
      hostname: agent.hostname,
      config: agent.config,
      version: agent.version,
      status: 'POLLING',
      is_stopping: 0,
      generation: expression('generation', '+', 1),
      heartbeat_at: agent.now,
    }))
    .where('id', '=', id)
    .execute()
}

/** Sets which queues an agent listens to, in order. */
export async function setAgentQueues(db: Executor, id: number, runQueueIds: readonly number[]): Promise<void> {
  await db.deleteFrom('launch_agent_queue').where('launch_agent_id', '=', id).execute()
  await db
    .insertInto('launch_agent_queue')
    .values(runQueueIds.map((queueId, position) => ({ launch_agent_id: id, run_queue_id: queueId, position })))
    .execute()
}

export async function updateAgent(
  db: Executor,
  id: number,
  change: { readonly status?: LaunchAgentStatus; readonly is_stopping?: number; readonly heartbeat_at?: number },
): Promise<void> {
  await db.updateTable('launch_agent').set(change).where('id', '=', id).execute()
}
