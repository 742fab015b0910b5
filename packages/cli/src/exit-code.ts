import type { ErrorCode } from '@slipway/core'

/** The exit code of each kind of failure, so that scripts can tell them apart. 1 is anything else, such as a failed run. */
export const exitCodeByError: Readonly<Record<ErrorCode, number>> = {
  'invalid-input': 2,
  'not-found': 3,
  'not-allowed': 4,
  'not-authenticated': 4,
  unavailable: 5,
  conflict: 6,
  gone: 7,
  'too-large': 8,
  unsupported: 9,
}

/** For what is not a KnownError, and for a launched run that did not finish. */
export const FAILED_EXIT_CODE = 1

/** For a command that was asked to stop before what it waited for was over, as shells have it for Ctrl-C. */
export const INTERRUPTED_EXIT_CODE = 130
