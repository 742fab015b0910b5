import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { buildItemQuery } from '../../api/queue-items.ts'
import { shellRoute } from '../../app/shell-route.tsx'

/** Item: `/queues/$entity/$queue/items/$item`. */
export const itemRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/queues/$entity/$queue/items/$item',
  validateSearch: z.object({
    tab: z.enum(['inputs', 'log', 'spec', 'files']).optional().catch(undefined),
  }),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(buildItemQuery(params.item)),
  component: lazyRouteComponent(() => import('./item-page.tsx'), 'ItemPage'),
})
