import { sql, type RawBuilder } from 'kysely'

/** A condition on a stored value: `condition` is about a row `v` of `run_value`, whose key has this id. */
export interface HeldValue {
  readonly keyId: number
  readonly condition: RawBuilder<boolean>
}

/**
 * A condition on a row `run`, with what it is made of: runs that meet several conditions are counted faster as what some
 * sets of runs have in common than one by one.
 */
export type RunCondition = { readonly sql: RawBuilder<boolean> } & (
  | { readonly kind: 'plain' }
  /** That the run has a stored value that meets a condition; `isRare` when so few have that they are looked up at once. */
  | { readonly kind: 'held'; readonly value: HeldValue; readonly isRare: boolean }
  | { readonly kind: 'all'; readonly parts: readonly RunCondition[] }
  | { readonly kind: 'not'; readonly part: RunCondition }
)

export function plain(condition: RawBuilder<boolean>): RunCondition {
  return { kind: 'plain', sql: condition }
}

export function all(parts: readonly RunCondition[]): RunCondition {
  const [first] = parts
  if (first === undefined) return plain(sql`1 = 1`)
  return parts.length === 1 ? first : { kind: 'all', parts, sql: sql`(${sql.join(sqlOf(parts), sql` and `)})` }
}

export function any(parts: readonly RunCondition[]): RunCondition {
  const [first] = parts
  if (first === undefined) return plain(sql`1 = 0`)
  return parts.length === 1 ? first : plain(sql`(${sql.join(sqlOf(parts), sql` or `)})`)
}

/** What is unknown counts as not so, as in MongoDB: a run without the key passes `$ne`. */
export function not(part: RunCondition): RunCondition {
  return { kind: 'not', part, sql: sql`(${part.sql}) is not true` }
}

/** The conditions that a run has to meet all of. */
export function conjunctsOf(condition: RunCondition): readonly RunCondition[] {
  return condition.kind === 'all' ? condition.parts.flatMap(conjunctsOf) : [condition]
}

export function sqlOf(conditions: readonly RunCondition[]): readonly RawBuilder<boolean>[] {
  return conditions.map((condition) => condition.sql)
}
