import { CliItemsDocument } from '@slipway/api'
import { InvalidInputError, NotFoundError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { listRefusedLaunches } from './list-refused-launches.ts'

const MAX_LISTED = 1000

/** Options of `slipway item list`. */
export interface ListItemsOptions extends CommonOptions {
  readonly entity?: string
  readonly state?: string
  readonly limit: string
  readonly refused?: boolean
}

/** Lists run queue items, or the launches that were refused. */
export async function listItems(terminal: Terminal, options: ListItemsOptions): Promise<CommandResult> {
  const first = readLimit(options.limit)
  const { api, caller } = await connect(terminal)
  const entityName = options.entity ?? caller.entityName
  if (options.refused === true) return listRefusedLaunches(terminal, api, { entityName, first })
  const states = options.state === undefined ? null : [options.state]
  const { entity } = await api.request(CliItemsDocument, { entityName, states, first })
  if (entity === null) {
    throw new NotFoundError(`Cannot list items of "${entityName}": there is no such entity that you belong to.`)
  }
  const items = entity.runQueueItems?.edges.flatMap(({ node }) => (node === null ? [] : [node])) ?? []
  const now = Date.now()
  const rows = items.map((item) => [
    item.id,
    item.state,
    item.jobPath ?? '',
    item.runQueue?.name ?? '',
    item.associatedRunId ?? '-',
    showAge(item.createdAt, now),
    item.reason ?? '',
  ])
  const what = options.state === undefined ? 'No run queue items yet' : `No run queue items are ${options.state}`
  return {
    document: items,
    text:
      rows.length === 0
        ? `${what}. Launch a job with: slipway launch JOB`
        : formatTable(terminal.stdout, ['ITEM', 'STATE', 'JOB', 'QUEUE', 'RUN', 'ASKED', 'REASON'], rows),
  }
}

function readLimit(text: string): number {
  const limit = Number(text)
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LISTED) return limit
  throw new InvalidInputError(
    `Cannot list ${JSON.stringify(text)} items: give a whole number from 1 to ${MAX_LISTED} with --limit.`,
  )
}
