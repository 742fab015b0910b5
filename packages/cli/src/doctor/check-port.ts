import { createServer } from 'node:net'
import type { LocatedLogin } from '../login/find-login.ts'
import type { Terminal } from '../terminal.ts'
import { type Check, ok, warn } from './check.ts'

const DEFAULT_PORT = 8080

/** Looks whether `slipway start` could listen here, where no server of ours does already. */
export async function checkPort(
  terminal: Terminal,
  login: LocatedLogin | null,
  isReached: boolean,
): Promise<Check | null> {
  const port = Number(terminal.environment['SLIPWAY_PORT'] ?? DEFAULT_PORT)
  const host = terminal.environment['SLIPWAY_HOST'] ?? '127.0.0.1'
  const own = login !== null && URL.canParse(login.baseUrl) ? new URL(login.baseUrl) : null
  if (!Number.isInteger(port) || port <= 0 || port > 65_535) return null
  // The port of the server that was asked just now is taken, and should be.
  if (isReached && own !== null && isLocal(own.hostname) && Number(own.port || '80') === port) return null
  const reason = await tryListen(host, port)
  if (reason === null) return ok('port', `${host}:${port} is free for "slipway start"`)
  if (reason !== 'EADDRINUSE')
    return warn('port', `cannot listen on ${host}:${port} (${reason})`, 'Choose another with --host and --port.')
  return warn(
    'port',
    `another program listens on ${host}:${port}`,
    'Start with another port: slipway start --port 8081; or log in to that server, if it is one.',
  )
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}

/** Null when it can be listened on, otherwise the system's code. */
function tryListen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    server.listen({ host, port, exclusive: true }, () => {
      server.close(() => resolve(null))
    })
  })
}
