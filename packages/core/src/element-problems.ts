import { groupOf } from './declared-input.ts'
import type { Problem } from './errors.ts'
import { formatInputAddress } from './input-address.ts'
import { findElementViolations } from './input-schema.ts'
import type { JobInputs } from './job-inputs.ts'
import type { JsonObject } from './json.ts'

/** What is wrong with a place inside of a list. */
export interface ElementProblem extends Problem {
  /** The input address of the list, which `findOverrideProblems` names instead. */
  readonly list: string
}

/**
 * Finds for a form what is wrong inside of the lists of one group, with `values` being all that the group has. The `path`
 * of each goes into the list, places by number: `layers.1.width`. The words are those of `findOverrideProblems`, which says
 * only the first thing that is wrong with a list.
 */
export function findElementProblems(
  inputs: JobInputs,
  file: string | null,
  values: JsonObject,
): readonly ElementProblem[] {
  const schema = groupOf(inputs, file)?.schema ?? null
  if (schema === null) return []
  return findElementViolations(schema, values).map(({ list, path, describe }) => {
    const address = formatInputAddress({ file, path: list })
    return { list: address, path: formatInputAddress({ file, path }), message: describe(address) }
  })
}
