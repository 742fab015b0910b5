import type { FormRow } from './form-row.ts'

/** Which rows are wanted. */
export interface RowFilter {
  readonly search: string
  readonly onlyChanged: boolean
  readonly onlyErrors: boolean
}

/** What is needed to tell which rows are wanted. */
export interface RowFacts {
  readonly isChanged: (row: Extract<FormRow, { readonly address: unknown }>) => boolean
  readonly hasProblem: (row: FormRow) => boolean
}

export function isFiltering({ search, onlyChanged, onlyErrors }: RowFilter): boolean {
  return search.trim() !== '' || onlyChanged || onlyErrors
}

/** The rows that pass, with the groups and sections that hold them. */
export function filterRows(rows: readonly FormRow[], filter: RowFilter, facts: RowFacts): readonly FormRow[] {
  if (!isFiltering(filter)) return rows
  const words = filter.search.trim().toLowerCase().split(/\s+/u).filter(Boolean)
  const kept: FormRow[] = []
  const inBadLists = filter.onlyErrors ? listBelowBadLists(rows, facts) : NO_ROWS
  // From the end, so that what holds a wanted row is known to be wanted when it comes. Nothing yet: no depth is.
  let wanted = NOTHING
  for (const row of rows.toReversed()) {
    const depth = depthOf(row)
    const isHolder = row.kind === 'section' || row.kind === 'group' || row.kind === 'list'
    const holdsWanted = isHolder && wanted !== NOTHING && depth < wanted
    const isKept = holdsWanted || inBadLists.has(row) || matches(row, words, filter, facts)
    if (isKept) kept.push(row)
    if (row.kind === 'section') wanted = NOTHING
    else if (isKept) wanted = depth
  }
  return kept.toReversed()
}

const NOTHING = Number.POSITIVE_INFINITY
const NO_ROWS: ReadonlySet<FormRow> = new Set()

// A list that is wrong as a whole, such as one with too few elements, is mended by its elements.
function listBelowBadLists(rows: readonly FormRow[], facts: RowFacts): ReadonlySet<FormRow> {
  const below = new Set<FormRow>()
  let depth = NOTHING
  for (const row of rows) {
    if (row.kind === 'section' || depthOf(row) <= depth) depth = NOTHING
    else below.add(row)
    if (depth === NOTHING && row.kind === 'list' && facts.hasProblem(row)) depth = row.depth
  }
  return below
}

function depthOf(row: FormRow): number {
  if (row.kind === 'section') return -1
  if (row.kind === 'add-element') return row.holder.depth + 1
  if (row.kind === 'add-key') return 'kind' in row.holder ? row.holder.depth + 1 : 0
  return 'depth' in row ? row.depth : 0
}

function matches(row: FormRow, words: readonly string[], filter: RowFilter, facts: RowFacts): boolean {
  if (row.kind === 'text') return !filter.onlyErrors || facts.hasProblem(row)
  // What is wrong with a section as a whole is told at its head.
  if (row.kind === 'section') return filter.onlyErrors && words.length === 0 && facts.hasProblem(row)
  if (!('address' in row)) return false
  if (filter.onlyErrors && !facts.hasProblem(row)) return false
  // A list is changed by the loss of an element too, which then has no row.
  if (filter.onlyChanged && (row.kind === 'group' || !facts.isChanged(row))) return false
  if (words.length === 0) return row.kind !== 'group' || filter.onlyErrors
  const text = `${row.id} ${row.label} ${row.shape.title ?? ''} ${row.shape.description ?? ''}`.toLowerCase()
  return words.every((word) => text.includes(word))
}
