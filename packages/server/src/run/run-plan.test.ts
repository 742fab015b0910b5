import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeOnEachDatabase, startTestServer, type TestDatabases, type TestServer } from '@slipway/testkit'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openDatabase } from '../database/open-database.ts'
import { explainStatements } from '../database/testing/explain-statements.ts'
import { countRuns } from './run-count.ts'
import { parseRunFilter } from './run-filter.ts'
import { findRunValues, type RunPlace, type RunValueLookup } from './run-value-lookup.ts'

/** As `Api().runs(path, filters, order)` asks. */
const LIST = `query($filters: JSONString, $order: String) { project(entityName: "admin", name: "p") {
  runCount(filters: $filters)
  runs(filters: $filters, order: $order, first: 50) { edges { node { name } } } } }`

const FILTERS: readonly object[] = [
  {},
  { 'config.lr': 0.5 },
  { 'config.lr.value': { $gt: 0.1, $lte: 0.9 } },
  { 'config.model': 'vit' },
  { 'config.model': { $in: ['vit', 'resnet', null] } },
  { 'config.model': { $ne: 'vit' } },
  { 'config.deep.x': { $nin: [1, 2] } },
  { 'config.model': { $regex: '^vi.*' } },
  { 'summary_metrics.loss': { $lt: 0.3 }, 'config.lr': { $exists: true }, state: 'finished' },
  { $or: [{ 'summary_metrics.loss': { $gte: 1 } }, { $nor: [{ 'config.lr': 1 }, { state: 'failed' }] }] },
  { $and: [{ 'config.lr': { $not: { $lt: 0.2 } } }, { tags: { $in: ['a'] } }] },
  { display_name: { $regex: '^run-[12]$' }, 'config.model': { $regex: 'VI+', $options: 'i' } },
  { display_name: { $regex: 'a' }, group: 'g', jobType: 'eval', username: 'admin' },
  { created_at: { $gt: '2026-01-01T00:00:00' }, heartbeat_at: { $lt: '2030-01-01' } },
  { name: 'run-3' },
  { sweep: 'abc' },
]
const ORDERS = [
  '+created_at',
  '-created_at',
  '-heartbeat_at',
  '+config.lr.value',
  '-summary_metrics.loss',
  '-config.gone',
]

const IS_ABOUT_RUNS = /from "?run"?\b|from "?run_value"?\b|from \(select run/u

/** On Postgres a table is read whole only where no index can be used: a small one would be read whole anyway. */
async function locate(
  databases: TestDatabases,
  options?: Parameters<TestDatabases['create']>[0],
): Promise<Awaited<ReturnType<TestDatabases['create']>>> {
  const location = await databases.create(options)
  if (location.kind === 'sqlite') return location
  const settings = encodeURIComponent('-c enable_seqscan=off')
  return { ...location, connectionString: `${location.connectionString}&options=${settings}` }
}

describeOnEachDatabase('the list of runs', (databases) => {
  test('is found through indexes, whatever the public API filters and sorts by', async () => {
    await using server = await startTestServer({ database: await locate(databases) })
    await makeRuns(server)
    let count = 0
    for (const filters of FILTERS) {
      for (const order of ORDERS) {
        const statements = await explainStatements(databases.engine, IS_ABOUT_RUNS, async () => {
          const answer = await server.request(LIST, { filters: JSON.stringify(filters), order })
          expect(answer.errors).toBeUndefined()
        })
        count += statements.length
        for (const { sql, plan } of statements)
          expect({ filters, order, sql, whole: findWholeReads(plan) }).toEqual({ filters, order, sql, whole: [] })
      }
    }
    expect(count).toBeGreaterThan(FILTERS.length * ORDERS.length * 2)
  })

  test('is counted through indexes as well where values are too frequent to look their runs up', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-plan-'))
    const location = await locate(databases, { file: join(folder, 'test.sqlite') })
    const server = await startTestServer({ database: location })
    await makeRuns(server)
    await server.stop()
    const database = await openDatabase(location, pino({ level: 'silent' }))
    try {
      const { db, dialect } = database
      const project = await db.selectFrom('project').selectAll().where('name', '=', 'p').executeTakeFirstOrThrow()
      for (const projectId of [project.id, null]) {
        const place: RunPlace = { entityId: project.entity_id, projectId }
        for (const filters of FREQUENT) {
          const parse = (lookup: RunValueLookup) => parseRunFilter(JSON.stringify(filters), dialect, lookup)
          const condition = parse(await findRunValues(db, dialect, place, parse, 0))
          const statements = await explainStatements(databases.engine, IS_ABOUT_RUNS, () =>
            countRuns(db, dialect, place, condition),
          )
          expect(statements).toHaveLength(1)
          for (const { sql, plan } of statements)
            expect({ filters, sql, whole: findWholeReads(plan) }).toEqual({ filters, sql, whole: [] })
        }
      }
    } finally {
      await database.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  })
})

/** Filters whose first condition is one on a stored value. */
const FREQUENT: readonly object[] = [
  { 'config.model': 'vit' },
  { 'config.model': { $ne: 'vit' } },
  { 'config.model': 'vit', 'config.lr': { $gt: 0.1, $lte: 0.9 }, state: 'finished' },
  { 'config.model': 'vit', 'summary_metrics.loss': { $lt: 15 }, state: { $ne: 'failed' }, group: { $ne: 'g' } },
  { $and: [{ 'config.lr': { $not: { $lt: 0.2 } } }, { tags: { $in: ['a'] } }, { created_at: { $gt: '2026-01-01' } }] },
]

async function makeRuns(server: TestServer): Promise<void> {
  for (let index = 0; index < 20; index += 1) {
    const config = {
      lr: { value: index / 20 },
      model: { value: index % 2 === 0 ? 'vit' : 'resnet' },
      deep: { value: { x: index } },
    }
    const input = {
      modelName: 'p',
      name: `run-${index}`,
      config: JSON.stringify(config),
      summaryMetrics: JSON.stringify({ loss: index }),
    }
    await server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { inserted } }', {
      input,
    })
  }
}

/** The lines of a plan that read a table of runs or of their values from its beginning to its end. */
function findWholeReads(plan: readonly string[]): readonly string[] {
  // A part of the runs that an index gave, under the name of the table.
  const isPart = plan.some((line) => /^(?:CO-ROUTINE|MATERIALIZE) /u.test(line))
  return plan.filter((line) => {
    if (/^SCAN (?:run|v)$/u.test(line)) return !isPart
    return /^SCAN (?:run|run_value|v|s|w)\b|Seq Scan on run/u.test(line)
  })
}
