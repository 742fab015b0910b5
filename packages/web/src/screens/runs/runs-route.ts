import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../../app/shell-route.tsx'

/** Runs: `/runs`. */
export const runsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs',
  validateSearch: z.object({
    entity: z.string().optional().catch(undefined),
    project: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./runs-page.tsx'), 'RunsPage'),
})
