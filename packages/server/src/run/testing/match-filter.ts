/** A run as a plain interpreter of filters sees it; null and missing are the same. */
export interface PlainRun {
  readonly name: string
  readonly state: string
  readonly display_name: string
  readonly group: string | null
  readonly tags: readonly string[]
  readonly config: Readonly<Record<string, unknown>>
  readonly summary_metrics: Readonly<Record<string, unknown>>
}

type Filter = Readonly<Record<string, unknown>>

/**
 * Tells whether a run meets a filter in the client's form, by looking at the run alone: what the server has to answer
 * with its indexes. Values of different types are never equal and have no order; null is as good as missing.
 */
export function matchesFilter(run: PlainRun, filter: Filter): boolean {
  return Object.entries(filter).every(([name, value]) => {
    if (name === '$and') return asFilters(value).every((part) => matchesFilter(run, part))
    if (name === '$or') return asFilters(value).some((part) => matchesFilter(run, part))
    if (name === '$nor') return !asFilters(value).some((part) => matchesFilter(run, part))
    if (name === '$not') return !matchesFilter(run, asFilter(value))
    return matchesField(readField(run, name), value)
  })
}

function matchesField(held: unknown, condition: unknown): boolean {
  if (!isOperators(condition)) return isEqual(held, condition)
  const options = condition['$options'] === 'i' ? 'isu' : 'su'
  return Object.entries(condition).every(([operator, operand]) => applyOperator(held, operator, operand, options))
}

function applyOperator(held: unknown, operator: string, operand: unknown, options: string): boolean {
  switch (operator) {
    case '$eq':
      return isEqual(held, operand)
    case '$ne':
      return !isEqual(held, operand)
    case '$in':
      return asList(operand).some((item) => isEqual(held, item))
    case '$nin':
      return !asList(operand).some((item) => isEqual(held, item))
    case '$gt':
      return compare(held, operand, (order) => order > 0)
    case '$gte':
      return compare(held, operand, (order) => order >= 0)
    case '$lt':
      return compare(held, operand, (order) => order < 0)
    case '$lte':
      return compare(held, operand, (order) => order <= 0)
    case '$exists':
      return (operand !== false) === !isMissing(held)
    case '$regex':
      return isText(held) && new RegExp(String(operand), options).test(String(held))
    case '$options':
      return true
    case '$not':
      return !matchesField(held, operand)
    default:
      throw new Error(`The interpreter knows no operator ${operator}`)
  }
}

function readField(run: PlainRun, name: string): unknown {
  const [root = '', ...keys] = name.split('.')
  if (root === 'tags') return run.tags.length === 0 ? undefined : new Set(run.tags)
  if (root !== 'config' && root !== 'summary_metrics') return run[root as keyof PlainRun]
  const path = root === 'config' && keys[1] === 'value' ? [keys[0] ?? '', ...keys.slice(2)] : keys
  return path.reduce<unknown>(
    (value, key) => (isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    run[root],
  )
}

function isEqual(held: unknown, value: unknown): boolean {
  if (value === null) return isMissing(held)
  if (held instanceof Set) return held.has(value)
  return typeof held === typeof value && JSON.stringify(held) === JSON.stringify(value)
}

function compare(held: unknown, value: unknown, isWanted: (order: number) => boolean): boolean {
  if (typeof held === 'number' && typeof value === 'number') return isWanted(held - value)
  if (typeof held !== 'string' || typeof value !== 'string') return false
  return isWanted(held < value ? -1 : Number(held > value))
}

function isMissing(held: unknown): boolean {
  return held === undefined || held === null
}

/** What has one text in all databases. */
function isText(held: unknown): boolean {
  return typeof held === 'string' || typeof held === 'number' || typeof held === 'boolean'
}

function isOperators(value: unknown): value is Filter {
  return isPlainObject(value) && Object.keys(value).some((key) => key.startsWith('$'))
}

function isPlainObject(value: unknown): value is Filter {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('The interpreter was given no list')
  return value
}

function asFilter(value: unknown): Filter {
  if (!isPlainObject(value)) throw new Error('The interpreter was given no filter')
  return value
}

function asFilters(value: unknown): readonly Filter[] {
  return asList(value).map(asFilter)
}
