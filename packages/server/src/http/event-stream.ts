import type { FastifyReply, FastifyRequest } from 'fastify'

/** A line at this interval keeps proxies from closing a connection on which nothing happens. */
const KEEP_ALIVE_MS = 12_000
/** A client that does not read for so long is gone, or will read everything anew when it comes back. */
const MAX_STALL_MS = 60_000

/** Whether the answer to a request may be a stream of events. */
export function acceptsEventStream(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/event-stream') === true
}

/**
 * Sends each message as an event, in the distinct connections mode of the protocol GraphQL over SSE, and asks for the next
 * one only when there is room for it. When the server stops, the stream breaks off without the event `complete`: clients
 * then connect again. Source: graphql-sse, PROTOCOL.md.
 */
export async function sendEvents(
  reply: FastifyReply,
  messages: AsyncIterable<unknown> | Iterable<unknown>,
  stopping: AbortSignal,
): Promise<void> {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-content-type-options': 'nosniff',
    // Nginx would gather a stream before it passes it on.
    'x-accel-buffering': 'no',
  })
  raw.flushHeaders()
  // Not while it is stalled: what nobody reads would pile up.
  const keepAlive = setInterval(() => void (raw.writableNeedDrain || raw.write(':\n\n')), KEEP_ALIVE_MS)
  try {
    for await (const message of messages) {
      if (!raw.write(`event: next\ndata: ${JSON.stringify(message)}\n\n`)) await untilDrained(reply, stopping)
      if (raw.destroyed) return
    }
  } finally {
    clearInterval(keepAlive)
    if (raw.writableNeedDrain) raw.destroy()
    else raw.end(stopping.aborted ? '' : 'event: complete\ndata:\n\n')
  }
}

async function untilDrained({ raw }: FastifyReply, stopping: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const giveUp = setTimeout(() => raw.destroy(), MAX_STALL_MS)
  const end = (): void => resolve()
  raw.once('drain', end).once('close', end)
  stopping.addEventListener('abort', end, { once: true })
  if (!raw.writableNeedDrain || raw.destroyed || stopping.aborted) resolve()
  await promise
  clearTimeout(giveUp)
  raw.off('drain', end).off('close', end)
  stopping.removeEventListener('abort', end)
}
