import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Database } from '../database/database.ts'

/** Registers `/healthz` (the process answers), `/ready` (the database does too) and `/metrics` for Prometheus. */
export function registerHealthRoutes(
  app: FastifyInstance,
  deps: { readonly database: Database; readonly stopping: AbortSignal },
): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/ready', async (_request, reply) => {
    if (deps.stopping.aborted) return reply.status(503).send({ status: 'stopping' })
    await sql`select 1`.execute(deps.database.db)
    return { status: 'ready' }
  })
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
}
