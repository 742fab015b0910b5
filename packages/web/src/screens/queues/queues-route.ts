import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { buildQueuesQuery } from '../../api/queues.ts'
import { shellRoute } from '../../app/shell-route.tsx'

/** Queues: `/queues`; with `new` the form for another one. */
export const queuesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/queues',
  validateSearch: z.object({
    entity: z.string().optional().catch(undefined),
    new: z.boolean().optional().catch(undefined),
  }),
  loaderDeps: ({ search: { entity } }) => ({ entity }),
  loader: ({ context, deps }) =>
    context.queryClient.ensureInfiniteQueryData(buildQueuesQuery(deps.entity ?? context.viewer.entity ?? '')),
  component: lazyRouteComponent(() => import('./queues-page.tsx'), 'QueuesPage'),
})
