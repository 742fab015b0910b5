import { InvalidInputError } from '@slipway/core'
import { startStatusLine } from './status-line.ts'
import type { Terminal } from './terminal.ts'

/** Options of commands that list something long. */
export interface PagingOptions {
  /** How many rows at most. */
  readonly limit: string
  /** All rows, however many. */
  readonly all?: boolean
}

/** One page of a list, as the API gives it; null when the caller may not see the list. */
export interface Page<T> {
  readonly edges: readonly { readonly node: T | null }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** The rows that were asked for, and whether there are more. */
export interface Listing<T> {
  readonly rows: readonly T[]
  readonly hasMore: boolean
}

const PAGE_SIZE = 500

/** Reads `--limit` and `--all`; null is no limit. Throws InvalidInputError. */
export function readLimit(options: PagingOptions, what: string): number | null {
  if (options.all === true) return null
  const limit = Number(options.limit)
  if (Number.isSafeInteger(limit) && limit >= 1) return limit
  throw new InvalidInputError(
    `Cannot list ${JSON.stringify(options.limit)} ${what}: give a whole number from 1 with --limit, or --all.`,
  )
}

/** Reads pages one after the other until there are enough rows; what takes long shows on the terminal how far it is. */
export async function readPages<T>(
  terminal: Terminal,
  request: { readonly limit: number | null; readonly what: string },
  readPage: (page: { readonly first: number; readonly after: string | null }) => Promise<Page<T>>,
): Promise<Listing<T>> {
  const { limit, what } = request
  const rows: T[] = []
  let after: string | null = null
  using status = startStatusLine(terminal, `reading ${what}`)
  for (;;) {
    const first = limit === null ? PAGE_SIZE : Math.min(PAGE_SIZE, limit - rows.length)
    const page: Page<T> = await readPage({ first, after })
    for (const { node } of page.edges) if (node !== null) rows.push(node)
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    status.set(`reading ${what}: ${rows.length}`)
    if (after === null) return { rows, hasMore: false }
    if (limit !== null && rows.length >= limit) return { rows, hasMore: true }
  }
}

/** Joins the lists of several entities into one with the newest first, cut to the limit. */
export function joinListings<T>(
  listings: readonly Listing<T>[],
  limit: number | null,
  createdAt: (row: T) => string | null,
): Listing<T> {
  const [only, ...others] = listings
  if (only !== undefined && others.length === 0) return only
  const rows = listings
    .flatMap((listing) => listing.rows)
    .toSorted((a, b) => Date.parse(createdAt(b) ?? '') - Date.parse(createdAt(a) ?? ''))
  return chainListings([{ rows, hasMore: listings.some((listing) => listing.hasMore) }], limit)
}

/** Puts the lists of several entities one after the other, cut to the limit. */
export function chainListings<T>(listings: readonly Listing<T>[], limit: number | null): Listing<T> {
  const rows = listings.flatMap((listing) => listing.rows)
  const shown = limit === null ? rows : rows.slice(0, limit)
  return { rows: shown, hasMore: shown.length < rows.length || listings.some((listing) => listing.hasMore) }
}

/** Says on stderr that a list goes on, so that nobody takes its end for the end of all. */
export function noteMore(terminal: Terminal, listing: Listing<unknown>, what: string): void {
  if (!listing.hasMore) return
  terminal.stderr.write(`These are the first ${listing.rows.length} ${what}. See more with --limit COUNT or --all.\n`)
}
