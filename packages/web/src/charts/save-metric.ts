import type { QueryClient } from '@tanstack/react-query'
import { saveTextFile } from '../components/save-file.ts'
import { formatCsv } from './csv.ts'
import { historyLoaderOf } from './history-loader.ts'
import type { MetricChoice } from './use-metric-points.ts'

/** The most rows that the server gives in one answer. */
const ROWS_AT_ONCE = 100_000

/** Saves every value of a metric as CSV, those too that were too close together to be drawn. Answers with their number. */
export async function saveMetric(
  queryClient: QueryClient,
  { path, metric, axis }: MetricChoice,
  lastStep: number,
): Promise<number> {
  const keys = [...new Set(['_step', axis, metric])]
  const rows: (readonly (string | number)[])[] = []
  for (let minStep = 0; minStep <= lastStep; minStep += ROWS_AT_ONCE) {
    const range = { minStep, maxStep: minStep + ROWS_AT_ONCE - 1 }
    const part = await historyLoaderOf(queryClient).load(path, { keys, samples: ROWS_AT_ONCE, ...range })
    for (const row of part.rows) rows.push(keys.map((key) => cellOf(row[key])))
  }
  saveTextFile(`${path.run}-${metric.replaceAll(/[^\w.-]+/gu, '-')}.csv`, formatCsv(keys, rows), 'text/csv')
  return rows.length
}

function cellOf(value: unknown): string | number {
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value ?? null)
}
