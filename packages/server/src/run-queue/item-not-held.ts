import { ConflictError } from '@slipway/core'

/** The refusal of a report from an agent that has lost its item. */
export function itemNotHeld(wireId: string, launchAgentId: number): ConflictError {
  return new ConflictError(
    `Cannot report on run queue item "${wireId}": launch agent ${launchAgentId} does not hold it. Stop its process and report nothing.`,
  )
}
