import type { Socket } from 'node:net'
import type { FastifyReply } from 'fastify'

/** Tells of answers that did not reach their client. */
export interface UndeliveredAnswers {
  /** Notes that a request came: by that its connection says that the answer before was read. */
  noteRequest(socket: Socket): void
  /** Calls back when the connection of a request breaks before its client has read the answer. */
  watch(reply: FastifyReply, callback: () => void): void
}

/**
 * Watches connections for answers that are lost. A connection that closes before the answer was written is one sign. The
 * other is a reset after that: a program that is killed or hangs up with the answer unread makes its operating system
 * reset the connection, while one that has read everything closes it in peace.
 */
export function createUndeliveredAnswers(): UndeliveredAnswers {
  const unread = new WeakMap<Socket, (() => void)[]>()

  function callbacksOf(socket: Socket): (() => void)[] {
    const known = unread.get(socket)
    if (known !== undefined) return known
    const callbacks: (() => void)[] = []
    unread.set(socket, callbacks)
    socket.once('close', (hadError) => {
      if (hadError) for (const callback of callbacks) callback()
    })
    return callbacks
  }

  return {
    noteRequest(socket) {
      const callbacks = unread.get(socket)
      if (callbacks !== undefined) callbacks.length = 0
    },
    watch(reply, callback) {
      let isCalled = false
      const callOnce = (): void => {
        if (!isCalled) callback()
        isCalled = true
      }
      if (reply.raw.destroyed && !reply.raw.writableFinished) {
        callOnce()
        return
      }
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) callOnce()
      })
      if (reply.raw.socket !== null) callbacksOf(reply.raw.socket).push(callOnce)
    },
  }
}
