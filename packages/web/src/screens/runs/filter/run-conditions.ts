import type { RunFilter, RunsSearch } from '../runs-search.ts'
import { fieldOf } from './filter-fields.ts'

type Condition = Readonly<Record<string, unknown>>

/** The conditions of an address as the API takes them, JSON text in the style of MongoDB; null where there are none. */
export function buildRunConditions(
  { q, state, filters }: Pick<RunsSearch, 'q' | 'state' | 'filters'>,
  more: readonly Condition[] = [],
): string | null {
  const conditions: Condition[] = []
  if (q !== undefined && q !== '') {
    const part = { $regex: escapeText(q) }
    conditions.push({ $or: [{ displayName: part }, { name: part }] })
  }
  if (state !== undefined && state.length > 0) conditions.push({ state: { $in: state } })
  for (const filter of filters ?? []) conditions.push(buildCondition(filter))
  conditions.push(...more)
  return conditions.length === 0 ? null : JSON.stringify({ $and: conditions })
}

/** The condition of one filter. */
function buildCondition([name, operator, value]: RunFilter): Condition {
  const given = readValue(name, value)
  switch (operator) {
    case 'isNot':
      return { [name]: Array.isArray(given) ? { $nin: given } : { $ne: given } }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return { [name]: { [`$${operator}`]: given } }
    case 'contains':
      return { [name]: { $regex: escapeText(String(value)) } }
    case 'exists':
      return { [name]: { $exists: true } }
    case 'missing':
      return { [name]: { $exists: false } }
    default:
      return { [name]: Array.isArray(given) ? { $in: given } : given }
  }
}

/** What was typed for a value of config or summary is a number, a switch or a text, as it looks; in quotes it is a text. */
function readValue(name: string, value: RunFilter[2]): unknown {
  const { kind } = fieldOf(name)
  if (kind === 'number') return Number(value)
  if (kind !== 'value' || typeof value !== 'string') return value
  const text = value.trim()
  if (text === 'true' || text === 'false') return text === 'true'
  if (text !== '' && !Number.isNaN(Number(text))) return Number(text)
  return /^".*"$/u.test(text) ? text.slice(1, -1) : text
}

/** The API's expressions hold literal text, with what would mean something else escaped. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\.*+?()[\]{}|^$]/gu, String.raw`\$&`)
}
