import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { joinListings, readLimit, readPages } from './paging.ts'

const terminal = {
  environment: {},
  workingFolder: '/',
  stdin: new PassThrough(),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
}

/** Answers like a server with so many rows. */
function aList(count: number) {
  const asked: number[] = []
  return {
    asked,
    readPage: ({ first, after }: { readonly first: number; readonly after: string | null }) => {
      asked.push(first)
      const start = after === null ? 0 : Number(after)
      const end = Math.min(count, start + first)
      const edges = Array.from({ length: end - start }, (_, index) => ({ node: start + index }))
      return Promise.resolve({ edges, pageInfo: { hasNextPage: end < count, endCursor: String(end) } })
    },
  }
}

test.each([
  [3, 10, 3, false],
  [10, 10, 10, false],
  [11, 10, 10, true],
  [1200, 1100, 1100, true],
])(
  'of %d rows with the limit %d, %d are read, and whether there are more is %s',
  async (count, limit, read, hasMore) => {
    const list = aList(count)
    const listing = await readPages(terminal, { limit, what: 'rows' }, list.readPage)
    expect({ count: listing.rows.length, hasMore: listing.hasMore }).toEqual({ count: read, hasMore })
    expect(Math.max(...list.asked)).toBeLessThanOrEqual(500)
  },
)

test('without a limit all pages are read', async () => {
  const { rows, hasMore } = await readPages(terminal, { limit: null, what: 'rows' }, aList(1234).readPage)
  expect({ count: rows.length, last: rows.at(-1), hasMore }).toEqual({ count: 1234, last: 1233, hasMore: false })
})

test('lists of several entities are joined by time, and cut again', () => {
  const listings = [
    { rows: ['2026-01-03', '2026-01-01'], hasMore: false },
    { rows: ['2026-01-02'], hasMore: false },
  ]
  expect(joinListings(listings, 2, (row) => row)).toEqual({ rows: ['2026-01-03', '2026-01-02'], hasMore: true })
  expect(joinListings(listings, null, (row) => row).hasMore).toBe(false)
})

test.each(['0', '-1', '1.5', 'x', ''])('the limit %j is refused', (limit) => {
  expect(() => readLimit({ limit }, 'rows')).toThrow('give a whole number from 1 with --limit, or --all')
})
