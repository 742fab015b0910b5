import {
  ConflictError,
  GoneError,
  InvalidInputError,
  type KnownError,
  NotAllowedError,
  NotAuthenticatedError,
  NotFoundError,
  TooLargeError,
  UnavailableError,
  UnsupportedError,
  type ErrorCode,
  type Problem,
} from '@slipway/core'

interface AnswerError {
  readonly message: string
  readonly code: ErrorCode | null
  readonly problems: readonly Problem[]
}

/**
 * The server is there, but it failed at this request without a reason that it may tell; its own log has one. Trying again
 * may help, but not for ever.
 */
export class ServerFailedError extends UnavailableError {}

/** Takes the data out of a GraphQL answer, or throws the failure that the answer states. */
export function readAnswer(status: number, text: string, address: string): unknown {
  const body = parseBody(text)
  const errors = readErrors(body)
  if (errors.length > 0) throw toKnownError(errors, codeOfStatus(status))
  if (isRecord(body) && isRecord(body['data']) && status < 300) return body['data']
  const message = `Cannot use the answer of ${address}: it was HTTP status ${status}, not GraphQL data. Check that the address is that of a Slipway server.`
  throw errorOfStatus(status, message)
}

/** The failure of a code that came from elsewhere, such as another thread. */
export function errorOfCode(code: ErrorCode, message: string): KnownError {
  return new errorByCode[code](message)
}

/** Reads the answer of an address that is not GraphQL: its JSON, null when it has none. Throws the failure that it states. */
export function readPlainAnswer(status: number, text: string, address: string): unknown {
  const body = parseBody(text)
  if (status >= 200 && status < 300) return body
  const errors = readErrors(body)
  if (errors.length > 0) throw toKnownError(errors, codeOfStatus(status))
  throw errorOfStatus(status, `Cannot send to ${address}: the answer was HTTP status ${status}.`)
}

/** The failure that an HTTP status stands for where the answer gives no better reason. */
export function errorOfStatus(status: number, message: string): KnownError {
  return new errorByCode[codeOfStatus(status) ?? 'unavailable'](message)
}

const errorByCode: Readonly<Record<ErrorCode, new (message: string) => KnownError>> = {
  'invalid-input': InvalidInputError,
  'not-found': NotFoundError,
  'not-allowed': NotAllowedError,
  'not-authenticated': NotAuthenticatedError,
  conflict: ConflictError,
  gone: GoneError,
  'too-large': TooLargeError,
  unavailable: UnavailableError,
  unsupported: UnsupportedError,
}

function toKnownError(errors: readonly AnswerError[], fallback: ErrorCode | null): KnownError {
  const message = errors.map((error) => error.message).join('\n')
  const code = errors.find((error) => error.code !== null)?.code ?? fallback
  if (code === null) return new ServerFailedError(message)
  const problems = errors.flatMap((error) => error.problems)
  if (code === 'invalid-input') return new InvalidInputError(message, { problems })
  return new errorByCode[code](message)
}

// The same statuses that the server gives its error codes, for answers that some proxy in between made.
function codeOfStatus(status: number): ErrorCode | null {
  if (status === 401) return 'not-authenticated'
  if (status === 403) return 'not-allowed'
  if (status === 404) return 'not-found'
  if (status === 409) return 'conflict'
  if (status === 410) return 'gone'
  if (status === 413) return 'too-large'
  if (status === 501) return 'unsupported'
  if (status === 408 || status === 429 || status >= 500) return 'unavailable'
  return status >= 400 ? 'invalid-input' : null
}

function readErrors(body: unknown): AnswerError[] {
  if (!isRecord(body)) return []
  const list = Array.isArray(body['errors']) ? body['errors'] : body['error'] === undefined ? [] : [body['error']]
  return list.map((error: unknown) => {
    if (!isRecord(error)) return { message: String(error), code: null, problems: [] }
    const extensions = isRecord(error['extensions']) ? error['extensions'] : {}
    return {
      message: typeof error['message'] === 'string' ? error['message'] : 'The server gave no reason.',
      code: isErrorCode(extensions['code']) ? extensions['code'] : null,
      problems: readProblems(extensions['problems']),
    }
  })
}

function readProblems(value: unknown): Problem[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) =>
    isRecord(item) && typeof item['path'] === 'string' && typeof item['message'] === 'string'
      ? [{ path: item['path'], message: item['message'] }]
      : [],
  )
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorByCode, value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
