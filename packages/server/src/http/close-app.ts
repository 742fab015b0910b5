import type { FastifyInstance } from 'fastify'
import type { OpenRequests } from './open-requests.ts'
import type { UnusedConnections } from './unused-connections.ts'

const LOOK_MS = 20

/**
 * Takes no more requests and waits for those that are open; connections whose answers are not through after
 * `graceMs` are cut. Resolves when no handler is at work any more.
 */
export async function closeApp(
  app: FastifyInstance,
  open: { readonly requests: OpenRequests; readonly unused: UnusedConnections },
  graceMs: number,
): Promise<void> {
  const deadline = performance.now() + graceMs
  // A connection that was busy when the closing began stays open after its answer, unless somebody looks again.
  const look = setInterval(() => {
    open.unused.close()
    if (performance.now() < deadline) app.server.closeIdleConnections()
    else app.server.closeAllConnections()
  }, LOOK_MS)
  try {
    await app.close()
  } finally {
    clearInterval(look)
  }
  await open.requests.untilNone()
}
