import { GoneError, NotFoundError } from '@slipway/core'

/** A run that is not there, or not the caller's to see: both are told alike. */
export function runNotFound(what: string): NotFoundError {
  return new NotFoundError(
    `Cannot find run "${what.slice(0, 300)}": it does not exist, or you do not belong to its entity. Check the name.`,
  )
}

/** A run that was deleted: nothing is written to it any more. */
export function runGone(name: string): GoneError {
  return new GoneError(`Cannot use run "${name}": it was deleted. Choose another run id.`)
}
