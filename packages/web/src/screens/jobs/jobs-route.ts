import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../../app/shell-route.tsx'

/** Jobs: `/jobs`. */
export const jobsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/jobs',
  validateSearch: z.object({
    entity: z.string().optional().catch(undefined),
    search: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./jobs-page.tsx'), 'JobsPage'),
})
