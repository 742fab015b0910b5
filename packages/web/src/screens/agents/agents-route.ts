import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../../app/shell-route.tsx'

/** Agents: `/agents`. */
export const agentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agents',
  validateSearch: z.object({
    entity: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./agents-page.tsx'), 'AgentsPage'),
})
