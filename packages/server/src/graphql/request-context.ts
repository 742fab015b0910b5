import { NotAuthenticatedError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { Services } from '../services.ts'

/** What every resolver gets beside its arguments. */
export interface RequestContext {
  readonly services: Services
  /** Null when no key came with the request. */
  readonly viewer: Viewer | null
  /** Who asks now, for requests that go on for long: their key or session may have ended since. */
  readonly authenticateAgain: () => Promise<Viewer | null>
  /** Ends when the client hangs up or the server stops. */
  readonly signal: AbortSignal
  /** The session of the browser that sends the request. */
  readonly browserSession: BrowserSession
  /** The id of the program that asks, when it is one of several that write to one run. Throws InvalidInputError. */
  readonly sharedWriter: string | null
  /** Calls back when the connection ends before the client could be sent the answer. */
  whenUndelivered(callback: () => void): void
}

/** What a resolver may do with the session cookie. */
export interface BrowserSession {
  /** The token that came with the request. */
  readonly token: string | null
  /** Sends the cookie of a new session with the answer. */
  open(token: string): void
  /** Has the browser forget its cookie. */
  close(): void
}

/** The viewer, or a NotAuthenticatedError that says how to get a key. */
export function requireViewer(context: RequestContext): Viewer {
  if (context.viewer === null) {
    throw new NotAuthenticatedError('Cannot answer without an API key. Log in with "slipway login" or "wandb login".')
  }
  return context.viewer
}
