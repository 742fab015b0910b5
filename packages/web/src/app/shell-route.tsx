import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { buildViewerQuery } from '../api/viewer.ts'
import { ErrorPage } from '../components/error-page.tsx'
import { PageLoader } from '../components/page-loader.tsx'
import { launchSearchSchema } from '../screens/launch/launch-search.ts'
import { rootRoute } from './root-route.ts'

/** The frame of every page for people who are logged in; others are sent to the login page and come back from it. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  // The launch drawer may be open over any page.
  validateSearch: z.object({ launch: launchSearchSchema.optional().catch(undefined) }),
  async beforeLoad({ context, location }) {
    const viewer = await context.queryClient.ensureQueryData(buildViewerQuery())
    // oxlint-disable-next-line typescript/only-throw-error -- the router's way to redirect
    if (viewer === null) throw redirect({ to: '/login', search: { next: location.href } })
    return { viewer }
  },
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
  errorComponent: ErrorPage,
  pendingComponent: PageLoader,
})
