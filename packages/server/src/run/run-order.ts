import { InvalidInputError } from '@slipway/core'
import { sql, type RawBuilder } from 'kysely'
import type { DatabaseDialect } from '../database/dialect.ts'
import { findRunField, type RunField } from './run-field.ts'

/** One expression that runs are sorted by. It is never null, so that a page can continue after any of its values. */
export interface OrderTerm {
  readonly value: RawBuilder<number | string>
  readonly isDescending: boolean
}

const MAX_TERMS = 10
/** Runs that lack a number come before all that have one. */
const BEFORE_ALL_NUMBERS = -1.7e308

/** Reads an order such as `-created_at` or `+summary_metrics.loss,-name`. Defaults to the oldest first. Throws InvalidInputError. */
export function parseRunOrder(text: string | null, dialect: DatabaseDialect): readonly OrderTerm[] {
  const names = (text ?? '').split(',').filter((name) => name.trim() !== '')
  if (names.length > MAX_TERMS)
    throw new InvalidInputError(`Cannot sort runs by ${names.length} fields: the limit is ${MAX_TERMS}.`)
  const terms = names.flatMap((name) => readTerm(name.trim(), dialect))
  return [...terms, { value: sql.ref<number>('run.id'), isDescending: terms[0]?.isDescending ?? false }]
}

function readTerm(text: string, dialect: DatabaseDialect): readonly OrderTerm[] {
  const isDescending = text.startsWith('-')
  const field = findRunField(text.replace(/^[+-]/u, ''), dialect)
  return sortValues(field).map((value) => ({ value, isDescending }))
}

function sortValues(field: RunField): readonly RawBuilder<number | string>[] {
  switch (field.kind) {
    case 'text':
    case 'tags':
      return [sql`coalesce(${field.value}, '')`]
    case 'time':
    case 'number':
      return [sql`coalesce(${field.value}, 0)`]
    case 'json':
      return [
        sql`coalesce(${field.place.number}, ${sql.lit(BEFORE_ALL_NUMBERS)})`,
        sql`coalesce(${field.place.text}, '')`,
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
