import type { ApiClient } from '@slipway/sdk'
import { UnavailableError } from '@slipway/core'
import { forEachAtOnce } from '../for-each-at-once.ts'
import { startStatusLine } from '../status-line.ts'
import type { Terminal } from '../terminal.ts'
import type { PlannedLaunch } from './plan-launches.ts'
import { type PushedLaunch, pushLaunch } from './push-launch.ts'

const AT_ONCE = 4

/**
 * Puts launches into their queue, in their order as far as several at once keep one, with a line that says how far it is.
 * When one fails, the message says which are queued already.
 */
export async function pushLaunches(
  terminal: Terminal,
  api: ApiClient,
  launches: readonly PlannedLaunch[],
): Promise<readonly PushedLaunch[]> {
  using status = startStatusLine(terminal, `queued 0 of ${launches.length}`)
  const queued: string[] = []
  try {
    return await forEachAtOnce(AT_ONCE, launches, async (launch) => {
      const pushed = await pushLaunch(api, launch.input)
      queued.push(pushed.id)
      status.set(`queued ${queued.length} of ${launches.length}`)
      return pushed
    })
  } catch (cause) {
    if (queued.length === 0 || launches.length === 1) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UnavailableError(
      `Cannot queue all ${launches.length} points: ${queued.length} are queued (items ${queued.join(', ')}), then: ${why} Give the same command again: points that are queued are skipped.`,
      { cause },
    )
  }
}
