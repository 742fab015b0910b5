import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Viewer } from '../account/account.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import type { Services } from '../services.ts'
import { readSharedWriter } from './shared-writer.ts'
import { createBrowserSession } from './session-cookie.ts'
import type { UndeliveredAnswers } from './undelivered-answers.ts'

/**
 * Makes the context of one request. Its signal is only made when a resolver asks for it: few requests wait for anything,
 * and an AbortSignal for each of thousands of requests a second would cost more than their resolvers.
 */
export function createGraphqlContext(deps: {
  readonly services: Services
  readonly viewer: Viewer | null
  readonly request: FastifyRequest
  readonly authenticateAgain: () => Promise<Viewer | null>
  readonly reply: FastifyReply
  readonly publicUrl: () => string
  readonly stopping: AbortSignal
  readonly undelivered: UndeliveredAnswers
}): RequestContext {
  let signal: AbortSignal | null = null
  return {
    services: deps.services,
    viewer: deps.viewer,
    browserSession: createBrowserSession(deps),
    authenticateAgain: deps.authenticateAgain,
    get signal() {
      signal ??= endWith(deps.stopping, deps.reply)
      return signal
    },
    get sharedWriter() {
      return readSharedWriter(deps.request.headers)
    },
    whenUndelivered: (callback) => deps.undelivered.watch(deps.reply, callback),
  }
}

/** Ends when the server stops, or the client closes the connection before it has the answer. */
function endWith(stopping: AbortSignal, reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  const stop = (): void => controller.abort(stopping.reason)
  if (stopping.aborted) stop()
  // Not AbortSignal.any: the signal of the server's life would keep a trace of every request.
  stopping.addEventListener('abort', stop, { once: true })
  reply.raw.once('close', () => {
    stopping.removeEventListener('abort', stop)
    if (!reply.raw.writableFinished) controller.abort(new Error('The client closed the connection'))
  })
  return controller.signal
}
