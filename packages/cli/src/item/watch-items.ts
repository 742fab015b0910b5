import { setTimeout as sleep } from 'node:timers/promises'
import { UnavailableError } from '@slipway/core'
import type { Connection } from '../connection.ts'
import { FAILED_EXIT_CODE } from '../exit-code.ts'
import { listenForStop } from '../stop-signal.ts'
import type { Terminal } from '../terminal.ts'
import { formatItems, stateOf } from './format-items.ts'
import { type ItemQuery, type ListedItem, loadItems } from './load-items.ts'

const POLL_MS = 1000

/**
 * Shows items until Ctrl-C: on a terminal as one table that is drawn anew, elsewhere as a line for each change. A server
 * that is away for a while is waited for. Resolves with the exit code.
 */
export async function watchItems(
  terminal: Terminal,
  connection: Connection,
  query: ItemQuery,
  limit: number,
): Promise<number> {
  using stop = listenForStop(() => process.exit(FAILED_EXIT_CODE))
  const ended = stop.asked.then(() => 'stop' as const)
  const show = terminal.stdout.isTTY === true ? createScreen(terminal, connection) : createLines(terminal)
  for (;;) {
    try {
      const { rows } = await loadItems(terminal, connection, query, limit)
      show(rows)
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error
      terminal.stderr.write(`${error.message}\n`)
    }
    if ((await Promise.race([ended, sleep(POLL_MS)])) === 'stop') return 0
  }
}

function createScreen(terminal: Terminal, { caller }: Connection): (items: readonly ListedItem[]) => void {
  const { stdout } = terminal
  let drawn = 0
  return (items) => {
    const room = Math.max(2, (stdout.rows ?? 24) - 2)
    const lines = formatItems(terminal, caller, items, {}).split('\n').slice(0, room)
    const back = drawn === 0 ? '' : `\u001b[${drawn}A\u001b[0J`
    stdout.write(`${back}${lines.join('\n')}\nCtrl-C ends.\n`)
    drawn = lines.length + 1
  }
}

function createLines({ stdout }: Terminal): (items: readonly ListedItem[]) => void {
  const seen = new Map<string, string>()
  return (items) => {
    for (const item of items.toReversed()) {
      const state = stateOf(item)
      if (seen.get(item.id) === state) continue
      seen.set(item.id, state)
      const reason = item.reason === null ? '' : `: ${item.reason.replaceAll(/\s*\n\s*/g, ' ')}`
      stdout.write(`${new Date().toISOString()} ${item.id} ${state} ${item.jobPath ?? '-'}${reason}\n`)
    }
  }
}
