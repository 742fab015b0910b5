import { InvalidInputError } from '@slipway/core'
import { parsePage, type Connection, type PageRequest } from '../graphql/connection.ts'

/** A page of the runs of an agent. */
export interface AgentRunsPage {
  readonly order: 'oldest-first' | 'newest-first'
  readonly page: PageRequest
  /** True where the rows are read from the other end, for the last ones before a cursor. */
  readonly isBackwards: boolean
}

/** What the client asks for: the first ones after a cursor, or the last ones before one, of runs in an order. */
interface AgentRunsArguments {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
  readonly last?: number | null | undefined
  readonly before?: string | null | undefined
  readonly order?: string | null | undefined
}

/** Reads which runs of an agent are wanted: `+created_at`, the oldest first, unless `-created_at` is asked for. Throws InvalidInputError. */
export function readAgentRunsPage({ first, after, last, before, order }: AgentRunsArguments): AgentRunsPage {
  const isBackwards = isGiven(last) || isGiven(before)
  if (isBackwards && (isGiven(first) || isGiven(after))) {
    throw new InvalidInputError(
      'Cannot list the runs of the sweep agent: "first" and "after" were given beside "last" and "before". Leave one pair out.',
    )
  }
  const isNewestFirst = readIsNewestFirst(order ?? '') !== isBackwards
  return {
    order: isNewestFirst ? 'newest-first' : 'oldest-first',
    page: isBackwards ? parsePage({ first: last, after: before }) : parsePage({ first, after }),
    isBackwards,
  }
}

/** The page that was read from its end, in the order that was asked for. */
export function turnAround<T>({ edges, pageInfo }: Connection<T>): Connection<T> {
  return {
    edges: edges.toReversed(),
    pageInfo: {
      startCursor: pageInfo.endCursor,
      endCursor: pageInfo.startCursor,
      hasNextPage: pageInfo.hasPreviousPage,
      hasPreviousPage: pageInfo.hasNextPage,
    },
  }
}

function readIsNewestFirst(order: string): boolean {
  const match = /^(?<sign>[+-]?)created_?at$/iu.exec(order === '' ? '+created_at' : order)
  if (match !== null) return match.groups?.['sign'] === '-'
  throw new InvalidInputError(
    `Cannot list the runs of the sweep agent by "${order.slice(0, 50)}": they have the order "+created_at" or "-created_at".`,
  )
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}
