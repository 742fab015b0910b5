import type { ErrorCode } from '@slipway/core/errors'

/** One value that a request was refused for. */
export interface ApiProblem {
  readonly path: string
  readonly message: string
}

/** A request that the server refused, or that did not reach it (`unreachable`). The message is for a person. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'unreachable' | 'unknown'
  readonly problems: readonly ApiProblem[]

  constructor(
    code: ApiError['code'],
    message: string,
    options: { readonly problems?: readonly ApiProblem[]; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'ApiError'
    this.code = code
    this.problems = options.problems ?? []
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
