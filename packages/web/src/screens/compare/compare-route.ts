import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../../app/shell-route.tsx'

/** Compare runs: `/compare`. */
export const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/compare',
  validateSearch: z.object({
    runs: z.array(z.string()).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
})
