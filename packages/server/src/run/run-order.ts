import { InvalidInputError } from '@slipway/core'
import { sql, type RawBuilder } from 'kysely'
import { findRunField, type RunField } from './run-field.ts'
import type { RunValueLookup } from './run-value-lookup.ts'

/** One expression that runs are sorted by. It is never null, so that a page can continue after any of its values. */
export interface OrderTerm {
  readonly value: RawBuilder<number | string>
  readonly isDescending: boolean
}

/** How runs are sorted. */
export interface RunOrder {
  /** The last one is the run's number, so that no two runs are at one place. */
  readonly terms: readonly OrderTerm[]
  /** The stored value that they are sorted by, when it is nothing else: its index has them in order already. */
  readonly storedValue: { readonly keyId: number; readonly isDescending: boolean } | null
  /** Whether they are sorted by when they were made and nothing else: an index of the table has them in order already. */
  readonly isByCreation: boolean
}

const MAX_TERMS = 10

/**
 * Reads an order such as `-created_at` or `+summary_metrics.loss,-name`. Defaults to the oldest first. Runs that lack a
 * value of config or summary come last, whichever way they are sorted by it. Throws InvalidInputError.
 */
export function parseRunOrder(text: string | null, lookup: RunValueLookup): RunOrder {
  const names = (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length > MAX_TERMS)
    throw new InvalidInputError(`Cannot sort runs by ${names.length} fields: the limit is ${MAX_TERMS}.`)
  const fields = names.map((name) => readName(name, lookup))
  const [first] = fields
  const keyId = fields.length === 1 && first?.field.kind === 'json' ? first.field.place.keyId : null
  return {
    terms: [
      ...fields.flatMap(({ field, isDescending }) => sortTerms(field, isDescending)),
      { value: sql.ref<number>('run.id'), isDescending: first?.isDescending ?? false },
    ],
    storedValue: keyId === null ? null : { keyId, isDescending: first?.isDescending ?? false },
    isByCreation: names.length === 1 && /^[+-]?created_?at$/iu.test(names[0] ?? ''),
  }
}

function readName(text: string, lookup: RunValueLookup): { readonly field: RunField; readonly isDescending: boolean } {
  return { field: findRunField(text.replace(/^[+-]/u, ''), lookup), isDescending: text.startsWith('-') }
}

function sortTerms(field: RunField, isDescending: boolean): readonly OrderTerm[] {
  switch (field.kind) {
    case 'text':
    case 'tags':
      return [{ value: sql`coalesce(${field.value}, '')`, isDescending }]
    case 'time':
      // Never null; a function around it would keep the databases from using their index.
      return [{ value: sql`${field.value}`, isDescending }]
    case 'number':
      return [{ value: sql`coalesce(${field.value}, 0)`, isDescending }]
    case 'json':
      return [
        { value: field.place.missing, isDescending: false },
        { value: field.place.rank, isDescending },
        { value: field.place.sortText, isDescending },
      ]
  }
}

/** The condition for a run to come after the one whose values these are. */
export function comesAfter(terms: readonly OrderTerm[], values: readonly (number | string)[]): RawBuilder<boolean> {
  const alternatives = terms.map((term, index) => {
    const equals = terms.slice(0, index).map((earlier, position) => sql`${earlier.value} = ${values[position]}`)
    const beyond = term.isDescending ? sql`${term.value} < ${values[index]}` : sql`${term.value} > ${values[index]}`
    return sql`(${sql.join([...equals, beyond], sql` and `)})`
  })
  return sql`(${sql.join(alternatives, sql` or `)})`
}
