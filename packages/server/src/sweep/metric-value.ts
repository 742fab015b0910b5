import { getInput, isJsonObject, parseJson, type JsonValue, type SweepMetric } from '@slipway/core'

/**
 * The metric in a summary: a number, or what the program has defined as its summary, such as the lowest value. A dotted
 * name is looked for as it is and as nested keys. Null where there is no finite number.
 */
export function readMetric(summaryText: string, metric: SweepMetric): number | null {
  const summary = parseJson(summaryText)
  if (!isJsonObject(summary)) return null
  const value = summary[metric.name] ?? getInput(summary, metric.name.split('.'))
  return toNumber(value, metric)
}

function toNumber(value: JsonValue | undefined, metric: SweepMetric): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (value === undefined || !isJsonObject(value)) return null
  const best = metric.goal === 'minimize' ? 'min' : 'max'
  return toNumber(value[best] ?? value['best'] ?? value['last'] ?? value['mean'], metric)
}

/** Tells whether a value is better than another. */
export function isBetter(value: number, than: number, { goal }: SweepMetric): boolean {
  return goal === 'minimize' ? value < than : value > than
}

/** Tells whether a value reaches the target of the metric. */
export function reachesTarget(value: number, { goal, target }: SweepMetric): boolean {
  if (target === null) return false
  return goal === 'minimize' ? value <= target : value >= target
}
