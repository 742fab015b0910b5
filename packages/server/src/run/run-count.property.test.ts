import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import * as fc from 'fast-check'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { openDatabase, type DatabaseLocation } from '../database/open-database.ts'
import { conjunctsOf, type RunCondition } from './run-condition.ts'
import { countRuns } from './run-count.ts'
import { parseRunFilter } from './run-filter.ts'
import { findRunValues, type RunPlace, type RunValueLookup } from './run-value-lookup.ts'
import { leaf, plainRun, runFilter } from './testing/filter-arbitraries.ts'
import { makePlainRun } from './testing/make-plain-run.ts'
import { matchesFilter, type PlainRun } from './testing/match-filter.ts'

const RUNS = 80
const FILTERS = 200

const name = fc.constantFrom('config.lr', 'config.model', 'summary_metrics.lr', 'summary_metrics.model')
const number = fc.constantFrom(-3, 0, 1)
/** What many runs meet. */
const wide = fc.oneof(
  fc.tuple(name, number).map(([key, least]) => ({ [key]: { $gte: least } })),
  fc.tuple(name, fc.oneof(number, fc.constant('vit'))).map(([key, value]) => ({ [key]: { $ne: value } })),
  fc.tuple(name, number).map(([key, least]) => ({ $not: { [key]: { $gt: least } } })),
  fc.constantFrom({ state: 'finished' }, { state: { $ne: 'failed' } }, { group: { $nin: ['g1', null] } }),
)
/** What people ask for most: several conditions that a run has to meet all of. */
const several = fc
  .array(fc.oneof({ weight: 3, arbitrary: wide }, leaf), { minLength: 1, maxLength: 4 })
  .map((parts) => ({ $and: parts }))

describeOnEachDatabase('the count of runs', (databases) => {
  test('is that of an interpreter of the same filter, also where values are too frequent to look their runs up', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-count-'))
    const location = await databases.create({ file: join(folder, 'test.sqlite') })
    const runs = fc.sample(plainRun, { numRuns: RUNS, seed: 11 }).map((one, index) => ({ ...one, name: `r-${index}` }))
    await makeRuns(location, runs)
    const database = await openDatabase(location, pino({ level: 'silent' }))
    try {
      const { ofProject, ofEntity } = await findPlaces(database)
      let counted = 0
      await fc.assert(
        fc.asyncProperty(fc.oneof(several, runFilter), async (wanted) => {
          const expected = runs.filter((one) => matchesFilter(one, wanted as Record<string, unknown>)).length
          const condition = await read(database, ofProject, wanted)
          expect(await countRuns(database.db, database.dialect, ofProject, condition)).toBe(expected)
          // Each run is in two projects.
          const wider = await read(database, ofEntity, wanted)
          expect(await countRuns(database.db, database.dialect, ofEntity, wider)).toBe(2 * expected)
          if (expected > 0 && expected < RUNS && asksForFrequentValue(condition)) counted += 1
        }),
        { numRuns: FILTERS },
      )
      expect(counted).toBeGreaterThan(FILTERS / 5)
    } finally {
      await database.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  })
})

/** Reads a filter as if a value that a run has were too frequent to look its runs up. */
async function read(database: Database, place: RunPlace, wanted: object): Promise<RunCondition | null> {
  const { db, dialect } = database
  const parse = (lookup: RunValueLookup) => parseRunFilter(JSON.stringify(wanted), dialect, lookup)
  return parse(await findRunValues(db, dialect, place, parse, 0))
}

function asksForFrequentValue(condition: RunCondition | null): boolean {
  const parts = condition === null ? [] : conjunctsOf(condition).map((part) => (part.kind === 'not' ? part.part : part))
  return parts.some((part) => part.kind === 'held' && !part.isRare)
}

/** Two projects have the same runs, and some that are deleted. */
async function makeRuns(location: DatabaseLocation, runs: readonly PlainRun[]): Promise<void> {
  await using server = await startTestServer({ database: location })
  const doomed = runs.slice(0, 10).map((one) => ({ ...one, name: `${one.name}-deleted` }))
  for (const project of ['p', 'q'])
    await Promise.all([...runs, ...doomed].map((one) => makePlainRun(server, one, project)))
  const answer = await server.request(
    'query($filters: JSONString) { entity(name: "admin") { runs(filters: $filters, first: 100) { edges { node { id } } } } }',
    { filters: JSON.stringify({ name: { $regex: '-deleted$' } }) },
  )
  const ids = answer.data.entity.runs.edges.map(({ node }: { node: { id: string } }) => node.id)
  expect(ids).toHaveLength(20)
  const deletion = await server.request('mutation($ids: [ID!]!) { deleteRuns(input: { ids: $ids }) { count } }', {
    ids,
  })
  expect(deletion.data.deleteRuns).toEqual({ count: 20 })
}

async function findPlaces({ db }: Database): Promise<{ readonly ofProject: RunPlace; readonly ofEntity: RunPlace }> {
  const project = await db.selectFrom('project').selectAll().where('name', '=', 'p').executeTakeFirstOrThrow()
  const ofEntity = { entityId: project.entity_id, projectId: null }
  return { ofProject: { ...ofEntity, projectId: project.id }, ofEntity }
}
