import { sql, type RawBuilder } from 'kysely'
import type { Executor } from '../database/database.ts'

/** Equal spans of time, the first one from `since` on. Milliseconds. */
export interface TimeSpans {
  readonly since: number
  readonly spanMs: number
  readonly count: number
}

/** How many items something happened to in a span, and how long that took, in milliseconds. */
export interface SpanCount {
  readonly span: number
  readonly count: number
  readonly median: number | null
  readonly high: number | null
}

/** As SpanCount, for the items that ended in a state. */
export interface EndedSpanCount extends SpanCount {
  readonly state: string
}

/** When the newest `limit` items of a queue were pushed. */
export async function countPushed(
  db: Executor,
  queueId: number,
  spans: TimeSpans,
  limit: number,
): Promise<readonly { readonly span: number; readonly count: number }[]> {
  const { rows } = await sql<{ span: number; count: number }>`
    with recent as (
      select created_at from run_queue_item where run_queue_id = ${queueId} order by id desc limit ${limit}
    )
    select ${spanOf(sql`created_at`, spans)} as span, count(*) as count from recent
    where created_at >= ${whole(spans.since)} group by span`.execute(db)
  return rows
}

/** When the newest `limit` items of a queue were claimed by agents, and how long after they were pushed. */
export async function countClaimed(
  db: Executor,
  queueId: number,
  spans: TimeSpans,
  limit: number,
): Promise<readonly SpanCount[]> {
  const { rows } = await sql<SpanCount>`
    with recent as (
      select created_at, claimed_at from run_queue_item where run_queue_id = ${queueId} order by id desc limit ${limit}
    ), measured as (
      select ${spanOf(sql`claimed_at`, spans)} as span, claimed_at - created_at as ms from recent
      where claimed_at >= ${whole(spans.since)}
    ), ranked as (
      select span, ms, row_number() over (partition by span order by ms) as place,
        count(*) over (partition by span) as total from measured
    )
    select span, max(total) as count, ${percentiles} from ranked group by span`.execute(db)
  return rows
}

/** When the last `limit` items of a queue ended in which state, and how long they ran; null for those that never did. */
export async function countEnded(
  db: Executor,
  queueId: number,
  spans: TimeSpans,
  limit: number,
): Promise<readonly EndedSpanCount[]> {
  // Each part is one of two indexes, which SQLite only sees by these very conditions.
  const part = (states: RawBuilder<unknown>) => sql`
    select * from (
      select state, ended_at, coalesce(started_at, claimed_at) as began_at from run_queue_item
      where run_queue_id = ${queueId} and state in (${states}) and ended_at >= ${whole(spans.since)}
      order by ended_at desc limit ${limit}
    ) as part`
  const { rows } = await sql<EndedSpanCount>`
    with ended as (
      ${part(sql.raw("'finished', 'failed'"))} union all ${part(sql.raw("'stopped', 'cancelled'"))}
    ), measured as (
      select ${spanOf(sql`ended_at`, spans)} as span, state, ended_at - began_at as ms from ended
    ), ranked as (
      select span, state, ms, row_number() over (partition by span, state order by ms) as place,
        count(*) over (partition by span, state) as total from measured
    )
    select span, state, max(total) as count, ${percentiles} from ranked group by span, state`.execute(db)
  return rows
}

/** Of the ranked values of a group the one in the middle, and the one that nine of ten do not exceed. */
const percentiles = sql`max(case when place = (total + 1) / 2 then ms end) as median,
  max(case when place = (total * 9 + 9) / 10 then ms end) as high`

function spanOf(column: RawBuilder<unknown>, { since, spanMs }: TimeSpans): RawBuilder<number> {
  return sql<number>`cast((${column} - ${whole(since)}) / ${whole(spanMs)} as bigint)`
}

/** A whole number that both databases divide as one; SQLite would take the bare parameter for a fraction. */
function whole(value: number): RawBuilder<number> {
  return sql<number>`cast(${Math.round(value)} as bigint)`
}
