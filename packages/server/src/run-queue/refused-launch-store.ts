import type { Executor } from '../database/database.ts'
import type { RefusedLaunchRecord } from './run-queue.ts'

/** Keeps a refused launch, unless the same one was kept since `notSince`. */
export async function insertRefusedLaunch(
  db: Executor,
  launch: {
    readonly entityId: number
    readonly authorId: number
    readonly queueName: string
    readonly jobPath: string | null
    readonly requestHash: string
    readonly message: string
    readonly problems: RefusedLaunchRecord['problems']
    readonly now: number
    readonly notSince: number
  },
): Promise<void> {
  const known = await db
    .selectFrom('refused_launch')
    .select('id')
    .where('request_hash', '=', launch.requestHash)
    .where('created_at', '>', launch.notSince)
    .limit(1)
    .executeTakeFirst()
  if (known !== undefined) return
  await db
    .insertInto('refused_launch')
    .values({
      entity_id: launch.entityId,
      author_id: launch.authorId,
      queue_name: launch.queueName,
      job_path: launch.jobPath,
      request_hash: launch.requestHash,
      message: launch.message,
      problems: JSON.stringify(launch.problems),
      created_at: launch.now,
    })
    .execute()
}

/** Deletes all refused launches of an entity but the newest `kept`: a script that asks wrongly in a loop fills no disk. */
export async function deleteOldRefusedLaunches(db: Executor, entityId: number, kept: number): Promise<void> {
  await db
    .deleteFrom('refused_launch')
    .where('entity_id', '=', entityId)
    .where('id', '<=', (where) =>
      where
        .selectFrom('refused_launch as kept')
        .select('kept.id')
        .where('kept.entity_id', '=', entityId)
        .orderBy('kept.id', 'desc')
        .limit(1)
        .offset(kept),
    )
    .execute()
}

/**
 * Refused launches of an entity, newest first, older than `beforeId` where that is not 0: those of the user, and of all
 * on queues that the user may see.
 */
export async function listRefusedLaunches(
  db: Executor,
  place: { readonly entityId: number; readonly userId: number; readonly queueName: string | null },
  page: { readonly beforeId: number; readonly limit: number },
): Promise<readonly RefusedLaunchRecord[]> {
  let select = db
    .selectFrom('refused_launch')
    .innerJoin('app_user', 'app_user.id', 'refused_launch.author_id')
    .selectAll('refused_launch')
    .select('app_user.username')
    .where('refused_launch.entity_id', '=', place.entityId)
    .where((where) =>
      where.or([
        where('refused_launch.author_id', '=', place.userId),
        where.exists(
          where
            .selectFrom('run_queue')
            .select('run_queue.id')
            .whereRef('run_queue.entity_id', '=', 'refused_launch.entity_id')
            .whereRef('run_queue.name', '=', 'refused_launch.queue_name')
            .where((queue) =>
              queue.or([queue('run_queue.access', '=', 'PROJECT'), queue('run_queue.created_by', '=', place.userId)]),
            ),
        ),
      ]),
    )
    .orderBy('refused_launch.id', 'desc')
    .limit(page.limit)
  if (place.queueName !== null) select = select.where('refused_launch.queue_name', '=', place.queueName)
  if (page.beforeId > 0) select = select.where('refused_launch.id', '<', page.beforeId)
  const rows = await select.execute()
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    author: row.username,
    queueName: row.queue_name,
    jobPath: row.job_path,
    message: row.message,
    problems: JSON.parse(row.problems) as RefusedLaunchRecord['problems'],
  }))
}
