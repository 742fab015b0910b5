import {
  WebEntityRunCountDocument,
  WebEntityRunsDocument,
  WebProjectRunCountDocument,
  WebProjectRunsDocument,
  type RunRowFragment,
} from '@slipway/api'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ApiError } from '../../../api/api-error.ts'
import { ask } from '../../../api/ask.ts'
import { nextCursor } from '../../../api/connection.ts'

/** A row of the table. `values` are those of the columns that were asked for, in their order. */
export type RunRow = RunRowFragment

/** Whose runs: all of an entity, or those of one project. */
export interface RunPlace {
  readonly entity: string
  readonly project: string | undefined
}

/** Which runs, in which order, with which values. */
export interface RunSelection extends RunPlace {
  /** JSON text; null for all. */
  readonly filters: string | null
  readonly order: string
  readonly values: readonly string[]
}

const PAGE_SIZE = 60

/** The key of everything about the runs of a place. */
export function runsKey({ entity, project }: RunPlace): readonly unknown[] {
  return ['runs', entity, project ?? null]
}

/** The runs, page by page. */
export function buildRunsQuery(selection: RunSelection) {
  const { filters, order, values } = selection
  return infiniteQueryOptions({
    queryKey: [...runsKey(selection), 'list', filters, order, values],
    queryFn: ({ pageParam, signal }) => readRuns(selection, { first: PAGE_SIZE, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** The first runs of a selection, such as those of an opened group. */
export function buildFirstRunsQuery(selection: RunSelection, first: number) {
  const { filters, order, values } = selection
  return queryOptions({
    queryKey: [...runsKey(selection), 'first', filters, order, values, first],
    queryFn: ({ signal }) => readRuns(selection, { first, after: null }, signal),
    placeholderData: keepPreviousData,
  })
}

/** Reads one page of runs. */
export async function readRuns(
  { entity, project, filters, order, values }: RunSelection,
  page: { readonly first: number; readonly after: string | null },
  signal?: AbortSignal,
) {
  const variables = { entity, filters, order, values: [...values], ...page }
  const found =
    project === undefined
      ? (await ask(WebEntityRunsDocument, variables, signal)).entity?.runs
      : (await ask(WebProjectRunsDocument, { ...variables, project }, signal)).project?.runs
  return found ?? missing({ entity, project })
}

/** How many runs there are. */
export function buildRunCountQuery(place: RunPlace, filters: string | null) {
  return queryOptions({
    queryKey: [...runsKey(place), 'count', filters],
    queryFn: ({ signal }) => countRuns(place, filters, signal),
    placeholderData: keepPreviousData,
  })
}

/** Counts runs. */
export async function countRuns(
  { entity, project }: RunPlace,
  filters: string | null,
  signal?: AbortSignal,
): Promise<number> {
  const count =
    project === undefined
      ? (await ask(WebEntityRunCountDocument, { entity, filters }, signal)).entity?.runCount
      : (await ask(WebProjectRunCountDocument, { entity, project, filters }, signal)).project?.runCount
  return count ?? missing({ entity, project })
}

/** Throws what says that a place is not there, or not the viewer's to see. */
export function missing({ entity, project }: RunPlace): never {
  const name = project === undefined ? `"${entity}"` : `project "${entity}/${project}"`
  throw new ApiError(
    'not-found',
    `Cannot show the runs of ${name}: it does not exist, or you do not belong to it. Check the address.`,
  )
}
