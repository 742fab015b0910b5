import { InvalidInputError, type JsonObject } from '@slipway/core'
import { createConfigView } from './config-view.ts'
import { createMetricLog } from './metric-log.ts'
import type { Run } from './run.ts'
import type { RowTexts } from './row.ts'
import { createRunConfig } from './run-config.ts'
import { createRunSummary } from './run-summary.ts'

/** A run that leaves no trace, but takes and refuses the same as any other. */
export function createDisabledRun(
  runId: string,
  configs: { readonly given: JsonObject; readonly overrides: JsonObject },
  hooks: { readonly warn: (message: string) => void; readonly onEnd: () => void },
): Run<object> {
  const config = createRunConfig(configs.given, configs.overrides, { warn: hooks.warn, onChange: () => undefined })
  const texts: RowTexts = new Map()
  let isOver = false
  const metrics = createMetricLog({
    summary: texts,
    startedAt: Date.now(),
    firstStep: 0,
    earlierSeconds: 0,
    onLine: () => undefined,
    onLate: () => undefined,
  })
  const finish = (): Promise<void> => {
    if (!isOver) hooks.onEnd()
    isOver = true
    return Promise.resolve()
  }
  return {
    id: runId,
    name: null,
    project: null,
    entity: null,
    path: runId,
    folder: null,
    isResumed: false,
    config: createConfigView(() => config),
    summary: createRunSummary(texts, () => undefined),
    log(values, options) {
      if (isOver)
        throw new InvalidInputError(`Cannot log to run "${runId}": it has finished. Start another with init().`)
      metrics.log(values, options)
    },
    updateConfig: (values, options = {}) => config.update(values, options),
    finish,
    [Symbol.asyncDispose]: finish,
  }
}
