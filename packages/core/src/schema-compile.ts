import { jsonTypeMatches } from './json-equality.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { type Check, Evaluated, type Finding } from './schema-finding.ts'
import { listChecks, unevaluatedItemsCheck } from './schema-list-checks.ts'
import { objectChecks, unevaluatedPropertiesCheck } from './schema-object-checks.ts'
import { type ResolveReference, referenceResolver } from './schema-reference.ts'
import { scalarChecks } from './schema-scalar-checks.ts'

/**
 * Turns a normalised schema into one function, without `eval`: the browser's content policy forbids it. Each schema object
 * is compiled once, when it is first needed, so recursive schemas work.
 */
export function compileSchema(root: JsonObject): Check {
  const resolve = referenceResolver(root)
  const compiled = new Map<JsonObject, Check>()
  const tracks = JSON.stringify(root).includes('"unevaluated')
  const compile = (schema: JsonValue): Check => {
    if (!isJsonObject(schema)) return schema === false ? refuseAll : acceptAll
    const known = compiled.get(schema)
    if (known !== undefined) return known
    let check: Check | null = null
    const lazy: Check = (value, place, findings, seen) => {
      check ??= compileObject(schema, compile, resolve, tracks)
      return check(value, place, findings, seen)
    }
    compiled.set(schema, lazy)
    return lazy
  }
  return compile(root)
}

const acceptAll: Check = () => true

const refuseAll: Check = (value, place, findings) => {
  findings?.push({ place, keyword: 'false', schema: false, value })
  return false
}

function compileObject(
  schema: JsonObject,
  compile: (schema: JsonValue) => Check,
  resolve: ResolveReference,
  tracks: boolean,
): Check {
  const checks = [
    ...referenceChecks(schema, compile, resolve),
    ...scalarChecks(schema),
    ...listChecks(schema, compile),
    ...objectChecks(schema, compile),
    ...combinationChecks(schema, compile, resolve),
    ...unevaluatedItemsCheck(schema, compile),
    ...unevaluatedPropertiesCheck(schema, compile),
  ]
  const [only, ...others] = checks
  if (only === undefined) return acceptAll
  if (!tracks) return others.length === 0 ? only : runAll(checks)
  const all = runAll(checks)
  return (value, place, findings, seen) => {
    const own = new Evaluated()
    const isValid = all(value, place, findings, own)
    if (isValid) seen?.add(own)
    return isValid
  }
}

function runAll(checks: readonly Check[]): Check {
  return (value, place, findings, seen) => {
    let isValid = true
    for (const check of checks) {
      if (check(value, place, findings, seen)) continue
      if (findings === null) return false
      isValid = false
    }
    return isValid
  }
}

function referenceChecks(
  schema: JsonObject,
  compile: (schema: JsonValue) => Check,
  resolve: ResolveReference,
): Check[] {
  const reference = schema['$ref']
  return typeof reference === 'string' ? [compile(resolve(reference) ?? true)] : []
}

function combinationChecks(
  schema: JsonObject,
  compile: (schema: JsonValue) => Check,
  resolve: ResolveReference,
): Check[] {
  const { allOf, anyOf, oneOf, not, if: condition, then, else: otherwise } = schema
  const checks: Check[] = []
  if (Array.isArray(allOf)) checks.push(...(allOf as readonly JsonValue[]).map(compile))
  if (Array.isArray(anyOf)) checks.push(alternatives(schema, 'anyOf', anyOf, compile, resolve))
  if (Array.isArray(oneOf)) checks.push(alternatives(schema, 'oneOf', oneOf, compile, resolve))
  if (not !== undefined) checks.push(negation(schema, compile(not)))
  if (condition !== undefined) {
    checks.push(conditional(compile(condition), compile(then ?? true), compile(otherwise ?? true)))
  }
  return checks
}

function negation(schema: JsonObject, check: Check): Check {
  return (value, place, findings) => {
    if (!check(value, null, null, null)) return true
    findings?.push({ place, keyword: 'not', schema, value })
    return false
  }
}

function conditional(condition: Check, then: Check, otherwise: Check): Check {
  return (value, place, findings, seen) => {
    const inCondition = seen === null ? null : new Evaluated()
    if (!condition(value, null, null, inCondition)) return otherwise(value, place, findings, seen)
    if (inCondition !== null) seen?.add(inCondition)
    return then(value, place, findings, seen)
  }
}

function alternatives(
  schema: JsonObject,
  keyword: 'anyOf' | 'oneOf',
  branches: readonly JsonValue[],
  compile: (schema: JsonValue) => Check,
  resolve: ResolveReference,
): Check {
  const checks = branches.map((branch) => ({ branch, check: compile(branch) }))
  return (value, place, findings, seen) => {
    let passed = 0
    for (const { check } of checks) {
      const own = seen === null ? null : new Evaluated()
      if (!check(value, null, null, own)) continue
      passed++
      if (own !== null) seen?.add(own)
      if (keyword === 'anyOf' && seen === null) return true
    }
    if (passed === 1 || (passed > 0 && keyword === 'anyOf')) return true
    if (findings === null) return false
    const likely = passed === 0 ? checks.filter(({ branch }) => couldMean(branch, value, resolve, 0)) : []
    const below: Finding[] = []
    if (likely.length === 1) likely[0]?.check(value, place, below, null)
    if (below.length > 0) findings.push(...below)
    else findings.push({ place, keyword, schema, value })
    return false
  }
}

// With one branch of the value's type, what that branch says is more useful than "matches none of the forms".
function couldMean(branch: JsonValue, value: JsonValue, resolve: ResolveReference, depth: number): boolean {
  if (!isJsonObject(branch)) return branch !== false
  const { type, $ref: reference } = branch
  if (typeof reference === 'string' && depth < 20)
    return couldMean(resolve(reference) ?? true, value, resolve, depth + 1)
  if (type === undefined) return true
  return (Array.isArray(type) ? type : [type]).some((item) => jsonTypeMatches(String(item), value))
}
