import { flattenInputs, mergeInputs } from './input-merge.ts'
import type { InputPath } from './input-path.ts'
import { removeInputs } from './input-removals.ts'
import { type SchemaViolation, findSchemaViolations } from './input-schema.ts'
import type { InputType } from './input-type.ts'
import type { JobInputGroup } from './job-inputs.ts'
import type { JsonObject } from './json.ts'
import { getOwn } from './own-key.ts'

/**
 * Checks the merged values of one group against its schema, and keeps what the overrides are to blame for: problems at and
 * below the overridden and removed paths, problems of whole groups that the defaults alone do not have, and missing values that the
 * program has no default for.
 */
export function findGroupSchemaProblems(
  group: JobInputGroup,
  overrides: JsonObject,
  removed: readonly InputPath[],
): SchemaViolation[] {
  if (group.schema === null) return []
  const values = mergeInputs(removeInputs(group.defaults, removed), overrides)
  const violations = findSchemaViolations(group.schema, values)
  if (violations.length === 0) return []
  const overridden = new OverriddenPaths([...flattenInputs(overrides).map(({ path }) => path), ...removed])
  let old: Set<string> | null = null
  return violations.filter((violation) => {
    if (violation.isMissing) {
      return typeAt(group.type, violation.path) === undefined || overridden.find(violation.path) === 'within'
    }
    const place = overridden.find(violation.path)
    if (place !== 'above') return place === 'within'
    old ??= new Set(findSchemaViolations(group.schema ?? {}, group.defaults).map(identify))
    return !old.has(identify(violation))
  })
}

function identify(violation: SchemaViolation): string {
  return JSON.stringify([violation.path, violation.describe('')])
}

function typeAt(type: InputType, path: InputPath): InputType | undefined {
  let found: InputType | undefined = type
  for (const key of path) {
    if (found?.kind !== 'object') return undefined
    found = getOwn(found.fields, key)
  }
  return found
}

/** Tells how a path stands to the overridden ones. */
class OverriddenPaths {
  readonly #leaves: ReadonlySet<string>
  readonly #above = new Set<string>()

  constructor(paths: readonly InputPath[]) {
    this.#leaves = new Set(paths.map((path) => JSON.stringify(path)))
    for (const path of paths) {
      for (let length = 0; length < path.length; length++) this.#above.add(JSON.stringify(path.slice(0, length)))
    }
  }

  find(path: InputPath): 'within' | 'above' | 'elsewhere' {
    for (let length = path.length; length > 0; length--) {
      if (this.#leaves.has(JSON.stringify(path.slice(0, length)))) return 'within'
    }
    return this.#above.has(JSON.stringify(path)) ? 'above' : 'elsewhere'
  }
}
