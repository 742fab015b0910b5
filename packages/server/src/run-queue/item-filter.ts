import { sql, type RawBuilder } from 'kysely'
import type { RunQueueItemState } from './run-queue.ts'

/** Whose items to list: those of one queue, those that an agent holds, or all of an entity that a user may see. */
export type ItemFilter = {
  readonly states: readonly string[] | null
  /** The name of the user who launched them. */
  readonly author?: string | null
  readonly job?: JobFilter | null
} & (
  | { readonly queueId: number }
  | { readonly launchAgentId: number }
  | { readonly entityId: number; readonly userId: number; readonly queueName?: string | null }
)

/** A job, or one of its versions. */
export interface JobFilter {
  readonly name: string
  readonly projectName: string | null
  readonly versionIndex: number | null
}

/** The condition of a filter, on `run_queue_item as item`. */
export function matchesFilter(filter: ItemFilter): RawBuilder<boolean> {
  const { states, author = null, job = null } = filter
  const conditions: RawBuilder<boolean>[] = [matchesPlace(filter)]
  if (states !== null) conditions.push(...matchesStates(states))
  if (author !== null) {
    conditions.push(sql`item.author_id = (select id from app_user where username = ${author})`)
  }
  if (job !== null) conditions.push(matchesJob(job))
  return sql`(${sql.join(conditions, sql` and `)})`
}

const OPEN_STATES: readonly RunQueueItemState[] = ['pending', 'leased', 'claimed']
const FINAL_STATES: readonly RunQueueItemState[] = ['finished', 'failed', 'stopped', 'cancelled']

/** The states are written out, and the group that they are of: only then does SQLite use the indexes of that group. */
function matchesStates(states: readonly string[]): readonly RawBuilder<boolean>[] {
  const known = [...OPEN_STATES, ...FINAL_STATES].filter((state) => states.includes(state))
  if (known.length === 0) return [sql`1 = 0`]
  const group = [OPEN_STATES, FINAL_STATES].find((all) => known.every((state) => all.includes(state)))
  return [
    ...(group === undefined ? [] : [sql<boolean>`item.state in (${written(group)})`]),
    sql<boolean>`item.state in (${written(known)})`,
  ]
}

function written(states: readonly string[]): RawBuilder<unknown> {
  return sql.raw(states.map((state) => `'${state}'`).join(', '))
}

function matchesPlace(filter: ItemFilter): RawBuilder<boolean> {
  if ('queueId' in filter) return sql`item.run_queue_id = ${filter.queueId}`
  if ('launchAgentId' in filter) return sql`item.launch_agent_id = ${filter.launchAgentId}`
  const { queueName = null } = filter
  return sql`item.entity_id = ${filter.entityId} and exists (
    select 1 from run_queue where run_queue.id = item.run_queue_id
      and (run_queue.access = 'PROJECT' or run_queue.created_by = ${filter.userId})
      ${queueName === null ? sql`` : sql`and run_queue.name = ${queueName}`})`
}

function matchesJob(job: JobFilter): RawBuilder<boolean> {
  return sql`exists (
    select 1 from artifact
      join artifact_collection on artifact_collection.id = artifact.collection_id
      join project on project.id = artifact_collection.project_id
    where artifact.id = item.job_artifact_id and artifact_collection.name = ${job.name}
      ${job.projectName === null ? sql`` : sql`and project.name = ${job.projectName}`}
      ${job.versionIndex === null ? sql`` : sql`and artifact.version_index = ${job.versionIndex}`})`
}
