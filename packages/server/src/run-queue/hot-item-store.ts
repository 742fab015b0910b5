import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { forChangeSkipLocked, jsonRows, type DatabaseDialect } from '../database/dialect.ts'
import type { LeasedItem } from './run-queue.ts'

/**
 * The three statements on the way of every item. Each handles any number of rows at once, and its text is the same for
 * any number.
 */

/** An item to add. */
export interface NewItem {
  readonly runQueueId: number
  readonly entityId: number
  readonly projectName: string | null
  readonly priority: number
  readonly jobPath: string | null
  readonly jobArtifactId: number | null
  readonly authorId: number
  readonly hasFixedRunId: boolean
  readonly inputsDigest: string | null
  readonly retryOf: number | null
  /** The point of a sweep that it runs. A point is queued once: a second item for it is not added. */
  readonly sweepPointId: number | null
  readonly runSpec: string
}

/** Adds items to their queues; answers with their ids in order, undefined where the queue was deleted or the point is
 * queued already. */
export async function insertItems(
  db: Executor,
  dialect: DatabaseDialect,
  items: readonly NewItem[],
  now: number,
): Promise<readonly (number | undefined)[]> {
  const rows = items.map((item) => ({ ...item, hasFixedRunId: item.hasFixedRunId ? 1 : 0 }))
  const added = jsonRows(dialect, rows, {
    runQueueId: 'long',
    entityId: 'long',
    projectName: 'text',
    priority: 'long',
    jobPath: 'text',
    jobArtifactId: 'long',
    authorId: 'long',
    hasFixedRunId: 'long',
    inputsDigest: 'text',
    retryOf: 'long',
    sweepPointId: 'long',
    runSpec: 'text',
  })
  const result = await sql<{ id: number; run_queue_id: number; sweep_point_id: number | null }>`
    insert into run_queue_item (run_queue_id, entity_id, project_name, state, priority, job_path, job_artifact_id,
      author_id, has_fixed_run_id, created_at, run_spec, inputs_digest, retry_of, sweep_point_id)
    select added.runQueueId, added.entityId, added.projectName, 'pending', added.priority, added.jobPath,
      added.jobArtifactId, added.authorId, added.hasFixedRunId, ${now}, added.runSpec,
      added.inputsDigest, added.retryOf, added.sweepPointId
    from ${added} added
    join run_queue on run_queue.id = added.runQueueId
    where run_queue.deleted_at is null
    order by added.position
    on conflict (sweep_point_id) where sweep_point_id is not null do nothing
    returning run_queue_item.id, run_queue_item.run_queue_id, run_queue_item.sweep_point_id`.execute(db)
  // Ids are given in the order of insertion, and the items of one queue are either all added or none.
  // Of points, those that were queued already are missing among them: they are told apart by their point.
  const ofPoints = new Map(result.rows.map((row) => [row.sweep_point_id, row.id]))
  const ids = Map.groupBy(
    result.rows.filter((row) => row.sweep_point_id === null).toSorted((a, b) => a.id - b.id),
    (row) => row.run_queue_id,
  )
  return items.map(({ sweepPointId, runQueueId }) =>
    sweepPointId === null ? ids.get(runQueueId)?.shift()?.id : ofPoints.get(sweepPointId),
  )
}

/** Who takes an item. Items leased without an agent go back to their queue by time only. */
export interface Lessee {
  readonly launchAgentId: number | null
  readonly generation: number | null
}

/**
 * How a launch spec looks that deletes inputs. In a text value the quotes have a backslash before them, so that only a
 * key looks like it. Only agents that cannot delete look for it: the others do not pay.
 */
const REMOVALS_PATTERN = String.raw`%"\_slipway\_removals":%`

/**
 * Leases the first pending items of a queue, one to each lessee in order. A paused or deleted queue gives none. Without
 * `takesRemovals`, items are passed over that delete inputs: their agents would run them with the inputs still there.
 */
export async function leaseItems(
  db: Executor,
  dialect: DatabaseDialect,
  queueId: number,
  lessees: readonly Lessee[],
  times: { readonly now: number; readonly until: number },
  takesRemovals: boolean,
): Promise<readonly (LeasedItem | undefined)[]> {
  const passOver = takesRemovals ? sql`` : sql`and run_spec not like ${REMOVALS_PATTERN} escape '\\'`
  const takers = jsonRows(dialect, lessees, { launchAgentId: 'long', generation: 'long' })
  const result = await sql<{ id: number; priority: number; run_spec: string }>`
    with candidate as (
      select id, priority from run_queue_item
      where run_queue_id = ${queueId} and state = 'pending' ${passOver}
        and exists (select 1 from run_queue where id = ${queueId} and is_paused = 0 and deleted_at is null)
      order by priority, id limit ${lessees.length}
      ${forChangeSkipLocked(dialect)}
    ), picked as (
      select id, row_number() over (order by priority, id) - 1 as position from candidate
    )
    update run_queue_item set state = 'leased', launch_agent_id = taker.launchAgentId,
      lease_generation = taker.generation, leased_at = ${times.now}, leased_until = ${times.until},
      heartbeat_at = ${times.now}
    from picked join ${takers} taker on taker.position = picked.position
    where run_queue_item.id = picked.id
    returning run_queue_item.id, run_queue_item.priority, run_queue_item.run_spec`.execute(db)
  const rows = result.rows.toSorted((a, b) => a.priority - b.priority || a.id - b.id)
  return lessees.map((_, index) => {
    const row = rows[index]
    return row && { id: row.id, runQueueId: queueId, runSpec: row.run_spec, leasedUntil: times.until }
  })
}

/** A claim of a leased item for a run. */
export interface ItemClaim {
  readonly id: number
  readonly runQueueId: number
  readonly runName: string
  /** Null from the stock agent, which does not say who it is. */
  readonly launchAgentId: number | null
}

/**
 * Claims items, each once at most; answers with the ids that were claimed by these claims. An agent that names itself
 * must be the one that leased the item last; an item whose lease has ended can still be claimed while nobody else has.
 */
export async function claimItems(
  db: Executor,
  dialect: DatabaseDialect,
  claims: readonly ItemClaim[],
  now: number,
): Promise<ReadonlySet<number>> {
  const asked = jsonRows(dialect, claims, { id: 'long', runQueueId: 'long', runName: 'text', launchAgentId: 'long' })
  const result = await sql<{ id: number }>`
    update run_queue_item set state = 'claimed', run_name = claim.runName, claimed_at = ${now}, heartbeat_at = ${now},
      leased_until = null, is_attended = case when claim.launchAgentId is null then 0 else 1 end
    from ${asked} claim
    where run_queue_item.id = claim.id and run_queue_item.run_queue_id = claim.runQueueId
      and run_queue_item.state in ('leased', 'pending') and run_queue_item.leased_at is not null
      and (claim.launchAgentId is null or run_queue_item.launch_agent_id = claim.launchAgentId)
    returning run_queue_item.id`.execute(db)
  return new Set(result.rows.map((row) => row.id))
}
