import { InvalidInputError } from '@slipway/core'
import { sql, type RawBuilder } from 'kysely'
import type { RunValueLookup, RunValuePlace } from './run-value-lookup.ts'

/** What a filter or an order names: a column of one type, the tags, or a place in the config or the summary. */
export type RunField =
  | { readonly kind: 'text'; readonly value: RawBuilder<string | null> }
  | { readonly kind: 'number'; readonly value: RawBuilder<number | null> }
  | { readonly kind: 'time'; readonly value: RawBuilder<number | null> }
  | { readonly kind: 'tags'; readonly value: RawBuilder<string> }
  | { readonly kind: 'json'; readonly place: RunValuePlace }

const TEXT_COLUMNS: Readonly<Record<string, string>> = {
  name: 'run.name',
  display_name: 'run.display_name',
  displayName: 'run.display_name',
  state: 'run.state',
  group: 'run.group_name',
  group_name: 'run.group_name',
  groupName: 'run.group_name',
  jobType: 'run.job_type',
  job_type: 'run.job_type',
  notes: 'run.notes',
  description: 'run.description',
  host: 'run.host',
  commit: 'run.commit_hash',
  sweep: 'run.sweep_name',
  sweepName: 'run.sweep_name',
}

const TIME_COLUMNS: Readonly<Record<string, string>> = {
  created_at: 'run.created_at',
  createdAt: 'run.created_at',
  updated_at: 'run.updated_at',
  updatedAt: 'run.updated_at',
  heartbeat_at: 'run.heartbeat_at',
  heartbeatAt: 'run.heartbeat_at',
}

/** The field of a name in the client's form, such as `config.lr` or `summary_metrics.loss`. Throws InvalidInputError. */
export function findRunField(name: string, lookup: RunValueLookup): RunField {
  const textColumn = Object.hasOwn(TEXT_COLUMNS, name) ? TEXT_COLUMNS[name] : undefined
  if (textColumn !== undefined) return { kind: 'text', value: sql.ref(textColumn) }
  const timeColumn = Object.hasOwn(TIME_COLUMNS, name) ? TIME_COLUMNS[name] : undefined
  if (timeColumn !== undefined) return { kind: 'time', value: sql.ref(timeColumn) }
  if (name === 'tags') return { kind: 'tags', value: sql.ref('run.tags') }
  if (name === 'duration') return { kind: 'number', value: sql`(run.heartbeat_at - run.created_at) / 1000.0` }
  if (name === 'username' || name === 'user') {
    return { kind: 'text', value: sql`(select username from app_user where app_user.id = run.user_id)` }
  }
  if (name === 'project') {
    return { kind: 'text', value: sql`(select project.name from project where project.id = run.project_id)` }
  }
  if (name === 'job') return { kind: 'text', value: ofJob(sql`artifact_collection.name`) }
  if (name === 'job_version') {
    return { kind: 'text', value: ofJob(sql`artifact_collection.name || ':v' || artifact.version_index`) }
  }
  const [root = '', first, ...rest] = name.includes('\0') ? [] : splitPath(name)
  if (root === 'config' && first !== undefined) {
    // `config.lr`, `config.lr.value` and `config.trainer.lr` all name values, which the stored form keeps under `value`.
    const keys = [first, ...(rest[0] === 'value' ? rest.slice(1) : rest)]
    return { kind: 'json', place: lookup.place('config', keys) }
  }
  if ((root === 'summary_metrics' || root === 'summaryMetrics') && first !== undefined) {
    return { kind: 'json', place: lookup.place('summary', [first, ...rest]) }
  }
  throw new InvalidInputError(
    `Cannot search runs by "${name.slice(0, 100)}": there is no such field. Use config.KEY, summary_metrics.KEY, ` +
      `tags, duration, username, job, job_version, project, ${[...Object.keys(TEXT_COLUMNS), ...Object.keys(TIME_COLUMNS)].join(', ')}.`,
  )
}

/** What is known of the job version that a run was launched from, or that it made. */
function ofJob(value: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(select ${value} from artifact join artifact_collection on artifact_collection.id = artifact.collection_id
    where artifact.id = run.job_artifact_id)`
}

/** Splits at the dots; one inside a key is written `\\.`. */
export function splitPath(name: string): readonly string[] {
  return name.split(/(?<!\\)\./u).map((key) => key.replaceAll(String.raw`\.`, '.'))
}
