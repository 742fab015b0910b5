import { InvalidInputError, nearestName } from '@slipway/core'
import { showState } from '../show-state.ts'
import { showAge, showDuration } from '../show-time.ts'
import { showMetric, showValue } from '../show-value.ts'
import type { OutputStream } from '../terminal.ts'
import type { ListedRun } from './listed-run.ts'
import { readRunConfig, readSummary, valueAt } from './run-tree.ts'
import { runFieldOf } from './where-condition.ts'

/** A column of the list of runs. */
export interface RunColumn {
  readonly title: string
  /** The order of the API by this column; null for one that runs cannot be sorted by. */
  readonly order: string | null
  readonly show: (run: ListedRun, place: { readonly stdout: OutputStream; readonly now: number }) => string
}

const KNOWN: Readonly<Record<string, RunColumn>> = {
  run: { title: 'RUN', order: 'name', show: (run) => run.name },
  name: { title: 'NAME', order: 'display_name', show: (run) => run.displayName ?? '-' },
  state: { title: 'STATE', order: 'state', show: (run, { stdout }) => showState(stdout, run.state ?? '-') },
  job: {
    title: 'JOB',
    order: 'job_version',
    show: ({ jobVersion: job }) => (job === null ? '-' : `${job.name}:${job.version}`),
  },
  project: {
    title: 'PROJECT',
    order: 'project',
    show: ({ project }) => (project === null ? '-' : `${project.entityName}/${project.name}`),
  },
  created: { title: 'STARTED', order: 'created_at', show: (run, { now }) => showAge(run.createdAt, now) },
  duration: {
    title: 'RAN FOR',
    order: 'duration',
    show: (run) => showDuration(Date.parse(run.endedAt ?? run.heartbeatAt ?? '') - Date.parse(run.createdAt ?? '')),
  },
  user: { title: 'USER', order: 'username', show: (run) => run.user?.username ?? '-' },
  tags: { title: 'TAGS', order: 'tags', show: (run) => run.tags?.join(', ') ?? '' },
  group: { title: 'GROUP', order: 'group', show: (run) => run.group ?? '-' },
  host: { title: 'HOST', order: 'host', show: (run) => run.host ?? '-' },
  exit: { title: 'EXIT', order: null, show: (run) => (run.exitcode === null ? '-' : String(run.exitcode)) },
}

/** The columns that a list of runs has by itself. */
export const DEFAULT_COLUMNS: readonly string[] = ['run', 'name', 'state', 'job', 'project', 'created', 'duration']

/** Reads the names of columns, `config.lr,summary.loss,user`. Throws InvalidInputError with the nearest name. */
export function readColumns(text: string): readonly RunColumn[] {
  return text
    .split(/(?<!\\),/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(readColumn)
}

/** The order of the API that `created`, `-summary.loss` or `config.lr` names. Throws InvalidInputError. */
export function readOrder(text: string): string {
  const isDescending = text.startsWith('-')
  const name = text.replace(/^[+-]/, '')
  const { order } = readColumn(name)
  if (order === null) throw new InvalidInputError(`Cannot sort runs by "${name}": they have no order by it.`)
  return `${isDescending ? '-' : '+'}${order}`
}

function readColumn(name: string): RunColumn {
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined
  if (known !== undefined) return known
  if (/^(config|summary)\../.test(name)) {
    const path = name.slice(name.indexOf('.') + 1)
    return {
      title: path.toUpperCase(),
      order: runFieldOf(name),
      show: (run) =>
        name.startsWith('config.')
          ? showValue(valueAt(readRunConfig(run.config), path))
          : showMetric(valueAt(readSummary(run.summaryMetrics), path)),
    }
  }
  const names = Object.keys(KNOWN)
  const near = nearestName(name, names)
  throw new InvalidInputError(
    `Cannot show or sort runs by "${name}": there is no such column. ${
      near === null ? `Give ${names.join(', ')}, config.INPUT or summary.METRIC.` : `Did you mean "${near}"?`
    }`,
  )
}
