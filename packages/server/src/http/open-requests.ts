import type { FastifyInstance } from 'fastify'

/** The requests that handlers are at work for, also those whose client has hung up. */
export interface OpenRequests {
  /** Resolves when no handler is at work any more. */
  untilNone(): Promise<void>
}

/** Follows the handlers of all routes that are registered from now on. */
export function trackOpenRequests(app: FastifyInstance): OpenRequests {
  const open = new Set<Promise<unknown>>()
  app.addHook('onRoute', (route) => {
    const { handler } = route
    route.handler = function handle(request, reply) {
      const answer: unknown = handler.call(this, request, reply)
      if (!(answer instanceof Promise)) return answer
      const done = answer.catch(() => undefined).finally(() => open.delete(done))
      open.add(done)
      return answer
    }
  })
  return {
    async untilNone() {
      while (open.size > 0) await Promise.all(open)
    },
  }
}
