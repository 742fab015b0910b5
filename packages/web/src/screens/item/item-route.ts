import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.tsx'

/** Item: `/queues/$entity/$queue/items/$item`. */
export const itemRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/queues/$entity/$queue/items/$item',
  component: lazyRouteComponent(() => import('./item-page.tsx'), 'ItemPage'),
})
