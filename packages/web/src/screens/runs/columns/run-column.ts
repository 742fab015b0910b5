import type { JsonValue } from '@slipway/core'
import { formatDuration } from '../../../components/format-duration.ts'
import type { RunRow } from '../api/runs.ts'
import { valueLabel } from '../filter/filter-fields.ts'

/** A column of the table. */
export interface RunColumn {
  /** The API's name of what it shows; runs are sorted and grouped by it. */
  readonly id: string
  readonly label: string
  readonly from: 'run' | 'config' | 'summary'
  /** In pixels, unless it was changed. */
  readonly width: number
  readonly isNumeric: boolean
  readonly canSort: boolean
  readonly canGroup: boolean
}

const run = (
  id: string,
  label: string,
  width: number,
  options: { readonly isNumeric?: boolean; readonly canGroup?: boolean } = {},
): RunColumn => ({
  id,
  label,
  width,
  from: 'run',
  isNumeric: options.isNumeric ?? false,
  canSort: true,
  canGroup: options.canGroup ?? false,
})

/** The first column, which stays in view. */
export const NAME_COLUMN: RunColumn = run('display_name', 'Name', 230)

/** The columns that every run has, beside its name. */
export const SYSTEM_COLUMNS: readonly RunColumn[] = [
  run('state', 'State', 104, { canGroup: true }),
  run('created_at', 'Created', 130),
  run('duration', 'Duration', 110, { isNumeric: true }),
  run('user', 'User', 110, { canGroup: true }),
  run('job_version', 'Job', 150, { canGroup: true }),
  run('project', 'Project', 130, { canGroup: true }),
  run('tags', 'Tags', 150),
  run('group', 'Group', 120, { canGroup: true }),
  run('jobType', 'Job type', 110, { canGroup: true }),
  run('host', 'Host', 130, { canGroup: true }),
  run('name', 'Run id', 120),
]

/** The column of an id; ids of values are `config.KEY` and `summary_metrics.KEY`. */
export function columnOf(id: string): RunColumn | null {
  const system = SYSTEM_COLUMNS.find((column) => column.id === id)
  if (system !== undefined) return system
  const from = id.startsWith('config.') ? 'config' : id.startsWith('summary_metrics.') ? 'summary' : null
  if (from === null) return null
  const width = Math.min(200, Math.max(96, 40 + valueLabel(id).length * 8))
  return { id, label: valueLabel(id), from, width, isNumeric: true, canSort: true, canGroup: true }
}

/** The values that the columns need of each run, in the order of their columns. */
export function valuesOfColumns(columns: readonly RunColumn[]): readonly string[] {
  return columns.filter(({ from }) => from !== 'run').map(({ id }) => id)
}

/** What a value column shows of a run; undefined where it has none. */
export function valueOfRun(row: RunRow, columnId: string, values: readonly string[]): JsonValue | undefined {
  const position = values.indexOf(columnId)
  return position === -1 ? undefined : ((row.values[position] as JsonValue | null) ?? undefined)
}

/** How long a run has run, in milliseconds: until its end, or until it was last heard of. */
export function durationOf(row: RunRow): number | null {
  const end = row.endedAt ?? row.heartbeatAt
  return end == null || row.createdAt == null ? null : Date.parse(end) - Date.parse(row.createdAt)
}

/** The text of a cell, as it is copied; times in ISO 8601, durations in seconds. */
export function cellText(row: RunRow, column: RunColumn, values: readonly string[]): string {
  if (column.from !== 'run') {
    const value = valueOfRun(row, column.id, values)
    return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  }
  switch (column.id) {
    case 'display_name':
      return row.displayName ?? row.name
    case 'created_at':
      return row.createdAt ?? ''
    case 'duration': {
      const duration = durationOf(row)
      return duration === null ? '' : String(duration / 1000)
    }
    case 'tags':
      return (row.tags ?? []).join(', ')
    default:
      return systemText(row, column.id)
  }
}

function systemText(row: RunRow, id: string): string {
  const texts: Readonly<Record<string, string | null | undefined>> = {
    state: row.state,
    user: row.userName,
    job_version: row.jobVersionName,
    project: row.projectName,
    group: row.group,
    jobType: row.jobType,
    host: row.host,
    name: row.name,
  }
  return texts[id] ?? ''
}

/** A number for people: four digits that count, without noise. Other values as they are written. */
export function formatValue(value: JsonValue): string {
  if (typeof value === 'number') return formatNumber(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A number in a few digits. Whole numbers stay whole, unlike on the axis of a chart: a seed is a name. */
export function formatNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  const size = Math.abs(value)
  if (size < 1e-3 || size >= 1e9)
    return value
      .toExponential(3)
      .replace(/\.?0+e\+?/u, 'e')
      .replace('e+', 'e')
  return String(Number(value.toPrecision(5)))
}

/** What an aggregate of a column is, for people. */
export function formatAggregate(columnId: string, value: number): string {
  return columnId === 'duration' ? formatDuration(value * 1000) : formatNumber(value)
}
