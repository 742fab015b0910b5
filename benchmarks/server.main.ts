/** A server as a program of its own, for benchmarks: `server.main.ts CONFIG_JSON`. Prints one line when it is ready. */
import { startServer, type ServerConfig } from '@slipway/server'

const given = JSON.parse(process.argv[2] ?? '{}') as Partial<ServerConfig> & { readonly dataFolder: string }
const server = await startServer({
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
  database: { kind: 'sqlite', file: `${given.dataFolder}/slipway.sqlite` },
  popHoldSeconds: 14,
  leaseSeconds: 60,
  refusedLaunchesKept: 1000,
  runTimeoutSeconds: 300,
  logLevel: 'error',
  ...given,
})
const created = await server.services.account.createFirstAdministrator('admin')
process.once('SIGTERM', () => {
  void server.stop().then(() => process.exit(0))
})
console.log(JSON.stringify({ url: server.url, apiKey: created?.apiKey ?? null }))
