import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../../app/shell-route.tsx'

/** Queues: `/queues`. */
export const queuesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/queues',
  validateSearch: z.object({
    entity: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./queues-page.tsx'), 'QueuesPage'),
})
