import { InvalidInputError, type Problem } from './errors.ts'
import { formatInputPath } from './input-path.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { findSchemaFaults } from './schema-faults.ts'
import { type Finding, placeSteps } from './schema-finding.ts'
import { SCHEMA_HOLDERS } from './schema-keywords.ts'
import { SchemaWalk } from './schema-walk.ts'
import { scopeAtPath } from './schema-scope.ts'
import { describeFinding } from './schema-wording.ts'
import { setOwn } from './own-key.ts'

/** A rule of a schema that a value breaks, before it is put into words for one address. */
export interface SchemaViolation {
  /** The keys down to the value, or to the list that holds it: an input path never goes into a list. */
  readonly path: readonly string[]
  /** True when the path must have a value and has none. */
  readonly isMissing: boolean
  /** Says what is wrong; takes the address as the user writes it. */
  readonly describe: (address: string) => string
}

/**
 * Brings a job input schema into plain JSON Schema 2020-12. Both spellings of `required` are understood: a list on the
 * object, and the client's boolean on the property. The argument is never changed. Throws InvalidInputError with one
 * problem for each part that is not a schema, including references that lead nowhere, out of the document or in a circle.
 */
export function normalizeInputSchema(schema: JsonValue): JsonObject {
  if (!isJsonObject(schema)) {
    throw new InvalidInputError('Cannot use the input schema: it is not a JSON object. Give a JSON Schema.')
  }
  const problems = findSchemaFaults(schema)
  if (problems.length === 0) return normalizeObject(schema)
  throw new InvalidInputError(
    `Cannot use the input schema: ${problems.map((problem) => problem.message).join(' ')} Correct the schema.`,
    { problems },
  )
}

/**
 * Checks a value against a normalised schema and returns one problem for each path, in the order of the schema's rules. The value
 * of a `format: "secret"` input must be `secret://NAME`; the problem never repeats what was given there.
 */
export function findSchemaProblems(schema: JsonObject, value: JsonValue): Problem[] {
  return findSchemaViolations(schema, value).map(({ path, describe }) => {
    const address = formatInputPath(path)
    return { path: address, message: describe(address) }
  })
}

/** Checks a value like `findSchemaProblems`, with paths instead of text, so that the caller can add the file's name. */
export function findSchemaViolations(schema: JsonObject, value: JsonValue): SchemaViolation[] {
  const byPath = new Map<string, SchemaViolation>()
  for (const { finding, path, items } of listFindings(schema, value)) {
    const key = JSON.stringify(path)
    if (byPath.has(key)) continue
    const isMissing = finding.keyword === 'required'
    byPath.set(key, { path, isMissing, describe: describerOf(schema, finding, path, items) })
  }
  return [...byPath.values()]
}

/** A rule that an element of a list breaks, or something inside of one. */
export interface ElementViolation extends Pick<SchemaViolation, 'describe'> {
  /** The keys down to the list. */
  readonly list: readonly string[]
  /** The keys and places down to the value itself. */
  readonly path: readonly string[]
}

/** What is wrong inside of lists, one for each place there; `findSchemaViolations` names the first of each list only. */
export function findElementViolations(schema: JsonObject, value: JsonValue): ElementViolation[] {
  const byPath = new Map<string, ElementViolation>()
  for (const { finding, path: list, items } of listFindings(schema, value)) {
    const path = [...list, ...items.map(String)]
    const key = JSON.stringify(path)
    if (items.length === 0 || byPath.has(key)) continue
    byPath.set(key, { list, path, describe: describerOf(schema, finding, list, items) })
  }
  return [...byPath.values()]
}

interface PlacedFinding {
  readonly finding: Finding
  /** The keys down to the value, or to the list that holds it. */
  readonly path: readonly string[]
  /** The steps from there into the list. */
  readonly items: readonly (string | number)[]
}

function listFindings(schema: JsonObject, value: JsonValue): readonly PlacedFinding[] {
  const walk = walkOf(schema)
  if (walk.check(schema, value, null, null)) return []
  const findings: Finding[] = []
  walk.collecting(findings).check(schema, value, null, null)
  return findings.map((finding) => {
    const steps = placeSteps(finding.place)
    const end = steps.findIndex((step) => typeof step === 'number')
    const path = (end === -1 ? steps : steps.slice(0, end)).map(String)
    return { finding, path, items: end === -1 ? [] : steps.slice(end) }
  })
}

function describerOf(
  schema: JsonObject,
  finding: Finding,
  path: readonly string[],
  items: readonly (string | number)[],
): SchemaViolation['describe'] {
  return (address) => describeFinding(finding, { address, items, isSecret: scopeAtPath(schema, path).mayHoldSecret })
}

const walks = new WeakMap<JsonObject, SchemaWalk>()

// One schema checks every keystroke of a form, so what is known of its references and patterns is kept.
function walkOf(schema: JsonObject): SchemaWalk {
  const known = walks.get(schema)
  if (known !== undefined) return known
  const walk = SchemaWalk.of(schema)
  walks.set(schema, walk)
  return walk
}

function normalize(schema: JsonValue): JsonValue {
  return isJsonObject(schema) ? normalizeObject(schema) : schema
}

function normalizeObject(schema: JsonObject): JsonObject {
  const normal: Record<string, JsonValue> = {}
  for (const key of Object.keys(schema)) {
    const value = schema[key] as JsonValue
    if (key === 'required' && typeof value === 'boolean') continue
    setOwn(normal, key, normalizeKeyword(key, value))
  }
  const required = requiredKeys(schema)
  if (required.length > 0) normal['required'] = required
  return normal
}

function normalizeKeyword(key: string, value: JsonValue): JsonValue {
  if (!Object.hasOwn(SCHEMA_HOLDERS, key)) return value
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(normalize)
  if (SCHEMA_HOLDERS[key] === 'schema' || !isJsonObject(value)) return normalize(value)
  const map: Record<string, JsonValue> = {}
  for (const name of Object.keys(value)) setOwn(map, name, normalize(value[name] as JsonValue))
  return map
}

function requiredKeys(schema: JsonObject): readonly string[] {
  const { required, properties } = schema
  const listed = Array.isArray(required) ? (required as readonly string[]) : []
  if (properties === undefined || !isJsonObject(properties)) return listed
  const marked = Object.entries(properties).filter(([, below]) => isJsonObject(below) && below['required'] === true)
  return [...new Set([...listed, ...marked.map(([key]) => key)])]
}
