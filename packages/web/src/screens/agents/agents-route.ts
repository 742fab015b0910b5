import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { buildAgentsQuery } from '../../api/agents.ts'
import { shellRoute } from '../../app/shell-route.tsx'

/** Agents: `/agents`. */
export const agentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agents',
  validateSearch: z.object({
    entity: z.string().optional().catch(undefined),
  }),
  loaderDeps: ({ search: { entity } }) => ({ entity }),
  loader: ({ context, deps }) =>
    context.queryClient.ensureQueryData(buildAgentsQuery(deps.entity ?? context.viewer.entity ?? '')),
  component: lazyRouteComponent(() => import('./agents-page.tsx'), 'AgentsPage'),
})
