/** A server as a program of its own, for tests that kill it: `server.main.ts CONFIG_JSON`. Prints one line when it is ready. */
import { argv, stdout } from 'node:process'
import { startServer, type ServerConfig } from '@slipway/server'

const config = JSON.parse(argv[2] ?? '{}') as ServerConfig
const server = await startServer(config)
const created = await server.services.account.createFirstAdministrator('admin')
stdout.write(`${JSON.stringify({ url: server.url, apiKey: created?.apiKey ?? null })}\n`)
