import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { ErrorPage } from '../components/error-page.tsx'
import { NotFoundPage } from '../components/not-found-page.tsx'
import { PageLoader } from '../components/page-loader.tsx'
import { agentsRoute } from '../screens/agents/agents-route.ts'
import { compareRoute } from '../screens/compare/compare-route.ts'
import { homeRoute } from '../screens/home/home-route.ts'
import { itemRoute } from '../screens/item/item-route.ts'
import { jobRoute } from '../screens/job/job-route.ts'
import { jobsRoute } from '../screens/jobs/jobs-route.ts'
import { launchRoute } from '../screens/launch/launch-route.ts'
import { loginRoute } from '../screens/login/login-route.ts'
import { projectRoute } from '../screens/project/project-route.ts'
import { queueRoute } from '../screens/queue/queue-route.ts'
import { queuesRoute } from '../screens/queues/queues-route.ts'
import { runRoute } from '../screens/run/run-route.ts'
import { runsRoute } from '../screens/runs/runs-route.ts'
import { authorizeRoute, settingsRoute } from '../screens/settings/settings-route.ts'
import { welcomeRoute } from '../screens/welcome/welcome-route.ts'
import { rootRoute } from './root-route.ts'
import { shellRoute } from './shell-route.tsx'

const routeTree = rootRoute.addChildren([
  loginRoute,
  shellRoute.addChildren([
    homeRoute,
    welcomeRoute,
    jobsRoute,
    jobRoute,
    launchRoute,
    runsRoute,
    projectRoute,
    runRoute,
    compareRoute,
    queuesRoute,
    queueRoute,
    itemRoute,
    agentsRoute,
    settingsRoute,
    authorizeRoute,
  ]),
])

/** Creates the router: every screen, each loaded when it is first opened. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: PageLoader,
    // A page that is ready is shown: the loader need not stay for a while so as not to flicker, since it comes late.
    defaultPendingMinMs: 0,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
