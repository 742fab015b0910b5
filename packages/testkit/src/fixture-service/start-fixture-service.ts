import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TestServer } from '../test-server.ts'
import { parseFixtureCommand } from './fixture-command.ts'
import { runFixtureCommand } from './run-fixture-command.ts'

/** The service by which the stock client's system tests make their users, teams and organizations. */
export interface FixtureService extends AsyncDisposable {
  /** The port on loopback. */
  readonly port: number
}

/**
 * Starts the service on a free port of loopback. A command that cannot be run is answered with a status of 400 and the
 * reason as text, which the tests print. Anybody on this machine may send commands: never start it for a server that is used.
 */
export async function startFixtureService(server: TestServer): Promise<FixtureService> {
  const http = createServer((request, response) => {
    void answer(server, request).then(({ status, message }) =>
      response.writeHead(status, { 'content-type': 'text/plain' }).end(message),
    )
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  return {
    port: (http.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      http.close()
      http.closeAllConnections()
      await once(http, 'close')
    },
  }
}

async function answer(
  server: TestServer,
  request: IncomingMessage,
): Promise<{ readonly status: number; readonly message: string }> {
  try {
    const path = request.url ?? '/'
    if (request.method === 'GET' && path === '/health') return { status: 200, message: 'ok' }
    const command = parseFixtureCommand(path, JSON.parse(await text(request)))
    if (command === null) return { status: 400, message: `Cannot run the command for ${path}: it is not known.` }
    await runFixtureCommand(server, command)
    return { status: 200, message: 'done' }
  } catch (error) {
    return { status: 400, message: error instanceof Error ? error.message : String(error) }
  }
}
