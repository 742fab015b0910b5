import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../../app/shell-route.tsx'

/** Run: `/$entity/$project/runs/$run`. */
export const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/$entity/$project/runs/$run',
  validateSearch: z.object({
    tab: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./run-page.tsx'), 'RunPage'),
})
