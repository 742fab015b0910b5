import { describeOnEachDatabase, startTestServer, type TestDatabases } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { explainStatements } from '../database/testing/explain-statements.ts'

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

/** On Postgres a table is read whole only where no index can be used: a small one would be read whole anyway. */
async function locate(databases: TestDatabases): Promise<Awaited<ReturnType<TestDatabases['create']>>> {
  const location = await databases.create()
  if (location.kind === 'sqlite') return location
  const options = encodeURIComponent('-c enable_seqscan=off')
  return { ...location, connectionString: `${location.connectionString}&options=${options}` }
}

describeOnEachDatabase('the list of runs', (databases) => {
  test('is found through indexes, whatever the public API filters and sorts by', async () => {
    await using server = await startTestServer({ database: await locate(databases) })
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
    const isAboutRuns = /from "?run"?\b|from "?run_value"?\b|from \(select run/u
    let count = 0
    for (const filters of FILTERS) {
      for (const order of ORDERS) {
        const statements = await explainStatements(databases.engine, isAboutRuns, async () => {
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
})

/** The lines of a plan that read a table of runs or of their values from its beginning to its end. */
function findWholeReads(plan: readonly string[]): readonly string[] {
  // A part of the runs that an index gave, under the name of the table.
  const isPart = plan.some((line) => /^(?:CO-ROUTINE|MATERIALIZE) /u.test(line))
  return plan.filter((line) => {
    if (/^SCAN (?:run|v)$/u.test(line)) return !isPart
    return /^SCAN (?:run|run_value|v|s|w)\b|Seq Scan on run/u.test(line)
  })
}
