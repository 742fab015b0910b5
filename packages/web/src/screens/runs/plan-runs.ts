import type { RunKey } from './api/run-keys.ts'
import type { RunPlace, RunSelection } from './api/runs.ts'
import { chooseDefaultColumns } from './columns/default-columns.ts'
import { columnOf, NAME_COLUMN, valuesOfColumns, type RunColumn } from './columns/run-column.ts'
import { buildRunConditions } from './filter/run-conditions.ts'
import { DEFAULT_SORT, type RunsSearch } from './runs-search.ts'

/** What an address asks for: its columns, and the runs with the values that these need. */
export interface RunsPlan {
  readonly columnIds: readonly string[]
  readonly columns: readonly RunColumn[]
  readonly selection: RunSelection
}

/** Whose runs an address is about. */
export function placeOfRuns(
  { entity, project }: Pick<RunsSearch, 'entity' | 'project'>,
  ownEntity: string | null | undefined,
): RunPlace {
  return { entity: entity ?? ownEntity ?? '', project }
}

/** Reads an address; `keys` are the first that exist, for the columns of those who chose none. */
export function planRuns(place: RunPlace, search: RunsSearch, keys: readonly RunKey[]): RunsPlan {
  const columnIds = search.columns ?? chooseDefaultColumns(keys, place.project !== undefined)
  const columns = [NAME_COLUMN, ...columnIds.map(columnOf).filter((column) => column !== null)]
  return {
    columnIds,
    columns,
    selection: {
      ...place,
      filters: buildRunConditions(search),
      order: search.sort ?? DEFAULT_SORT,
      values: valuesOfColumns(columns),
    },
  }
}
