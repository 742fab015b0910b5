import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BrowserSession } from '../graphql/request-context.ts'

const SESSION_COOKIE = 'slipway_session'
const SESSION_SECONDS = 30 * 24 * 60 * 60

/** The token of the browser session that came with a request; null without one. */
export function readSessionToken(request: FastifyRequest): string | null {
  const pair = (request.headers.cookie ?? '').split(/;\s*/).find((part) => part.startsWith(`${SESSION_COOKIE}=`))
  const token = pair?.slice(SESSION_COOKIE.length + 1)
  return token === undefined || token === '' ? null : token
}

/** The session of one request. No script can read its cookie, and no page of another site gets it sent. */
export function createBrowserSession(deps: {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly publicUrl: () => string
}): BrowserSession {
  function setCookie(value: string, seconds: number): void {
    const secure = deps.publicUrl().startsWith('https:') ? '; Secure' : ''
    void deps.reply.header(
      'set-cookie',
      `${SESSION_COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`,
    )
  }

  return {
    get token() {
      return readSessionToken(deps.request)
    },
    open: (token) => setCookie(token, SESSION_SECONDS),
    close: () => setCookie('', 0),
  }
}

/**
 * Whether a request comes from a page of this server. Browsers name the page's origin with each request that may change
 * something; the cookie alone would also be sent by a page of another port of the same host.
 */
export function isFromOwnPage(request: FastifyRequest, publicUrl: string): boolean {
  const { origin, host } = request.headers
  if (origin === undefined || !URL.canParse(origin)) return false
  return origin === new URL(publicUrl).origin || new URL(origin).host === host
}
