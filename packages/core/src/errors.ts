/**
 * Every kind of failure that a caller may treat differently. The union is closed: tables that map a code to an HTTP
 * status, an exit code or a retry decision are exhaustive, so a new code does not compile until each has an answer.
 */
export type ErrorCode =
  | 'invalid-input'
  | 'not-found'
  | 'not-allowed'
  | 'not-authenticated'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'unavailable'
  | 'unsupported'

/** One thing that is wrong with a value: where, and a sentence that says what was given and what is allowed. */
export interface Problem {
  /** Where the problem is, as the user writes it: `trainer.learning_rate`, `config.yaml:batch_size`. Empty for the whole value. */
  readonly path: string
  /** One sentence for a person: what could not be done, why, and what to do. Never holds a secret. */
  readonly message: string
}

/** Data beside an error's message that programs may read. Must be JSON and free of secrets. */
export interface ErrorDetails {
  readonly problems?: readonly Problem[]
  readonly [key: string]: unknown
}

/** The base of all expected failures: a code to branch on, a message for people, and the original error as `cause`. */
export class KnownError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly details?: ErrorDetails; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = new.target.name
    this.code = code
    this.details = options.details ?? {}
  }
}

/** A value from outside was refused. `details.problems` holds one entry per path. */
export class InvalidInputError extends KnownError {
  constructor(message: string, options: { readonly problems?: readonly Problem[]; readonly cause?: unknown } = {}) {
    super('invalid-input', message, {
      ...(options.problems === undefined ? {} : { details: { problems: options.problems } }),
      cause: options.cause,
    })
  }
}

/** The thing named does not exist, or the caller may not know that it does. */
export class NotFoundError extends KnownError {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super('not-found', message, options)
  }
}

/** The caller is known but may not do this. */
export class NotAllowedError extends KnownError {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super('not-allowed', message, options)
  }
}

/** No valid key came with the request. */
export class NotAuthenticatedError extends KnownError {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super('not-authenticated', message, options)
  }
}

/** The thing exists already, or changed in the meantime. */
export class ConflictError extends KnownError {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super('conflict', message, options)
  }
}

/** The thing named was there and was deleted; asking again for the same one never helps. */
export class GoneError extends KnownError {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super('gone', message, options)
  }
}

/** The request body or a value in it is larger than this server takes. */
export class TooLargeError extends KnownError {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super('too-large', message, options)
  }
}

/** A service, disk or network that is needed does not answer; trying again later may help. */
export class UnavailableError extends KnownError {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super('unavailable', message, options)
  }
}

/** The operation is understood but this version of Slipway does not offer it. */
export class UnsupportedError extends KnownError {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super('unsupported', message, options)
  }
}
