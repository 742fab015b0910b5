export type { ErrorCode, ErrorDetails, Problem } from './errors.ts'
export {
  ConflictError,
  InvalidInputError,
  KnownError,
  NotAllowedError,
  NotAuthenticatedError,
  NotFoundError,
  TooLargeError,
  UnavailableError,
  UnsupportedError,
} from './errors.ts'
