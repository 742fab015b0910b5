import type { Caller } from '../connection.ts'
import { showPath, showPlace } from '../entity-choice.ts'
import { showState } from '../show-state.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import type { ItemChoice, ListedItem } from './load-items.ts'

/** Items as a table, or that there are none. */
export function formatItems(
  { stdout }: Terminal,
  caller: Caller,
  items: readonly ListedItem[],
  choice: ItemChoice,
): string {
  if (items.length === 0) return emptyText(choice)
  const now = Date.now()
  const rows = items.map((item) => [
    item.id,
    showState(stdout, stateOf(item)),
    showPath(caller, item.jobPath),
    item.runQueue === null ? '-' : showPlace(caller, item.runQueue.entityName, item.runQueue.name),
    item.associatedRunId ?? '-',
    item.author ?? '-',
    showAge(item.createdAt, now),
    item.reason ?? '',
  ])
  return formatTable(stdout, ['ITEM', 'STATE', 'JOB', 'QUEUE', 'RUN', 'ASKED BY', 'ASKED', 'REASON'], rows)
}

/** The state of an item for a person: one that is asked to stop says so. */
export function stateOf(item: Pick<ListedItem, 'state' | 'stopRequestedAt'>): string {
  return item.state === 'claimed' && item.stopRequestedAt !== null ? 'stopping' : item.state
}

function emptyText(choice: ItemChoice): string {
  const isFiltered = [choice.state, choice.queue, choice.job, choice.author].some((filter) => filter !== undefined)
  if (!isFiltered) return 'No run queue items yet. Launch a job with: slipway launch JOB'
  const states = choice.state === undefined ? '' : ` are ${choice.state.join(' or ')}`
  const from = choice.queue === undefined ? '' : ` in queue "${choice.queue}"`
  const of = choice.job === undefined ? '' : ` of job "${choice.job}"`
  const by = choice.author === undefined ? '' : ` by ${choice.author}`
  return `No run queue items${of}${from}${by}${states}. List all with: slipway item list`
}
