import { resolve } from 'node:path'
import { loadServerConfig, type ServerConfig } from '@slipway/server'
import { webFolder } from '@slipway/web/dist-folder'
import type { Terminal } from '../terminal.ts'
import type { StartOptions } from './start-options.ts'

/** The server's configuration: what was given as an option comes before the environment. Throws InvalidInputError. */
export function readServerConfig(terminal: Terminal, options: StartOptions): ServerConfig {
  const { environment, workingFolder } = terminal
  const config = loadServerConfig({
    // Someone who watches the terminal wants to see what is wrong, not every event.
    SLIPWAY_LOG_LEVEL: 'warn',
    ...environment,
    ...(options.port === undefined ? {} : { SLIPWAY_PORT: options.port }),
    ...(options.host === undefined ? {} : { SLIPWAY_HOST: options.host }),
    SLIPWAY_DATA: resolve(workingFolder, options.data ?? environment['SLIPWAY_DATA'] ?? '.slipway'),
  })
  return { ...config, webFolder }
}
