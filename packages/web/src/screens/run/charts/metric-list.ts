/** Metrics whose names begin alike. */
export interface MetricSection {
  /** What stands before the first slash; empty for names without one. */
  readonly name: string
  readonly metrics: readonly string[]
}

/** The metrics of a run that are numbers, in the order of their names, from the answer to `historyKeys`. */
export function listMetrics(historyKeys: unknown): readonly string[] {
  const keys = (
    historyKeys as { readonly keys?: Readonly<Record<string, { readonly previousValue?: unknown }>> } | null
  )?.keys
  return Object.entries(keys ?? {})
    .filter(([name, { previousValue }]) => !name.startsWith('_') && isNumber(previousValue))
    .map(([name]) => name)
    .toSorted(compareNames)
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || value === 'NaN' || value === 'Infinity' || value === '-Infinity'
}

const { compare: compareNames } = new Intl.Collator('en', { numeric: true })

/** Puts metrics into sections; those without a slash come first. */
export function groupMetrics(metrics: readonly string[]): readonly MetricSection[] {
  const sections = new Map<string, string[]>()
  for (const metric of metrics) {
    const slash = metric.indexOf('/')
    const name = slash > 0 ? metric.slice(0, slash) : ''
    const section = sections.get(name) ?? []
    if (section.length === 0) sections.set(name, section)
    section.push(metric)
  }
  return [...sections]
    .map(([name, names]) => ({ name, metrics: names }))
    .toSorted((left, right) => compareNames(left.name, right.name))
}
