import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.tsx'
import { compareSearchSchema } from './compare-search.ts'

/** Compare runs: `/compare?runs=entity/project/run,...`. */
export const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/compare',
  validateSearch: compareSearchSchema,
  component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
})
