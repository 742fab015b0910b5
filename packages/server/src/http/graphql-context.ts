import type { FastifyReply } from 'fastify'
import type { Viewer } from '../account/account.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import type { Services } from '../services.ts'

/**
 * Makes the context of one request. Its signal is only made when a resolver asks for it: few requests wait for anything,
 * and an AbortSignal for each of thousands of requests a second would cost more than their resolvers.
 */
export function createGraphqlContext(deps: {
  readonly services: Services
  readonly viewer: Viewer | null
  readonly reply: FastifyReply
  readonly stopping: AbortSignal
}): RequestContext {
  let signal: AbortSignal | null = null
  return {
    services: deps.services,
    viewer: deps.viewer,
    get signal() {
      signal ??= AbortSignal.any([deps.stopping, hangUpSignal(deps.reply)])
      return signal
    },
    whenUndelivered: (callback) => onHangUp(deps.reply, callback),
  }
}

/** Ends when the client closes the connection before it has the answer. */
function hangUpSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  onHangUp(reply, () => controller.abort(new Error('The client closed the connection')))
  return controller.signal
}

function onHangUp(reply: FastifyReply, callback: () => void): void {
  if (reply.raw.destroyed && !reply.raw.writableFinished) {
    callback()
    return
  }
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) callback()
  })
}
