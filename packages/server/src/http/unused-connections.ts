import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Connections that clients have opened ahead of time, as browsers do, and sent nothing on. */
export interface UnusedConnections {
  close(): void
}

/** Follows the connections of a server. Node counts one on which nothing was sent yet as busy, so its end would wait. */
export function trackUnusedConnections(app: FastifyInstance): UnusedConnections {
  const open = new Set<Socket>()
  app.server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return {
    close() {
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
    },
  }
}
