import { connect, type AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sendEvents } from './event-stream.ts'

const WAIT = { timeout: 60_000 }
const MESSAGE = 'x'.repeat(1024 * 1024)

/** A server whose one stream has 500 messages of a megabyte. */
async function startStreaming() {
  const app = Fastify()
  const stopping = new AbortController()
  const sent = { count: 0, isOver: false }
  async function* messages() {
    try {
      for (; sent.count < 500; sent.count += 1) {
        await new Promise((resolve) => void setImmediate(resolve))
        yield MESSAGE
      }
    } finally {
      sent.isOver = true
    }
  }
  app.get('/stream', (_request, reply) => sendEvents(reply, messages(), stopping.signal))
  app.get('/', () => 'here')
  await app.listen()
  const { port } = app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write('GET /stream HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await new Promise((resolve) => socket.once('readable', resolve))
  /** Gives the server time by other requests. */
  const passTime = async (): Promise<void> => {
    for (let count = 0; count < 600; count += 1) await (await fetch(`http://127.0.0.1:${port}/`)).text()
  }
  return { app, socket, sent, stopping, passTime, [Symbol.asyncDispose]: () => app.close() }
}

test('messages wait for a client that does not read, and go on when it does', async () => {
  await using server = await startStreaming()
  await server.passTime()
  // What the operating system's buffers take.
  const { count } = server.sent
  expect(count).toBeLessThan(100)
  server.socket.resume()
  await expect.poll(() => server.sent.count, WAIT).toBeGreaterThan(count + 50)
  server.socket.destroy()
  await expect.poll(() => server.sent.isOver, WAIT).toBe(true)
})

test('a client that does not read for a minute is cut off', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  await using server = await startStreaming()
  await server.passTime()
  expect(server.sent.isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  await expect.poll(() => server.sent.isOver, WAIT).toBe(true)
  expect(server.sent.count).toBeLessThan(100)
})

test('a client that hangs up unread ends its stream', async () => {
  await using server = await startStreaming()
  server.socket.destroy()
  await expect.poll(() => server.sent.isOver, WAIT).toBe(true)
  expect(server.sent.count).toBeLessThan(100)
})

test('a client that does not read does not hold up the end of the server', async () => {
  await using server = await startStreaming()
  await server.passTime()
  server.stopping.abort()
  await expect.poll(() => server.sent.isOver, WAIT).toBe(true)
  await new Promise((resolve) => server.socket.resume().once('close', resolve))
})

test('a comment keeps a quiet connection open', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const app = Fastify()
  const { promise: never, resolve: end } = Promise.withResolvers<void>()
  async function* nothing() {
    await never
    yield* []
  }
  app.get('/', (_request, reply) => sendEvents(reply, nothing(), new AbortController().signal))
  await app.listen()
  const response = await fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/`)
  await vi.advanceTimersByTimeAsync(12_000)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe(':\n\n')
  end()
  expect((await reader?.read())?.value).toBe('event: complete\ndata:\n\n')
  vi.useRealTimers()
  await app.close()
})
