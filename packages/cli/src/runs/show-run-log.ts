import { setTimeout as sleep } from 'node:timers/promises'
import { CliRunLogDocument, type CliRunLogQuery } from '@slipway/api'
import { InvalidInputError, NotFoundError } from '@slipway/core'
import { createColourFilter } from '../colour-filter.ts'
import type { CommandResult } from '../command-result.ts'
import { type Connection, connect } from '../connection.ts'
import { startStatusLine } from '../status-line.ts'
import type { Terminal } from '../terminal.ts'
import { findRunPlace, type RunPlace, type RunPlaceOptions } from './find-run.ts'

const PAGE_SIZE = 1000
const FIRST_DELAY_MS = 200
const MAX_DELAY_MS = 2000
const PATIENCE = { attempts: 8 }
const LIVE_STATES: ReadonlySet<string> = new Set(['pending', 'running', 'preempting'])

/** Options of `slipway run logs`. */
export interface RunLogOptions extends RunPlaceOptions {
  readonly follow?: boolean
  readonly tail?: string
}

type RunLog = NonNullable<NonNullable<CliRunLogQuery['project']>['run']>

/** Prints the console output that a run has sent; with `follow` until the run has ended. */
export async function showRunLog(
  terminal: Terminal,
  id: string,
  options: RunLogOptions,
): Promise<CommandResult | number> {
  const tail = readTail(options.tail)
  const connection = await connect(terminal)
  const place = await findRunPlace(connection, id, options)
  const filter = createColourFilter(terminal.environment)
  const lines: string[] = []
  const write = (line: string): void => {
    if (options.json === true) lines.push(line)
    else terminal.stdout.write(`${filter(line)}\n`)
  }
  using status = startStatusLine(terminal, 'reading the log')
  const last = await printLog(connection, place, { tail, isFollowed: options.follow === true }, (line) => {
    status.clear()
    write(line)
  })
  status.clear()
  if (options.json === true) {
    const { entityName, projectName, runName } = place
    return { document: { run: `${entityName}/${projectName}/${runName}`, state: last.state, lines }, text: '' }
  }
  if ((last.logLineCount ?? 0) === 0) {
    const item = last.runQueueItem
    terminal.stderr.write(
      item === null
        ? 'The run has sent no output.\n'
        : `The run has sent no output. What its program printed: slipway item logs ${item.id}\n`,
    )
  }
  return 0
}

async function printLog(
  { api }: Connection,
  place: RunPlace,
  how: { readonly tail: number | null; readonly isFollowed: boolean },
  write: (line: string) => void,
): Promise<RunLog> {
  let after: string | null = null
  let isFirst = true
  let delayMs = FIRST_DELAY_MS
  for (;;) {
    const part = isFirst && how.tail !== null ? { last: how.tail } : { first: PAGE_SIZE, after }
    const answer: CliRunLogQuery = await api.request(CliRunLogDocument, { ...place, ...part }, { retry: PATIENCE })
    const run = answer.project?.run ?? null
    if (run === null) throw new NotFoundError(`Cannot read the log of run "${place.runName}": it was deleted.`)
    const edges = run.logLines?.edges ?? []
    for (const { node } of edges) if (node !== null) write(node.line.replace(/\n$/, ''))
    after = edges.at(-1)?.cursor ?? after
    isFirst = false
    if (run.logLines?.pageInfo.hasNextPage === true) continue
    const isOver = run.state === null || !LIVE_STATES.has(run.state)
    if (!how.isFollowed || (isOver && edges.length === 0)) return run
    delayMs = edges.length > 0 ? FIRST_DELAY_MS : Math.min(MAX_DELAY_MS, delayMs * 1.3)
    await sleep(delayMs)
  }
}

function readTail(text: string | undefined): number | null {
  if (text === undefined) return null
  const count = Number(text)
  if (Number.isSafeInteger(count) && count >= 1 && count <= 10_000) return count
  throw new InvalidInputError(`Cannot show the last "${text}" lines: give a whole number from 1 to 10000 with --tail.`)
}
