import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { buildAgentsQuery } from '../../api/agents.ts'
import { buildQueueNamesQuery } from '../../api/queues.ts'
import { shellRoute } from '../../app/shell-route.tsx'

/** Agents: `/agents`. */
export const agentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agents',
  validateSearch: z.object({
    entity: z.string().optional().catch(undefined),
  }),
  loaderDeps: ({ search: { entity } }) => ({ entity }),
  loader: ({ context: { queryClient, viewer }, deps }) => {
    const entity = deps.entity ?? viewer.entity ?? ''
    return Promise.all([
      queryClient.ensureInfiniteQueryData(buildAgentsQuery(entity, 'listening')),
      queryClient.ensureInfiniteQueryData(buildAgentsQuery(entity, 'over')),
      queryClient.ensureQueryData(buildQueueNamesQuery(entity)),
    ])
  },
  component: lazyRouteComponent(() => import('./agents-page.tsx'), 'AgentsPage'),
})
