import { InvalidInputError } from '@slipway/core'
import { addToRow, formatRow, type LogValues, type RowTexts } from './row.ts'
import { formatSummary } from './run-summary.ts'
import type { LogOptions } from './run.ts'

/** Counts steps and puts values together to history lines and to the summary. */
export interface MetricLog {
  log(values: LogValues, options: LogOptions | undefined): void
  /** Ends a step that was begun with a number of its own. */
  flush(): void
  /** The summary's JSON text. */
  formatSummary(): string
}

/** Makes the log of a run. `onLine` gets each history line; `onLate` is called once when a step was over already. */
export function createMetricLog(hooks: {
  /** The texts of the summary's values, which are written here. */
  readonly summary: RowTexts
  readonly startedAt: number
  readonly firstStep: number
  readonly earlierSeconds: number
  readonly onLine: (line: string) => void
  readonly onLate: (step: number, next: number) => void
}): MetricLog {
  const { onLine, startedAt, earlierSeconds, summary } = hooks
  let row: RowTexts = new Map()
  let next = hooks.firstStep
  let last = { step: next - 1, runtimeSeconds: earlierSeconds, timestamp: startedAt / 1000 }
  let isLateKnown = false
  let clockMs = 0
  let clockText = ''

  function commit(): void {
    const nowMs = Math.floor(performance.timeOrigin + performance.now())
    // Writing numbers as text is most of the work, and many steps may fall into one millisecond.
    if (nowMs !== clockMs) {
      clockMs = nowMs
      last = {
        step: next,
        runtimeSeconds: earlierSeconds + Math.max(0, nowMs - startedAt) / 1000,
        timestamp: nowMs / 1000,
      }
      clockText = `"_runtime":${last.runtimeSeconds},"_timestamp":${last.timestamp}`
    }
    last.step = next
    onLine(formatRow(row, next, clockText))
    for (const [name, text] of row) summary.set(name, text)
    next += 1
    row = new Map()
  }

  function isOver(step: number): boolean {
    if (step >= next) return false
    if (!isLateKnown) hooks.onLate(step, next)
    isLateKnown = true
    return true
  }

  return {
    log(values, options) {
      const step = options?.step
      if (step === undefined) {
        addToRow(row, values)
        commit()
        return
      }
      if (!Number.isSafeInteger(step) || step < 0) {
        throw new InvalidInputError(`Cannot log at step ${String(step)}: a step is a whole number from 0 on.`)
      }
      if (isOver(step)) return
      if (step > next) {
        if (row.size > 0) commit()
        next = step
      }
      addToRow(row, values)
    },
    flush() {
      if (row.size > 0) commit()
    },
    formatSummary: () => formatSummary(summary, last),
  }
}
