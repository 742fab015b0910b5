import { setTimeout as wait } from 'node:timers/promises'
import { CliSweepDetailsDocument, type CliSweepDetailsQuery } from '@slipway/api'
import {
  flattenInputs,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  NotFoundError,
  parseSweepConfig,
} from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { connect, type Connection } from '../connection.ts'
import { nameOfPriority } from '../launch/build-launch.ts'
import { showState } from '../show-state.ts'
import { showAge } from '../show-time.ts'
import { showMetric, showValue } from '../show-value.ts'
import { formatFields, formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { findSweep, type ListedSweep, type SweepPlaceOptions } from './find-sweep.ts'
import { showCount } from './list-sweeps.ts'

type Sweep = NonNullable<NonNullable<CliSweepDetailsQuery['project']>['sweep']>
type Point = NonNullable<Sweep['points']['edges'][number]['node']>

const MAX_ROWS = 50
const WAIT_MS = 1000

/** Options of `slipway sweep show`. */
export interface ShowSweepOptions extends SweepPlaceOptions {
  /** Wait until the sweep has ended. */
  readonly wait?: boolean
}

/** Shows a sweep, and each of its points with the values, the run, and the metric. */
export async function showSweep(terminal: Terminal, id: string, options: ShowSweepOptions): Promise<CommandResult> {
  const connection = await connect(terminal)
  const found = await findSweep(connection, id, options)
  const place = {
    entityName: found.project?.entityName ?? '',
    projectName: found.project?.name ?? '',
    name: found.name,
  }
  if (options.wait === true) await untilEnded(connection, found)
  const { sweep, points } = await readSweep(connection, place)
  const { agents, points: _points, ...rest } = sweep
  const table = formatPoints(terminal, sweep, points)
  return {
    document: { ...rest, agents: agents.edges.flatMap(({ node }) => node ?? []), points },
    text: [formatFields(terminal.stdout, describe(terminal, sweep)), ...(table === '' ? [] : [table])].join('\n\n'),
  }
}

/** Waits until a sweep has ended. */
async function untilEnded(connection: Connection, found: ListedSweep): Promise<void> {
  const path = `${found.project?.entityName ?? ''}/${found.project?.name ?? ''}/${found.name}`
  for (;;) {
    const { state } = await findSweep(connection, path, {})
    if (state !== 'PENDING' && state !== 'RUNNING' && state !== 'PAUSED') return
    await wait(WAIT_MS)
  }
}

async function readSweep(
  { api }: Connection,
  place: { readonly entityName: string; readonly projectName: string; readonly name: string },
): Promise<{ readonly sweep: Sweep; readonly points: readonly Point[] }> {
  const points: Point[] = []
  let after: string | null = null
  for (;;) {
    const answer: CliSweepDetailsQuery = await api.request(CliSweepDetailsDocument, { ...place, after })
    const sweep = answer.project?.sweep ?? null
    if (sweep === null) throw new NotFoundError(`Cannot find sweep "${place.name}": it was deleted just now.`)
    for (const { node } of sweep.points.edges) if (node !== null) points.push(node)
    after = sweep.points.pageInfo.hasNextPage ? sweep.points.pageInfo.endCursor : null
    if (after === null) return { sweep, points }
  }
}

function describe({ stdout }: Terminal, sweep: Sweep): readonly (readonly [string, string | null])[] {
  const { launch, bestRun } = sweep
  const live = sweep.agents.edges.filter(({ node }) => node?.state === 'RUNNING').length
  const priority = launch?.priority ?? null
  return [
    ['Sweep', `${sweep.project?.entityName ?? ''}/${sweep.project?.name ?? ''}/${sweep.name}`],
    ['Name', sweep.displayName],
    ['Description', sweep.description],
    ['State', showState(stdout, sweep.state.toLowerCase())],
    ['Reason', sweep.reason],
    ['Method', sweep.method],
    ['Points', showCount(sweep)],
    ['Best', bestRun === null ? null : `${showMetric(sweep.bestLoss ?? undefined)} by run ${bestRun.name}`],
    ['Job', launch?.job ?? null],
    ['Queue', launch === null ? null : `${launch.queue}, at most ${launch.maxItems} at once`],
    ['Priority', priority === null ? null : nameOfPriority(priority)],
    ['Agents', launch === null ? String(live) : null],
    ['Created', `${showAge(sweep.createdAt, Date.now())} by ${sweep.user?.username ?? ''}`],
  ]
}

function formatPoints({ stdout }: Terminal, sweep: Sweep, points: readonly Point[]): string {
  const shown = points.slice(-MAX_ROWS)
  if (shown.length === 0) return ''
  const names = columnsOf(sweep, shown)
  const metric = parseSweepConfig(sweep.config).config.metric?.name ?? null
  const rows = shown.map((point) => {
    const values = valuesOf(point)
    return [
      String(point.number),
      ...names.map((name) => showValue(values.get(name))),
      ...(metric === null ? [] : [showMetric(point.metric ?? undefined)]),
      showState(stdout, stateOf(point)),
      point.run?.name ?? '-',
      point.runQueueItem?.id ?? '-',
      point.reason ?? '',
    ]
  })
  const header = ['POINT', ...names, ...(metric === null ? [] : [metric]), 'STATE', 'RUN', 'ITEM', 'REASON']
  const table = formatTable(stdout, header, rows)
  const left = points.length - shown.length
  return left === 0 ? table : `${table}\nThese are the last ${shown.length} of ${points.length} points; --json has all.`
}

/** Constants are the same in every row. */
function columnsOf(sweep: Sweep, points: readonly Point[]): readonly string[] {
  const { parameters } = parseSweepConfig(sweep.config).config
  const fixed = new Set(
    parameters.filter(({ distribution }) => distribution.kind === 'constant').map(({ path }) => path.join('.')),
  )
  return [...new Set(points.flatMap((point) => [...valuesOf(point).keys()]))].filter((name) => !fixed.has(name))
}

function valuesOf(point: Point): ReadonlyMap<string, JsonValue> {
  const tree: JsonObject = isJsonObject(point.values) ? point.values : {}
  return new Map(flattenInputs(tree).map(({ path, value }) => [path.join('.'), value]))
}

/** What became of a point: the state of its run, or of its item, where it has one. */
function stateOf(point: Point): string {
  if (point.state === 'skipped' || point.state === 'refused') return point.state
  return point.run?.state ?? point.runQueueItem?.state ?? point.state
}
