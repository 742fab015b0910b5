import type { Problem } from './errors.ts'
import { type InputAddress, formatInputAddress } from './input-address.ts'
import { setInput } from './input-merge.ts'
import { groupOf } from './declared-input.ts'
import type { JobInputGroup, JobInputs } from './job-inputs.ts'
import type { JsonObject, JsonValue } from './json.ts'
import { stringifyJson } from './json.ts'
import { findOverrideProblems } from './override-problems.ts'

/**
 * Checks one value alone, in the words of `findOverrideProblems`, at a cost that does not grow with the other inputs: for
 * every keystroke. Rules that look at several values, such as conditions, are left for the check of the whole. The path must not go into a
 * list; undefined where the schema lets other values decide what this one may be.
 */
export function findValueProblem(
  inputs: JobInputs,
  address: InputAddress,
  value: JsonValue,
): Problem | null | undefined {
  const group = groupOf(inputs, address.file)
  if (group !== null && group.schema !== null && isConditional(group.schema)) return undefined
  const alone: JobInputGroup | null = group === null ? null : { ...group, defaults: {} }
  const tree = setInput({}, address.path, value)
  const { file } = address
  const reduced: JobInputs = {
    ...inputs,
    config: file === null ? alone : null,
    files: file === null || alone === null ? {} : { [file]: alone },
  }
  const overrides = file === null ? { config: tree, files: {} } : { config: {}, files: { [file]: tree } }
  const name = formatInputAddress(address)
  return findOverrideProblems(reduced, overrides).problems.find(({ path }) => path === name) ?? null
}

const conditional = new WeakMap<JsonObject, boolean>()

function isConditional(schema: JsonObject): boolean {
  const known = conditional.get(schema)
  if (known !== undefined) return known
  const found = /"(?:if|dependentSchemas)":/u.test(stringifyJson(schema))
  conditional.set(schema, found)
  return found
}
