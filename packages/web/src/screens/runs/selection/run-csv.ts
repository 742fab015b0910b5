import { formatCsv } from '../../../charts/csv.ts'
import type { RunRow } from '../api/runs.ts'
import { cellText, type RunColumn } from '../columns/run-column.ts'

/** What the table shows of runs as CSV (RFC 4180); values in full, times in ISO 8601, durations in seconds. */
export function runsToCsv(rows: readonly RunRow[], columns: readonly RunColumn[], values: readonly string[]): string {
  return formatCsv(
    columns.map(({ id, label, from }) => (from === 'run' ? label : id)),
    rows.map((row) => columns.map((column) => cellText(row, column, values))),
  )
}
