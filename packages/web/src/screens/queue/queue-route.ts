import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { buildQueueQuery } from '../../api/queues.ts'
import { shellRoute } from '../../app/shell-route.tsx'

/** Queue: `/queues/$entity/$queue`, with the tab, which items of it to show, and how far back the monitor looks. */
export const queueRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/queues/$entity/$queue',
  validateSearch: z.object({
    tab: z.enum(['items', 'monitor', 'refused', 'settings']).optional().catch(undefined),
    states: z.array(z.string()).optional().catch(undefined),
    author: z.string().optional().catch(undefined),
    job: z.string().optional().catch(undefined),
    hours: z.number().positive().max(2160).optional().catch(undefined),
  }),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(buildQueueQuery(params)),
  component: lazyRouteComponent(() => import('./queue-page.tsx'), 'QueuePage'),
})
