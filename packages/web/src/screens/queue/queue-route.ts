import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../../app/shell-route.tsx'

/** Queue: `/queues/$entity/$queue`. */
export const queueRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/queues/$entity/$queue',
  validateSearch: z.object({
    tab: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./queue-page.tsx'), 'QueuePage'),
})
