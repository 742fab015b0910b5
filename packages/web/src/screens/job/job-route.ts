import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../../app/shell-route.tsx'

/** Job: `/$entity/$project/jobs/$job`. */
export const jobRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/$entity/$project/jobs/$job',
  validateSearch: z.object({
    version: z.string().optional().catch(undefined),
    tab: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./job-page.tsx'), 'JobPage'),
})
