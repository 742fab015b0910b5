import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import type { RunRecord } from './run.ts'
import { selectRuns, toRun } from './run-row.ts'

/** Whose runs to list: those launched from any version of a job, newest first, older than `beforeId` where that is not 0. */
export interface RunsOfJobVersions {
  readonly collectionId: number
  readonly entityIds: readonly number[]
  readonly beforeId: number
  readonly limit: number
}

/** SQLite takes at most 500 parts in one statement. */
const MAX_PARTS = 100

/** Answers each question with its runs, for a page of jobs with one statement: a part for each reads its own few rows. */
export async function listRunsOfJobVersions(
  db: Executor,
  questions: readonly RunsOfJobVersions[],
): Promise<readonly (readonly RunRecord[])[]> {
  const answers: RunRecord[][] = questions.map(() => [])
  for (let from = 0; from < questions.length; from += MAX_PARTS) {
    const [first, ...rest] = questions
      .slice(from, from + MAX_PARTS)
      .flatMap((question, index) => (question.entityIds.length === 0 ? [] : [selectPart(db, question, from + index)]))
    if (first === undefined) continue
    const rows = await rest.reduce((query, part) => query.unionAll(part), first).execute()
    for (const { part, ...row } of rows) answers[part]?.push(toRun(row))
  }
  return answers.map((runs) => runs.toSorted((one, other) => other.id - one.id))
}

function selectPart(db: Executor, question: RunsOfJobVersions, part: number) {
  let query = selectRuns(db)
    .select(sql<number>`${sql.lit(part)}`.as('part'))
    .where('run.job_artifact_id', 'in', (where) =>
      where.selectFrom('artifact').select('artifact.id').where('artifact.collection_id', '=', question.collectionId),
    )
    .where('run.deleted_at', 'is', null)
    .where('project.entity_id', 'in', question.entityIds)
    .orderBy('run.id', 'desc')
    .limit(question.limit)
  if (question.beforeId > 0) query = query.where('run.id', '<', question.beforeId)
  // SQLite takes an order and a limit only inside of a subquery.
  return db.selectFrom(query.as('runs')).selectAll()
}

/** Runs launched from a job version before a given id (0 for the newest), newest first. */
export async function listRunsOfJob(
  db: Executor,
  artifactId: number,
  entityIds: readonly number[],
  page: { readonly beforeId: number; readonly limit: number },
): Promise<readonly RunRecord[]> {
  if (entityIds.length === 0) return []
  let query = selectRuns(db)
    .where('run.job_artifact_id', '=', artifactId)
    .where('run.deleted_at', 'is', null)
    .where('project.entity_id', 'in', entityIds)
    .orderBy('run.id', 'desc')
    .limit(page.limit)
  if (page.beforeId > 0) query = query.where('run.id', '<', page.beforeId)
  return (await query.execute()).map(toRun)
}
