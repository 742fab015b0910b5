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

/** Refused launches of an entity, newest first, older than `beforeId` where that is not 0. */
export async function listRefusedLaunches(
  db: Executor,
  entityId: number,
  page: { readonly beforeId: number; readonly limit: number },
): Promise<readonly RefusedLaunchRecord[]> {
  let select = db
    .selectFrom('refused_launch')
    .innerJoin('app_user', 'app_user.id', 'refused_launch.author_id')
    .selectAll('refused_launch')
    .select('app_user.username')
    .where('refused_launch.entity_id', '=', entityId)
    .orderBy('refused_launch.id', 'desc')
    .limit(page.limit)
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
