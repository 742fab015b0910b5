import { isJsonObject, parseJson, type JsonObject, type JsonValue } from '@slipway/core'

/** What a program said about its metrics by `define_metric`. */
export interface DefinedMetrics {
  /** The metric that another one is drawn over; null where the program named none. */
  stepMetricOf(metric: string): string | null
  isHidden(metric: string): boolean
}

/**
 * Reads the metric definitions of a run, the value `m` of its internal config: a list of objects by the field numbers of
 * the client's MetricRecord, 1 name, 2 glob name, 4 step metric, 5 step metric as a place in the list from 1 on,
 * 6 options, of which 2 is "hidden". Source: wandb client protocol.
 */
export function readDefinedMetrics(internalConfig: string | null | undefined): DefinedMetrics {
  const entries = readEntries(internalConfig)
  const find = (metric: string): JsonObject | undefined =>
    entries.find((entry) => entry['1'] === metric) ?? entries.find((entry) => matchesGlob(entry['2'], metric))
  return {
    stepMetricOf(metric) {
      const entry = find(metric)
      if (entry === undefined) return null
      const place = entry['5']
      const name = typeof place === 'number' ? entries[place - 1]?.['1'] : entry['4']
      return typeof name === 'string' && name !== metric ? name : null
    },
    isHidden(metric) {
      const options = find(metric)?.['6']
      return Array.isArray(options) && options.includes(HIDDEN)
    },
  }
}

const HIDDEN = 2

function readEntries(text: string | null | undefined): readonly JsonObject[] {
  const config = text === null || text === undefined ? null : parseJson(text)
  const list = isJsonObject(config) ? config['m'] : undefined
  return Array.isArray(list) ? list.filter((entry) => isJsonObject(entry)) : []
}

/** The client takes a star at the end of a name only. */
function matchesGlob(glob: JsonValue | undefined, metric: string): boolean {
  return typeof glob === 'string' && glob.endsWith('*') && metric.startsWith(glob.slice(0, -1))
}
