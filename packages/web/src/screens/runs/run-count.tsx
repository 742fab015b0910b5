import { useQuery } from '@tanstack/react-query'
import { buildRunCountQuery, type RunPlace } from './api/runs.ts'
import { buildRunConditions } from './filter/run-conditions.ts'
import type { RunsSearch } from './runs-search.ts'

/** How many runs the table has. */
export function RunCount({ place, search }: { readonly place: RunPlace; readonly search: RunsSearch }) {
  const { data } = useQuery(buildRunCountQuery(place, buildRunConditions(search)))
  if (data === undefined) return <span>&nbsp;</span>
  return <span role="status">{data === 1 ? '1 run' : `${data.toLocaleString('en')} runs`}</span>
}
