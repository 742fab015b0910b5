import { findDeclaredInput } from './declared-input.ts'
import { type InputAddress, formatInputAddress } from './input-address.ts'
import type { JobInputs } from './job-inputs.ts'

/** Why an input cannot be deleted. */
export interface RemovalProblem {
  readonly message: string
  /** True when the job has no such input, so that the message may go on with the names that it has. */
  readonly isUnknown: boolean
}

/**
 * Finds out why an input cannot be deleted by a launch; null when it can. Only a config file can lose a key, since the
 * agent patches its text: the values of a run config are merged into the program's own by the client.
 */
export function findRemovalProblem(inputs: JobInputs, address: InputAddress): RemovalProblem | null {
  const start = `Cannot delete "${formatInputAddress(address)}":`
  if (address.path.length === 0) {
    return { message: `${start} a whole file cannot be deleted. Name a key in it.`, isUnknown: false }
  }
  if (address.file === null) {
    const why = "the run config is merged into the program's own values, which lose no key by that"
    return { message: `${start} ${why}. Set it to null if the program takes that.`, isUnknown: false }
  }
  if (inputs.isPartial || findDeclaredInput(inputs, address).isKnown) return null
  return { message: `${start} it is not an input of this job.`, isUnknown: true }
}
