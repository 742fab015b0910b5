import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer, type IncomingMessage } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { makeTestCertificate } from '@slipway/testkit'
import { answerAsBucket, BUCKET_HOSTS } from './bucket-answers.ts'

/** A stand-in for public buckets in the internet; a program that gets its environment finds them on this machine. */
export interface PublicBuckets extends AsyncDisposable {
  readonly environment: Readonly<Record<string, string>>
}

/**
 * Starts a proxy that answers for the buckets in their place and reaches nothing else, so that tests which read them need
 * no internet. Programs are pointed at it by the variables that every HTTP client knows.
 */
export async function startPublicBuckets(): Promise<PublicBuckets> {
  await using started = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'slipway-buckets-'))
  started.defer(() => rm(folder, { recursive: true, force: true }))
  const { certificate, key } = await makeTestCertificate(BUCKET_HOSTS)
  const trusted = join(folder, 'certificate.pem')
  await writeFile(trusted, certificate)

  const buckets = createHttpsServer({ cert: certificate, key }, answerAsBucket)
  const tunnels = new Set<Duplex>()
  const proxy = createHttpServer((_request, response) => response.writeHead(502).end(REFUSAL))
  proxy.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    tunnels.add(socket)
    socket.once('close', () => tunnels.delete(socket))
    socket.on('error', () => socket.destroy())
    const host = (request.url ?? '').replace(/:443$/, '')
    if (!BUCKET_HOSTS.includes(host)) {
      socket.end(`HTTP/1.1 502 Bad Gateway\r\ncontent-length: ${REFUSAL.length}\r\n\r\n${REFUSAL}`)
      return
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    socket.unshift(head)
    buckets.emit('connection', socket)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  started.defer(async () => {
    for (const socket of tunnels) socket.destroy()
    proxy.closeAllConnections()
    proxy.close()
    await once(proxy, 'close')
  })

  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const running = started.move()
  return {
    environment: {
      HTTPS_PROXY: address,
      https_proxy: address,
      NO_PROXY: 'localhost,127.0.0.1',
      no_proxy: 'localhost,127.0.0.1',
      REQUESTS_CA_BUNDLE: trusted,
      AWS_CA_BUNDLE: trusted,
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

const REFUSAL = 'Only the public buckets of the tests are reached by this proxy.\n'
