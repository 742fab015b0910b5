import helmet from '@fastify/helmet'
import { KnownError } from '@slipway/core'
import Fastify, { type FastifyInstance } from 'fastify'
import { httpStatusByErrorCode } from '../graphql/errors.ts'
import type { Log } from '../log.ts'

/** The client sends GraphQL bodies of 10 MB and more, for example with the metadata of an artifact. */
const MAX_BODY_BYTES = 64 * 1024 * 1024

/** Creates the HTTP application without routes: body limits, security headers, and one way to show errors. */
export function createHttpApp(log: Log): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    // A held pop takes up to 15 s; a connection that is silent for much longer is dead.
    keepAliveTimeout: 75_000,
    // An answer that is on its way when the server stops must arrive: its change is done.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 4096 },
  })
  void app.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], upgradeInsecureRequests: null } },
    strictTransportSecurity: false,
  })
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof KnownError) {
      return reply
        .status(httpStatusByErrorCode[error.code])
        .send({ errors: [{ message: error.message, extensions: { code: error.code, ...error.details } }] })
    }
    const status = readStatus(error)
    if (status >= 400 && status < 500) {
      return reply.status(status).send({
        errors: [{ message: `Cannot read the request: ${error instanceof Error ? error.message : String(error)}` }],
      })
    }
    // Without its query: that of a signed address would let a reader of the log use it.
    log.error({ err: error, requestId: request.id, url: request.url.split('?')[0] }, 'a request failed unexpectedly')
    return reply.status(500).send({
      errors: [
        {
          message: `Cannot answer: the server failed unexpectedly. Its log has the reason under request "${request.id}".`,
        },
      ],
    })
  })
  app.setNotFoundHandler((request, reply) =>
    reply.status(404).send({
      errors: [
        {
          message: `Cannot find "${request.method} ${request.url.split('?')[0] ?? ''}": this server has no such address.`,
        },
      ],
    }),
  )
  return app
}

function readStatus(error: unknown): number {
  return typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500
}
