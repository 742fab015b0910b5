import { jsonTypeMatches } from './json-equality.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { Evaluated, type Finding, type Place } from './schema-finding.ts'
import type { Rule, RuleWalk } from './schema-rule.ts'

/** The keywords that put schemas together: references, all, any and one of, not, and conditions. */
export const COMBINATION_RULES: Readonly<Record<string, Rule>> = {
  $ref: (walk, _schema, bound, value, place, seen) =>
    walk.check(walk.resolve(bound as string) ?? true, value, place, seen),
  allOf: (walk, _schema, bound, value, place, seen) => {
    let isValid = true
    for (const part of bound as readonly JsonValue[]) {
      if (walk.check(part, value, place, seen)) continue
      if (walk.findings === null) return false
      isValid = false
    }
    return isValid
  },
  anyOf: (walk, schema, bound, value, place, seen) =>
    checkAlternatives(walk, 'anyOf', schema, bound as readonly JsonValue[], value, place, seen),
  oneOf: (walk, schema, bound, value, place, seen) =>
    checkAlternatives(walk, 'oneOf', schema, bound as readonly JsonValue[], value, place, seen),
  not: (walk, schema, bound, value, place) =>
    !walk.silent.check(bound, value, null, null) || walk.fail('not', schema, value, place),
  if: (walk, schema, bound, value, place, seen) => {
    const { then = true, else: otherwise = true } = schema
    const inCondition = walk.needsEvaluated ? new Evaluated() : null
    if (!walk.silent.check(bound, value, null, inCondition)) return walk.check(otherwise, value, place, seen)
    if (inCondition !== null) seen?.add(inCondition)
    return walk.check(then, value, place, seen)
  },
}

function checkAlternatives(
  walk: RuleWalk,
  keyword: 'anyOf' | 'oneOf',
  schema: JsonObject,
  branches: readonly JsonValue[],
  value: JsonValue,
  place: Place,
  seen: Evaluated | null,
): boolean {
  let passed = 0
  for (const branch of branches) {
    const own = walk.needsEvaluated ? new Evaluated() : null
    if (!walk.silent.check(branch, value, null, own)) continue
    passed++
    if (own !== null) seen?.add(own)
    else if (keyword === 'anyOf') return true
  }
  if (passed === 1 || (passed > 0 && keyword === 'anyOf')) return true
  if (walk.findings === null) return false
  const below = passed === 0 ? findInLikely(walk, branches, value, place) : []
  if (below.length === 0) return walk.fail(keyword, schema, value, place)
  walk.findings.push(...below)
  return false
}

// With one branch of the value's type, what that branch says is more useful than "matches none of the forms".
function findInLikely(walk: RuleWalk, branches: readonly JsonValue[], value: JsonValue, place: Place): Finding[] {
  const [likely, ...others] = branches.filter((branch) => couldMean(walk, branch, value, 0))
  const findings: Finding[] = []
  if (likely !== undefined && others.length === 0) walk.collecting(findings).check(likely, value, place, null)
  return findings
}

function couldMean(walk: RuleWalk, branch: JsonValue, value: JsonValue, depth: number): boolean {
  if (!isJsonObject(branch)) return branch !== false
  const { type, $ref: reference } = branch
  if (typeof reference === 'string' && depth < 20) {
    return couldMean(walk, walk.resolve(reference) ?? true, value, depth + 1)
  }
  if (type === undefined) return true
  return (Array.isArray(type) ? type : [type]).some((item) => typeof item === 'string' && jsonTypeMatches(item, value))
}
