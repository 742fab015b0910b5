import { WebPaletteDocument } from '@slipway/api'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, queryOptions, useQueries } from '@tanstack/react-query'
import { ask } from '../../api/ask.ts'
import { entityNamesOf } from '../../api/viewer.ts'
import { useViewer } from '../use-viewer.ts'
import { entriesOf, fixedEntries, runFilterOf, type PaletteEntry } from './palette-entry.ts'

const DEBOUNCE_MS = 150
/** A person in more entities than this finds the rest on the pages of those. */
const MAX_ENTITIES = 8

/** What the palette finds for a text, over all the entities of the viewer. */
export function usePaletteEntries(text: string): {
  readonly entries: readonly PaletteEntry[]
  readonly isSearching: boolean
  readonly error: Error | null
} {
  const typed = text.trim()
  const [search] = useDebouncedValue(typed, DEBOUNCE_MS)
  const entities = entityNamesOf(useViewer()).slice(0, MAX_ENTITIES)
  const answers = useQueries({
    queries: entities.map((entity) => ({
      ...buildPaletteQuery(entity, search),
      enabled: search !== '',
      placeholderData: keepPreviousData,
    })),
  })
  const found = answers.flatMap(({ data }, index) =>
    typed === '' || data === undefined ? [] : entriesOf(entities[index] ?? '', data),
  )
  return {
    entries: [...found.filter(({ kind }) => kind !== 'launch'), ...fixedEntries(typed), ...found.filter(isLaunch)],
    isSearching: typed !== search || answers.some(({ isFetching }) => isFetching),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
  }
}

const isLaunch = ({ kind }: PaletteEntry): boolean => kind === 'launch'

function buildPaletteQuery(entity: string, search: string) {
  return queryOptions({
    queryKey: ['palette', entity, search],
    queryFn: ({ signal }) => ask(WebPaletteDocument, { entity, search, runFilters: runFilterOf(search) }, signal),
    staleTime: 5_000,
  })
}
