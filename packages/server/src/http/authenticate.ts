import type { FastifyRequest } from 'fastify'
import { NotAllowedError, NotAuthenticatedError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'
import { isFromOwnPage, readSessionToken } from './session-cookie.ts'

/** What a request is judged by. */
export interface AuthenticationDeps {
  readonly account: AccountService
  readonly publicUrl: () => string
}

/**
 * The viewer of a request: from `Authorization: Basic base64("api:" + key)`, as the Python client sends it, from
 * `Bearer key`, or from the cookie of a browser session. Null without any; a key that is wrong is refused, and so is a
 * cookie that comes from a page of another site. A session that is over counts as none.
 */
export async function authenticate(request: FastifyRequest, deps: AuthenticationDeps): Promise<Viewer | null> {
  const header = request.headers.authorization
  if (header === undefined || header === '') return authenticateBrowser(request, deps)
  const key = readKey(header)
  const viewer = key === null ? null : await deps.account.authenticate(key)
  if (viewer === null) {
    throw new NotAuthenticatedError(
      'Cannot log in: the API key is unknown to this server. Check the key, or get a new one.',
    )
  }
  return viewer
}

async function authenticateBrowser(request: FastifyRequest, deps: AuthenticationDeps): Promise<Viewer | null> {
  const token = readSessionToken(request)
  if (token === null) return null
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isFromOwnPage(request, deps.publicUrl())) {
    throw new NotAllowedError(
      `Cannot answer: the request comes with a browser's session, but not from a page of this server. Send an API key instead.`,
    )
  }
  return deps.account.authenticateSession(token)
}

function readKey(header: string): string | null {
  const [scheme, value] = header.split(' ', 2)
  if (value === undefined) return null
  if (scheme?.toLowerCase() === 'bearer') return value
  if (scheme?.toLowerCase() !== 'basic') return null
  const decoded = Buffer.from(value, 'base64').toString('utf8')
  const colon = decoded.indexOf(':')
  return colon === -1 ? null : decoded.slice(colon + 1)
}
