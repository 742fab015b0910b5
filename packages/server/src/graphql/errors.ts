import { KnownError, type ErrorCode } from '@slipway/core'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Log } from '../log.ts'

/**
 * The HTTP status of a refusal. The Python client repeats 408, 429 and 5xx for minutes, which looks like a hang, so
 * everything that trying again cannot mend is one of the 4xx that it never repeats.
 */
export const httpStatusByErrorCode: Readonly<Record<ErrorCode, number>> = {
  'invalid-input': 400,
  'not-authenticated': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  unsupported: 422,
  unavailable: 503,
}

/** Shows an error to the client: a known one with code and problems, anything else masked under the request's id. */
export function presentGraphqlError(error: GraphQLError, requestId: string, log: Log): GraphQLFormattedError {
  const original = error.originalError
  // A document or variables that do not fit the schema; the original is then an error of the same kind.
  if (original === undefined || original === null || original instanceof GraphQLError) {
    return { ...error.toJSON(), message: withoutValues(error.message), extensions: { code: 'invalid-input' } }
  }
  const place = {
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
  }
  if (original instanceof KnownError) {
    return { message: original.message, ...place, extensions: { code: original.code, ...original.details } }
  }
  log.error({ err: original, requestId, path: error.path }, 'a request failed unexpectedly')
  return {
    message: `Cannot answer: the server failed unexpectedly. Its log has the reason under request "${requestId}".`,
    ...place,
    extensions: { code: 'internal', requestId },
  }
}

// What does not fit may be, or stand beside, a secret.
function withoutValues(message: string): string {
  return message
    .replace(/, found: .*$/su, '.')
    .replace(/(cannot represent [\w -]*value): .*$/su, '$1.')
    .replace(/(invalid value) .*?( at "[\w.[\]]*")?(?:; .*)?$/su, '$1$2.')
}

/** The status for an answer with these errors and no data at all; 200 where part of the answer is there. */
export function httpStatusOf(errors: readonly GraphQLError[], hasData: boolean): number {
  if (hasData) return 200
  const first = errors.find((error) => error.originalError instanceof KnownError)?.originalError
  if (first instanceof KnownError) return httpStatusByErrorCode[first.code]
  return errors.some(({ originalError: original }) => original && !(original instanceof GraphQLError)) ? 200 : 400
}
