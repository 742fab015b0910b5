import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute } from '../../app/root-route.ts'

/** Login: `/login`; with `token` by a login link, and with `next` the page to go to afterwards. */
export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: z.object({
    token: z.string().optional().catch(undefined),
    next: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./login-page.tsx'), 'LoginPage'),
})
