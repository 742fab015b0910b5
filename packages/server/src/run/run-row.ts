import type { Executor } from '../database/database.ts'
import { toRunState, type RunRecord } from './run.ts'

/** Runs with the names of their project and entity, deleted ones included. */
export function selectRuns(db: Executor) {
  return db
    .selectFrom('run')
    .innerJoin('project', 'project.id', 'run.project_id')
    .innerJoin('entity', 'entity.id', 'project.entity_id')
    .selectAll('run')
    .select(['project.name as project_name', 'project.entity_id as entity_id', 'entity.name as entity_name'])
}

export type RunRow = Awaited<ReturnType<ReturnType<typeof selectRuns>['executeTakeFirstOrThrow']>>

/** A row as the record that the services speak of. */
export function toRun(row: RunRow): RunRecord {
  return {
    id: row.id,
    projectId: row.project_id,
    projectName: row.project_name,
    entityId: row.entity_id,
    entityName: row.entity_name,
    name: row.name,
    displayName: row.display_name,
    description: row.description,
    notes: row.notes,
    state: toRunState(row.state) ?? 'crashed',
    config: row.config,
    summary: row.summary,
    tags: JSON.parse(row.tags) as readonly string[],
    groupName: row.group_name,
    jobType: row.job_type,
    commit: row.commit_hash,
    host: row.host,
    program: row.program,
    repo: row.repo,
    sweepName: row.sweep_name,
    userId: row.user_id,
    jobArtifactId: row.job_artifact_id,
    exitCode: row.exit_code,
    heartbeatAt: row.heartbeat_at,
    stopRequestedAt: row.stop_requested_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    endedAt: row.ended_at,
    historyShift: row.history_shift,
    furtherWriters: row.further_writers,
  }
}
