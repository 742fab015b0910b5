import { setTimeout as wait } from 'node:timers/promises'
import { CliItemProgressDocument, type CliItemProgressQuery } from '@slipway/api'
import type { ApiClient } from '@slipway/sdk'
import { ITEM_END_STATES } from './item-states.ts'
import { requireItem } from './require-item.ts'

const FIRST_DELAY_MS = 100
const MAX_DELAY_MS = 1000
const PATIENCE = { attempts: 8 }

/** How an item stands, with what its program has printed since the last look. */
export type ItemProgress = NonNullable<CliItemProgressQuery['runQueueItem']>

/**
 * Yields an item's progress until it has ended and all its output was read. Asks often while there is something new, and
 * ever less often while there is not. A server that is away for a short while is waited for. Ends early when `signal` aborts.
 */
export async function* followItem(
  api: ApiClient,
  id: string,
  signal?: AbortSignal,
): AsyncGenerator<ItemProgress, void> {
  let offset = 0
  let delayMs = FIRST_DELAY_MS
  let state = ''
  for (;;) {
    if (signal?.aborted === true) return
    const answer = await api.request(CliItemProgressDocument, { id, offset }, { retry: PATIENCE })
    const progress = requireItem(answer.runQueueItem, id)
    const isNews = progress.state !== state || (progress.log?.text ?? '') !== ''
    if (isNews) yield progress
    state = progress.state
    offset = progress.log?.nextOffset ?? offset
    if (ITEM_END_STATES.has(progress.state) && (progress.log === null || progress.log.isComplete)) return
    delayMs = isNews ? FIRST_DELAY_MS : Math.min(MAX_DELAY_MS, delayMs * 1.3)
    await wait(delayMs, undefined, { signal }).catch(() => undefined)
  }
}
