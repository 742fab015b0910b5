import type { JsonObject, JsonValue } from './json.ts'
import type { Evaluated, Finding, Place } from './schema-finding.ts'

/** Checks one keyword of a schema, `bound` being what stands under it. `seen` is null unless the schema needs it. */
export type Rule = (
  walk: RuleWalk,
  schema: JsonObject,
  bound: JsonValue,
  value: JsonValue,
  place: Place,
  seen: Evaluated | null,
) => boolean

/** What a rule asks of the walk that it is part of. */
export interface RuleWalk {
  /** Where broken rules are noted; null in a silent walk, which stops at the first failure. */
  readonly findings: Finding[] | null
  readonly silent: RuleWalk
  /** Whether any part of the schema asks what other parts have looked at. */
  readonly needsEvaluated: boolean
  /** The same walk, adding each broken rule to `findings`. */
  collecting(findings: Finding[]): RuleWalk
  /** Whether the value passes. `seen` takes up what the schema has looked at, when it passes. */
  check(schema: JsonValue, value: JsonValue, place: Place, seen: Evaluated | null): boolean
  /** Notes a broken rule. Always false. */
  fail(keyword: string, schema: JsonValue, value: JsonValue, place: Place): false
  /** The place of a key below; a silent walk does without. */
  below(parent: Place, key: string | number): Place
  resolve(reference: string): JsonValue | undefined
  /** A regular expression, made once. */
  pattern(source: string): RegExp
}
