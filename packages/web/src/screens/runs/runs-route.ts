import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { nodesOf } from '../../api/connection.ts'
import { shellRoute } from '../../app/shell-route.tsx'
import { buildRunKeysQuery } from './api/run-keys.ts'
import { buildRunsQuery } from './api/runs.ts'
import { placeOfRuns, planRuns } from './plan-runs.ts'
import { runsSearchSchema } from './runs-search.ts'

/** Runs: `/runs`. The first rows are asked for while the page's program is still on its way. */
export const runsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs',
  validateSearch: runsSearchSchema,
  loaderDeps: ({ search: { entity, project } }) => ({ entity, project }),
  async loader({ context: { queryClient, viewer }, deps, location }) {
    const place = placeOfRuns(deps, viewer.entity)
    const { pages } = await queryClient.ensureInfiniteQueryData(buildRunKeysQuery(place))
    const search = runsSearchSchema.parse(location.search)
    if (search.group !== undefined) return
    void queryClient.prefetchInfiniteQuery(buildRunsQuery(planRuns(place, search, pages.flatMap(nodesOf)).selection))
  },
  component: lazyRouteComponent(() => import('./runs-page.tsx'), 'RunsPage'),
  errorComponent: lazyRouteComponent(() => import('./runs-error.tsx'), 'RunsError'),
})
