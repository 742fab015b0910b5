import { ConflictError, InvalidInputError } from '@slipway/core'
import { type RunningServer, type ServerConfig, startServer } from '@slipway/server'
import type { TextLog } from '../text-log.ts'

/** Starts the server. Throws ConflictError when its port is taken, and InvalidInputError for an address not of this machine. */
export async function listen(config: ServerConfig, log: TextLog): Promise<RunningServer> {
  try {
    return await startServer(config, { log })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    const place = `${config.host}:${config.port}`
    if (code === 'EADDRINUSE') {
      throw new ConflictError(
        `Cannot listen on ${place}: another program does already. Stop that program, or choose another port with --port.`,
        { cause: error },
      )
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new InvalidInputError(
        `Cannot listen on ${place}: ${code === 'EACCES' ? 'this user may not use the port' : 'this machine has no such address'}. Choose another with --host and --port.`,
        { cause: error },
      )
    }
    throw error
  }
}
