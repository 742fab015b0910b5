import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainRun, runFilter } from './testing/filter-arbitraries.ts'
import { makePlainRun } from './testing/make-plain-run.ts'
import { matchesFilter } from './testing/match-filter.ts'

const RUNS = 60
const FILTERS = 150

describeOnEachDatabase('filters of runs', (databases) => {
  test('find, count and group the runs that an interpreter of the same filter finds, whatever is asked', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const runs = fc.sample(plainRun, { numRuns: RUNS, seed: 7 }).map((one, index) => ({ ...one, name: `run-${index}` }))
    await Promise.all(runs.map((one) => makePlainRun(server, one)))
    let met = 0
    await fc.assert(
      fc.asyncProperty(runFilter, async (wanted) => {
        const expected = runs
          .filter((one) => matchesFilter(one, wanted as Record<string, unknown>))
          .map(({ name }) => name)
        expect(await find(server, wanted)).toEqual(expected.toSorted())
        if (expected.length > 0 && expected.length < RUNS) met += 1
      }),
      { numRuns: FILTERS },
    )
    // Filters that all runs meet, or none, would prove little.
    expect(met).toBeGreaterThan(FILTERS / 5)
  })
})

async function find(server: TestServer, wanted: object): Promise<readonly string[]> {
  const answer = await server.request(
    `query($filters: JSONString) { project(name: "p") { runCount(filters: $filters)
      runs(filters: $filters, first: 500) { edges { node { name } } }
      runGroups(by: "state", filters: $filters) { edges { node { count } } } } }`,
    { filters: JSON.stringify(wanted) },
  )
  expect(answer.errors).toBeUndefined()
  const { runs, runCount, runGroups } = answer.data.project
  const names = runs.edges.map(({ node }: { node: { name: string } }) => node.name).toSorted()
  const grouped = runGroups.edges.reduce((sum: number, { node }: { node: { count: number } }) => sum + node.count, 0)
  expect([runCount, grouped]).toEqual([names.length, names.length])
  return names
}
