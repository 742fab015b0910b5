import { InvalidInputError } from '@slipway/core'

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

/** What a store needs to read one page of a list by name: the last name seen (null at the start), and one row more than wanted. */
export interface NamePageRequest {
  readonly after: string | null
  readonly size: number
  readonly limit: number
}

/** How many rows a page has when nobody says, and at most. */
export interface PageSizes {
  readonly usual: number
  readonly most: number
}

/** The arguments of a connection. */
export interface PageArguments {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/** For what programs make, and read a lot of. */
export const WIDE_PAGES: PageSizes = { usual: 50, most: 10_000 }
/** For lists of what people make by hand. */
export const SHORT_PAGES: PageSizes = { usual: 50, most: 1000 }
/** For what the Python client reads without asking for further pages. */
export const WHOLE_PAGES: PageSizes = { usual: 1000, most: 1000 }

/** Reads the paging arguments of a connection. Cursors are opaque to clients; they hold the id of the last row seen. */
export function parsePage(arguments_: PageArguments, sizes: PageSizes = WIDE_PAGES): PageRequest {
  const size = readSize(arguments_, sizes)
  return { after: parseCursor(arguments_.after), size, limit: size + 1 }
}

/** Reads the paging arguments of a connection that is ordered by name. Its cursors hold the name of the last row seen. */
export function parseNamePage(arguments_: PageArguments, sizes: PageSizes = SHORT_PAGES): NamePageRequest {
  const size = readSize(arguments_, sizes)
  return { after: parseNameCursor(arguments_.after), size, limit: size + 1 }
}

/** Makes the page of the rows that a store found for a PageRequest; `keyOf` gives the number that orders the rows. */
export function toConnection<T>(rows: readonly T[], page: PageRequest, keyOf: (row: T) => number): Connection<T> {
  return connect(rows, page.size, page.after > 0, (row) => `after:${keyOf(row)}`)
}

/** Makes the page of the rows that a store found for a NamePageRequest; `nameOf` gives the name that orders the rows. */
export function toNameConnection<T>(
  rows: readonly T[],
  page: NamePageRequest,
  nameOf: (row: T) => string,
): Connection<T> {
  return connect(rows, page.size, page.after !== null, (row) => `name:${nameOf(row)}`)
}

function connect<T>(
  rows: readonly T[],
  size: number,
  hasPreviousPage: boolean,
  positionOf: (row: T) => string,
): Connection<T> {
  const edges = rows
    .slice(0, size)
    .map((node) => ({ node, cursor: Buffer.from(positionOf(node)).toString('base64url') }))
  return {
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: rows.length > size,
      hasPreviousPage,
    },
  }
}

function readSize({ first }: PageArguments, { usual, most }: PageSizes): number {
  return Math.min(Math.max(first ?? usual, 0), most)
}

function parseCursor(cursor: string | null | undefined): number {
  if (isStart(cursor)) return 0
  const match = /^after:(-?\d+(?:\.\d+)?)$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (match === null) throw refuseCursor(cursor)
  return Number(match[1])
}

function parseNameCursor(cursor: string | null | undefined): string | null {
  if (isStart(cursor)) return null
  const position = Buffer.from(cursor, 'base64url').toString()
  // Postgres refuses a NUL in a text.
  if (!position.startsWith('name:') || position.includes('\0')) throw refuseCursor(cursor)
  return position.slice('name:'.length)
}

function isStart(cursor: string | null | undefined): cursor is null | undefined | '' {
  return cursor === null || cursor === undefined || cursor === ''
}

function refuseCursor(cursor: string): InvalidInputError {
  return new InvalidInputError(`Cannot read the page after cursor "${cursor}": it is not a cursor of this server.`)
}
