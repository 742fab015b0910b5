import { isJsonObject, parseJson, type JsonObject } from '@slipway/core'

/** The rows of a run's system metrics, from lines of JSON text. Lines that are none are passed over. */
export function readEvents(lines: readonly string[]): readonly JsonObject[] {
  return lines.flatMap((line) => {
    try {
      const row = parseJson(line)
      return isJsonObject(row) ? [row] : []
    } catch {
      return []
    }
  })
}

/** System metrics that belong together. */
export interface SystemSection {
  readonly name: string
  /** Their keys in the rows, such as `system.gpu.0.temp`. */
  readonly keys: readonly string[]
}

/** All system metrics, by what they are of: `system.gpu.0.temp` is of the GPU. */
export function groupSystemMetrics(rows: readonly JsonObject[]): readonly SystemSection[] {
  const sections = new Map<string, Set<string>>()
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      if (!key.startsWith('system.') || typeof value !== 'number') continue
      const name = key.split(/[._]/u)[1] ?? ''
      const keys = sections.get(name) ?? new Set()
      sections.set(name, keys.add(key))
    }
  }
  return [...sections]
    .map(([name, keys]) => ({ name, keys: [...keys].toSorted(compare) }))
    .toSorted((left, right) => compare(left.name, right.name))
}

const { compare } = new Intl.Collator('en', { numeric: true })
