import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Database } from '../database/database.ts'
import type { LiveService } from '../live/live-service.ts'

/** Registers `/healthz` (the process answers), `/ready` (the database does too) and `/metrics` for Prometheus. */
export function registerHealthRoutes(
  app: FastifyInstance,
  deps: { readonly database: Database; readonly live: LiveService; readonly stopping: AbortSignal },
): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  registerLiveMetrics(registry, deps.live)
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/ready', async (_request, reply) => {
    if (deps.stopping.aborted) return reply.status(503).send({ status: 'stopping' })
    await sql`select 1`.execute(deps.database.db)
    return { status: 'ready' }
  })
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
}

function registerLiveMetrics(registry: Registry, live: LiveService): void {
  const gauge = (name: string, help: string, read: () => number): void =>
    registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(read())
        },
      }),
    )
  gauge('slipway_subscriptions_open', 'Subscriptions that are open at this server', () => live.count().subscriptions)
  gauge('slipway_watches_open', 'Things that the open subscriptions watch', () => live.count().watches)
}
