import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { makeTestCertificate } from '@slipway/testkit'

/** What speaks TLS in front of a server, as a reverse proxy does for a team. */
export interface TlsFront extends AsyncDisposable {
  readonly url: string
  /** What a program's HTTP clients need to trust it. */
  readonly environment: Readonly<Record<string, string>>
}

/** Starts it; what it is asked goes on to `port` of this machine. Its certificate lies in `folder`. */
export async function startTlsFront(folder: string, port: number): Promise<TlsFront> {
  const { certificate, key } = await makeTestCertificate(['localhost', '127.0.0.1'])
  const trusted = join(folder, 'certificate.pem')
  await writeFile(trusted, certificate)
  const front = createServer({ cert: certificate, key }, (incoming, outgoing) => {
    const { method, url, headers } = incoming
    const onward = httpRequest({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  return {
    url: `https://localhost:${(front.address() as AddressInfo).port}`,
    environment: { REQUESTS_CA_BUNDLE: trusted, SSL_CERT_FILE: trusted },
    async [Symbol.asyncDispose]() {
      front.closeAllConnections()
      front.close()
      await once(front, 'close')
    },
  }
}
