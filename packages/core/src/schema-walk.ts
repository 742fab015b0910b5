import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { COMBINATION_RULES } from './schema-combination-rules.ts'
import { Evaluated, type Finding, type Place } from './schema-finding.ts'
import { LIST_RULES, checkUnevaluatedItems } from './schema-list-rules.ts'
import { OBJECT_RULES, checkUnevaluatedProperties } from './schema-object-rules.ts'
import { type ResolveReference, referenceResolver } from './schema-reference.ts'
import type { Rule, RuleWalk } from './schema-rule.ts'
import { SCALAR_RULES } from './schema-scalar-rules.ts'

const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.entries({ ...SCALAR_RULES, ...LIST_RULES, ...OBJECT_RULES, ...COMBINATION_RULES }),
)

/** What all walks over one schema share. */
interface SchemaDocument {
  readonly resolve: ResolveReference
  /** Whether any part asks what other parts have looked at. */
  readonly needsEvaluated: boolean
  readonly patterns: Map<string, RegExp>
}

/**
 * Goes through a normalised schema and a value side by side. A silent walk stops at the first failure; the other collects
 * all of them. The schema is read as it is, not compiled into functions first: for 100,000 rules the closures alone cost 300 ms,
 * nearly all of it garbage collection, and this takes a tenth.
 */
export class SchemaWalk implements RuleWalk {
  readonly findings: Finding[] | null
  readonly #document: SchemaDocument
  readonly #silent: SchemaWalk | null

  private constructor(document: SchemaDocument, findings: Finding[] | null) {
    this.#document = document
    this.findings = findings
    this.#silent = findings === null ? null : new SchemaWalk(document, null)
  }

  /** A silent walk over a schema. */
  static of(root: JsonObject): SchemaWalk {
    const document = {
      resolve: referenceResolver(root),
      needsEvaluated: mentionsUnevaluated(root),
      patterns: new Map<string, RegExp>(),
    }
    return new SchemaWalk(document, null)
  }

  /** The same walk, adding each broken rule to `findings`. */
  collecting(findings: Finding[]): SchemaWalk {
    return new SchemaWalk(this.#document, findings)
  }

  get silent(): SchemaWalk {
    return this.#silent ?? this
  }

  get needsEvaluated(): boolean {
    return this.#document.needsEvaluated
  }

  /** Whether the value passes. `seen` takes up what the schema has looked at, when it passes. */
  check(schema: JsonValue, value: JsonValue, place: Place, seen: Evaluated | null): boolean {
    if (!isJsonObject(schema)) return schema !== false || this.fail('false', schema, value, place)
    const own = this.needsEvaluated ? new Evaluated() : null
    let isValid = true
    for (const keyword of Object.keys(schema)) {
      const rule = RULES.get(keyword)
      if (rule === undefined || rule(this, schema, schema[keyword] as JsonValue, value, place, own)) continue
      if (this.findings === null) return false
      isValid = false
    }
    if (own === null) return isValid
    isValid = checkUnevaluatedItems(this, schema, value, place, own) && isValid
    isValid = checkUnevaluatedProperties(this, schema, value, place, own) && isValid
    if (isValid) seen?.add(own)
    return isValid
  }

  /** Notes a broken rule. Always false. */
  fail(keyword: string, schema: JsonValue, value: JsonValue, place: Place): false {
    this.findings?.push({ place, keyword, schema, value })
    return false
  }

  /** The place of a key below; a silent walk does without. */
  below(parent: Place, key: string | number): Place {
    return this.findings === null ? null : { parent, key }
  }

  resolve(reference: string): JsonValue | undefined {
    return this.#document.resolve(reference)
  }

  /** A regular expression, made once. */
  pattern(source: string): RegExp {
    const known = this.#document.patterns.get(source)
    if (known !== undefined) return known
    const expression = new RegExp(source, 'u')
    this.#document.patterns.set(source, expression)
    return expression
  }
}

function mentionsUnevaluated(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (isJsonObject(value) && ('unevaluatedItems' in value || 'unevaluatedProperties' in value)) return true
  for (const key of Object.keys(value)) {
    if (mentionsUnevaluated((value as JsonObject)[key] as JsonValue)) return true
  }
  return false
}
