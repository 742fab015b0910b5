import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { createAccountService } from './account/account-service.ts'
import { systemClock, type Clock } from './clock.ts'
import type { ServerConfig } from './config/server-config.ts'
import { openDatabase } from './database/open-database.ts'
import { createGraphqlExecutor } from './graphql/execute.ts'
import { buildExecutableSchema } from './graphql/schema.ts'
import { createHttpApp } from './http/app.ts'
import { registerGraphqlRoute } from './http/graphql-route.ts'
import { registerHealthRoutes } from './http/health-routes.ts'
import { registerHomePage } from './http/home-page.ts'
import type { Log } from './log.ts'
import { createProjectService } from './project/project-service.ts'
import type { Services } from './services.ts'

/** A server that listens. */
export interface RunningServer {
  /** The address that clients use, without a slash at its end. */
  readonly url: string
  readonly services: Services
  /** Stops taking requests, ends those that are held, waits for the rest, and closes the database. */
  stop(): Promise<void>
}

/** Starts a server: opens the database, brings its schema up to date, and listens. */
export async function startServer(
  config: ServerConfig,
  deps: { readonly clock?: Clock; readonly log?: Log } = {},
): Promise<RunningServer> {
  const log = deps.log ?? pino({ level: config.logLevel })
  const clock = deps.clock ?? systemClock
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  const database = await openDatabase(config.database)
  const stopping = new AbortController()
  const account = createAccountService({ database, clock })
  const project = createProjectService({ database, clock, account })
  const services: Services = { account, project }

  const app = createHttpApp(log)
  let url = config.publicUrl ?? ''
  registerHealthRoutes(app, { database, stopping: stopping.signal })
  registerHomePage(app, { account, publicUrl: () => url })
  registerGraphqlRoute(app, {
    executor: createGraphqlExecutor(buildExecutableSchema(), log),
    services,
    stopping: stopping.signal,
  })
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await database.close()
    throw error
  }
  const address = app.server.address() as AddressInfo
  url =
    config.publicUrl?.replace(/\/+$/, '') ??
    `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${address.port}`
  log.info({ url }, 'server is ready')

  return {
    url,
    services,
    async stop() {
      stopping.abort(new Error('The server is stopping'))
      await app.close()
      await database.close()
    },
  }
}
