import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../../app/shell-route.tsx'

/** Launch: `/launch`. */
export const launchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/launch',
  validateSearch: z.object({
    job: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./launch-page.tsx'), 'LaunchPage'),
})
