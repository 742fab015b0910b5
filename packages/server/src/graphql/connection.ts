import { InvalidInputError } from '@slipway/core'

const DEFAULT_PAGE_SIZE = 50
const MAX_PAGE_SIZE = 10_000

/** A page of a list as the wire shows it. */
export interface Connection<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[]
  readonly pageInfo: {
    readonly endCursor: string | null
    readonly startCursor: string | null
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
  }
}

/** What a store needs to read one page: the number in the last cursor seen (0 at the start), and one row more than wanted. */
export interface PageRequest {
  readonly after: number
  readonly size: number
  /** `size` + 1: the extra row tells whether there is a next page. */
  readonly limit: number
}

/** Reads the paging arguments of a connection. Cursors are opaque to clients; they hold the id of the last row seen. */
export function parsePage(arguments_: {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}): PageRequest {
  const size = Math.min(Math.max(arguments_.first ?? DEFAULT_PAGE_SIZE, 0), MAX_PAGE_SIZE)
  return { after: parseCursor(arguments_.after), size, limit: size + 1 }
}

/** Makes the page of the rows that a store found for a PageRequest; `keyOf` gives the number that orders the rows. */
export function toConnection<T>(rows: readonly T[], page: PageRequest, keyOf: (row: T) => number): Connection<T> {
  const edges = rows.slice(0, page.size).map((node) => ({ node, cursor: formatCursor(keyOf(node)) }))
  return {
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: rows.length > page.size,
      hasPreviousPage: page.after > 0,
    },
  }
}

function formatCursor(key: number): string {
  return Buffer.from(`after:${key}`).toString('base64url')
}

function parseCursor(cursor: string | null | undefined): number {
  if (cursor === null || cursor === undefined || cursor === '') return 0
  const match = /^after:(-?\d+(?:\.\d+)?)$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (match === null)
    throw new InvalidInputError(`Cannot read the page after cursor "${cursor}": it is not a cursor of this server.`)
  return Number(match[1])
}
