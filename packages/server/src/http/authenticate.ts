import type { FastifyRequest } from 'fastify'
import { NotAuthenticatedError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'

/**
 * The viewer of a request: from `Authorization: Basic base64("api:" + key)`, as the Python client sends it, or from
 * `Bearer key`. Null without the header; a key that is wrong is refused.
 */
export async function authenticate(request: FastifyRequest, account: AccountService): Promise<Viewer | null> {
  const header = request.headers.authorization
  if (header === undefined || header === '') return null
  const key = readKey(header)
  const viewer = key === null ? null : await account.authenticate(key)
  if (viewer === null) {
    throw new NotAuthenticatedError(
      'Cannot log in: the API key is unknown to this server. Check the key, or get a new one.',
    )
  }
  return viewer
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
