import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Where the page's own style elements are allowed from; replaced in each answer. */
const NONCE_PLACE = '__STYLE_NONCE__'
const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * Serves the web application: its files, and its page at `/` and at every address that a browser opens and nothing else answers.
 * Without a folder, or with one in which nothing is built, that page says so.
 */
export function registerWebApplication(app: FastifyInstance, deps: { readonly folder: string | null }): void {
  const page = deps.folder === null ? null : readPage(deps.folder)
  if (deps.folder !== null && page !== null) {
    void app.register(fastifyStatic, {
      root: join(deps.folder, 'assets'),
      prefix: '/assets/',
      wildcard: true,
      index: false,
      preCompressed: true,
      immutable: true,
      maxAge: YEAR_SECONDS * 1000,
      decorateReply: false,
    })
  }
  const answer = (reply: FastifyReply): FastifyReply =>
    page === null ? sendText(reply, NOT_BUILT_PAGE, '') : sendPage(reply, page)
  // Whoever asks: a load balancer's probe and a plain curl name no page, and want to know whether the server is there.
  app.get('/', { helmet: false }, (_request, reply) => answer(reply))
  app.get('/*', { helmet: false }, (request, reply) => (wantsPage(request) ? answer(reply) : reply.callNotFound()))
}

function readPage(folder: string): string | null {
  const file = join(folder, 'index.html')
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** Programs get an error for an address that is not there; browsers ask for a page by name. */
function wantsPage(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html')
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return sendText(reply, page.replaceAll(NONCE_PLACE, nonce), nonce)
}

function sendText(reply: FastifyReply, html: string, styleNonce: string): FastifyReply {
  return reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(styleNonce),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .send(html)
}

/**
 * Scripts only from this server's files, never inline and never made from text. Style elements need the nonce of the
 * answer, since the component and editor libraries make theirs at run time.
 */
function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styleNonce === '' ? '' : ` 'nonce-${styleNonce}'`}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const NOT_BUILT_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Slipway</title></head><body><h1>Slipway</h1><p>This server runs, but its web application is not built. In the checkout, run <code>make setup</code> and start the server again.</p></body></html>
`
