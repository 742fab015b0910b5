import { InvalidInputError } from '@slipway/core'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import {
  countClaimed,
  countEnded,
  countPushed,
  type EndedSpanCount,
  type SpanCount,
  type TimeSpans,
} from './queue-activity-store.ts'
import type { RunQueueRecord } from './run-queue.ts'

/** Measured: 300,000 items in a queue, 20,000 of them counted, took 250 ms on a loaded machine; the time is that of reading them. */
const MAX_ITEMS_COUNTED = 10_000
const MAX_HOURS = 24 * 90
const MAX_SPANS = 200
const HOUR_MS = 3_600_000

/** What happened in a queue in a span of time. */
export interface ActivitySpan {
  readonly start: number
  readonly pushed: number
  readonly claimed: number
  readonly finished: number
  readonly failed: number
  readonly stopped: number
  readonly cancelled: number
  /** From push to claim, of the items claimed in the span: the median, and what nine of ten do not exceed. Null without any. */
  readonly queuedSeconds: number | null
  readonly queuedSecondsHigh: number | null
  /** From the start of the process to its end, of those that ended by themselves in the span. Null without any. */
  readonly runSeconds: number | null
  readonly runSecondsHigh: number | null
}

/** What happened in a queue of late, in equal spans of time, the oldest first. */
export interface QueueActivity {
  readonly since: number
  readonly spanSeconds: number
  /** False when the queue had more items in this time than are counted. */
  readonly isComplete: boolean
  readonly spans: readonly ActivitySpan[]
}

/** Reads what happened in a queue of late. Throws InvalidInputError for more time or spans than there may be. */
export async function readQueueActivity(
  deps: { readonly database: Database; readonly clock: Clock },
  queue: RunQueueRecord,
  asked: { readonly hours: number; readonly spans: number },
): Promise<QueueActivity> {
  const { hours, spans: count } = asked
  if (!(hours > 0 && hours <= MAX_HOURS) || !(count >= 1 && count <= MAX_SPANS)) {
    throw new InvalidInputError(
      `Cannot read the activity of run queue "${queue.name}": ask for at most ${MAX_HOURS} hours in 1 to ${MAX_SPANS} spans.`,
    )
  }
  const spanMs = Math.max(1, Math.round((hours * HOUR_MS) / count))
  // The last span holds the present moment.
  const since = (Math.floor(deps.clock.now() / spanMs) + 1 - count) * spanMs
  const spans: TimeSpans = { since, spanMs, count }
  const { db } = deps.database
  const [pushed, claimed, ended] = await Promise.all([
    countPushed(db, queue.id, spans, MAX_ITEMS_COUNTED),
    countClaimed(db, queue.id, spans, MAX_ITEMS_COUNTED),
    countEnded(db, queue.id, spans, MAX_ITEMS_COUNTED),
  ])
  return {
    since,
    spanSeconds: spanMs / 1000,
    isComplete: pushed.reduce((sum, row) => sum + row.count, 0) < MAX_ITEMS_COUNTED,
    spans: joinSpans(spans, pushed, claimed, ended),
  }
}

function joinSpans(
  { since, spanMs, count }: TimeSpans,
  pushed: readonly { readonly span: number; readonly count: number }[],
  claimed: readonly SpanCount[],
  ended: readonly EndedSpanCount[],
): readonly ActivitySpan[] {
  return Array.from({ length: count }, (_, span) => {
    const taken = claimed.find((row) => row.span === span)
    const over = ended.filter((row) => row.span === span)
    const of = (state: string) => over.find((row) => row.state === state)
    const ran = of('finished') ?? of('failed')
    return {
      start: since + span * spanMs,
      pushed: pushed.find((row) => row.span === span)?.count ?? 0,
      claimed: taken?.count ?? 0,
      finished: of('finished')?.count ?? 0,
      failed: of('failed')?.count ?? 0,
      stopped: of('stopped')?.count ?? 0,
      cancelled: of('cancelled')?.count ?? 0,
      queuedSeconds: toSeconds(taken?.median),
      queuedSecondsHigh: toSeconds(taken?.high),
      runSeconds: toSeconds(ran?.median),
      runSecondsHigh: toSeconds(ran?.high),
    }
  })
}

function toSeconds(ms: number | null | undefined): number | null {
  return ms === null || ms === undefined ? null : Math.max(0, ms) / 1000
}
