import { WebEntityRunKeysDocument, WebProjectRunKeysDocument, type RunKeyPageFragment } from '@slipway/api'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { nextCursor } from '../../../api/connection.ts'
import { missing, runsKey, type RunPlace } from './runs.ts'

/** A key of configs or summaries. */
export type RunKey = NonNullable<RunKeyPageFragment['edges'][number]['node']>

/** The key of everything about the keys of a place; not below that of its runs, with each of which it would be asked again. */
export function runKeysKey(place: RunPlace): readonly unknown[] {
  return ['run-keys', ...runsKey(place)]
}

/** The keys that exist, inputs first, page by page; `search` finds a part of a name. */
export function buildRunKeysQuery(place: RunPlace, search = '') {
  const { entity, project } = place
  return infiniteQueryOptions({
    queryKey: [...runKeysKey(place), search],
    queryFn: async ({ pageParam, signal }) => {
      const variables = { entity, search, after: pageParam }
      const found =
        project === undefined
          ? (await ask(WebEntityRunKeysDocument, variables, signal)).entity?.runKeys
          : (await ask(WebProjectRunKeysDocument, { ...variables, project }, signal)).project?.runKeys
      return found ?? missing(place)
    },
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  })
}
