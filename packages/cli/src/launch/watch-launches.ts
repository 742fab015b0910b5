import { setTimeout as wait } from 'node:timers/promises'
import { CliItemStateDocument, type CliItemStateQuery } from '@slipway/api'
import type { ApiClient } from '@slipway/sdk'
import type { CommandResult } from '../command-result.ts'
import { FAILED_EXIT_CODE, INTERRUPTED_EXIT_CODE } from '../exit-code.ts'
import { forEachAtOnce } from '../for-each-at-once.ts'
import { ITEM_END_STATES } from '../item/item-states.ts'
import { requireItem } from '../item/require-item.ts'
import { listenForStop } from '../stop-signal.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

const ROUND_MS = 1000
const AT_ONCE = 8
const PATIENCE = { attempts: 8 }

/** An item that is watched, with what it is called in the table. */
export interface WatchedItem {
  readonly id: string
  /** The values of its point, one for each column. */
  readonly cells: readonly string[]
}

type ItemState = NonNullable<CliItemStateQuery['runQueueItem']>

/**
 * Shows how several items stand until all have ended: on a terminal as a table that is drawn again, elsewhere as one line
 * for each change. Ctrl-C leaves them running. The exit code is 0 only if all of them finished.
 */
export async function watchLaunches(
  terminal: Terminal,
  api: ApiClient,
  items: readonly WatchedItem[],
  shown: { readonly columns: readonly string[]; readonly document: object },
): Promise<CommandResult> {
  using stop = listenForStop(() => undefined)
  const stopped = stop.asked.then(() => true)
  const states = new Map<string, ItemState>()
  const screen = createScreen(terminal)
  for (;;) {
    const open = items.filter(({ id }) => !ITEM_END_STATES.has(states.get(id)?.state ?? ''))
    await forEachAtOnce(AT_ONCE, open, async ({ id }) => {
      const answer = await api.request(CliItemStateDocument, { id }, { retry: PATIENCE })
      states.set(id, requireItem(answer.runQueueItem, id))
    })
    const table = formatStates(terminal, items, states, shown.columns)
    screen.show(
      table,
      open.map(({ id }) => states.get(id)).filter((state) => state !== undefined),
    )
    const isEnded = items.every(({ id }) => ITEM_END_STATES.has(states.get(id)?.state ?? ''))
    const isStopped = !isEnded && (await Promise.race([stopped, wait(ROUND_MS, false)]))
    if (!isEnded && !isStopped) continue
    const counts = countStates(states)
    return {
      document: { ...shown.document, items: items.map(({ id }) => states.get(id) ?? { id }), isEnded },
      text: isStopped
        ? `${counts}. The items go on. See them with: slipway item list; end one with: slipway item cancel ITEM`
        : screen.isDrawn
          ? counts
          : `${table}\n${counts}`,
      exitCode: isStopped ? INTERRUPTED_EXIT_CODE : hasAllFinished(states) ? 0 : FAILED_EXIT_CODE,
    }
  }
}

interface Screen {
  /** True where the table is on the terminal already. */
  readonly isDrawn: boolean
  show(table: string, changed: readonly ItemState[]): void
}

function createScreen({ stderr }: Terminal): Screen {
  const isDrawn = stderr.isTTY === true
  let height = 0
  const told = new Map<string, string>()
  return {
    isDrawn,
    show(table, changed) {
      if (isDrawn) {
        stderr.write(`${height === 0 ? '' : `\u001b[${height}A\u001b[0J`}${table}\n`)
        height = table.split('\n').length
        return
      }
      for (const { id, state } of changed) {
        if (told.get(id) !== state) stderr.write(`Item ${id} is ${state}.\n`)
        told.set(id, state)
      }
    },
  }
}

function formatStates(
  { stderr }: Terminal,
  items: readonly WatchedItem[],
  states: ReadonlyMap<string, ItemState>,
  columns: readonly string[],
): string {
  const rows = items.map(({ id, cells }) => {
    const item = states.get(id)
    return [id, ...cells, item?.state ?? '', item?.associatedRunId ?? '-', item?.reason ?? '']
  })
  return formatTable(stderr, ['ITEM', ...columns, 'STATE', 'RUN', 'REASON'], rows)
}

function countStates(states: ReadonlyMap<string, ItemState>): string {
  const counts = new Map<string, number>()
  for (const { state } of states.values()) counts.set(state, (counts.get(state) ?? 0) + 1)
  return [...counts].map(([state, count]) => `${count} ${state}`).join(', ')
}

function hasAllFinished(states: ReadonlyMap<string, ItemState>): boolean {
  return [...states.values()].every(({ state }) => state === 'finished')
}
