import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.tsx'
import { runsSearchSchema } from './runs-search.ts'

/** Runs: `/runs`. */
export const runsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs',
  validateSearch: runsSearchSchema,
  component: lazyRouteComponent(() => import('./runs-page.tsx'), 'RunsPage'),
})
