import type { Problem } from './errors.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { SCHEMA_HOLDERS, inPlaceSchemas } from './schema-keywords.ts'
import { type ResolveReference, referenceResolver } from './schema-reference.ts'

const TYPES = ['string', 'integer', 'number', 'boolean', 'null', 'array', 'object']

type Rule = (value: JsonValue) => string | null

const aNumber: Rule = (value) => (typeof value === 'number' && Number.isFinite(value) ? null : 'must be a number')
const aCount: Rule = (value) => (Number.isInteger(value) && Number(value) >= 0 ? null : 'must be a whole number from 0')
const aList: Rule = (value) => (Array.isArray(value) ? null : 'must be a list')
const aText: Rule = (value) => (typeof value === 'string' ? null : 'must be text')
const keys: Rule = (value) => (isTextList(value) ? null : 'must be a list of keys')

const RULES: Readonly<Record<string, Rule>> = {
  type: (value) =>
    [value].flat().every((item) => typeof item === 'string' && TYPES.includes(item)) && value !== null
      ? null
      : `must be one of ${TYPES.join(', ')}, or a list of them`,
  enum: aList,
  minimum: aNumber,
  maximum: aNumber,
  exclusiveMinimum: aNumber,
  exclusiveMaximum: aNumber,
  multipleOf: (value) => (typeof value === 'number' && value > 0 ? null : 'must be a number above 0'),
  minLength: aCount,
  maxLength: aCount,
  minItems: aCount,
  maxItems: aCount,
  minContains: aCount,
  maxContains: aCount,
  minProperties: aCount,
  maxProperties: aCount,
  pattern: regularExpression,
  format: aText,
  $ref: aText,
  $dynamicRef: () => 'is not supported; use "$ref"',
  required: (value) => (typeof value === 'boolean' ? null : keys(value)),
  dependentRequired: (value) =>
    isJsonObject(value) && Object.values(value).every(isTextList) ? null : 'must hold lists of keys',
}

/** Finds what makes a value not a JSON Schema. The path of each problem is a JSON pointer into the schema. */
export function findSchemaFaults(root: JsonObject): Problem[] {
  const problems: Problem[] = []
  const report = (pointer: string, message: string): void => {
    problems.push({ path: pointer, message: `"${pointer}" ${message}.` })
  }
  visit(root, '#', report)
  if (problems.length === 0) findReferenceFaults(root, referenceResolver(root), report)
  return problems
}

type Report = (pointer: string, message: string) => void

function visit(schema: JsonValue, pointer: string, report: Report): void {
  if (typeof schema === 'boolean') return
  if (!isJsonObject(schema)) {
    report(pointer, 'must be a schema: an object, true or false')
    return
  }
  for (const key of Object.keys(schema)) {
    const value = schema[key] as JsonValue
    const fault = Object.hasOwn(RULES, key) ? RULES[key]?.(value) : null
    if (fault !== null && fault !== undefined) report(below(pointer, key), fault)
    if (Object.hasOwn(SCHEMA_HOLDERS, key)) visitHolder(key, value, below(pointer, key), report)
  }
}

function visitHolder(key: string, value: JsonValue, pointer: string, report: Report): void {
  const holding = SCHEMA_HOLDERS[key]
  if (holding === 'schema') {
    visit(value, pointer, report)
  } else if (holding === 'list') {
    if (Array.isArray(value)) value.forEach((item: JsonValue, index) => visit(item, `${pointer}/${index}`, report))
    else report(pointer, 'must be a list of schemas')
  } else if (!isJsonObject(value)) {
    report(pointer, 'must be an object of schemas')
  } else {
    for (const name of Object.keys(value)) {
      const fault = key === 'patternProperties' ? regularExpression(name) : null
      if (fault !== null) report(below(pointer, name), fault)
      visit(value[name] as JsonValue, below(pointer, name), report)
    }
  }
}

function below(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function regularExpression(value: JsonValue): string | null {
  if (typeof value !== 'string') return 'must be text'
  try {
    RegExp(value, 'u')
    return null
  } catch {
    return 'is not a regular expression that JSON Schema allows (ECMA-262 with Unicode)'
  }
}

// A schema that refers to itself for the same value would be checked for ever.
function findReferenceFaults(root: JsonObject, resolve: ResolveReference, report: Report): void {
  const done = new Set<JsonValue>()
  const active = new Set<JsonValue>()
  const follow = (schema: JsonValue): void => {
    if (!isJsonObject(schema) || done.has(schema)) return
    active.add(schema)
    const next = inPlaceSchemas(schema)
    const reference = schema['$ref']
    if (typeof reference === 'string') {
      const target = resolve(reference)
      if (target === undefined) report(reference, 'leads to no schema in this document')
      else if (active.has(target)) report(reference, 'leads back to itself')
      else next.push(target)
    }
    for (const part of next) if (!active.has(part)) follow(part)
    active.delete(schema)
    done.add(schema)
  }
  const visitAll = (schema: JsonValue): void => {
    follow(schema)
    if (!isJsonObject(schema)) return
    for (const key of Object.keys(schema)) {
      const value = schema[key]
      if (!Object.hasOwn(SCHEMA_HOLDERS, key) || typeof value !== 'object' || value === null) continue
      for (const part of SCHEMA_HOLDERS[key] === 'schema' ? [value] : Object.values(value)) visitAll(part)
    }
  }
  visitAll(root)
}
