import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { buildJobsQuery } from '../../api/jobs.ts'
import { shellRoute } from '../../app/shell-route.tsx'

/** Jobs: `/jobs`. */
export const jobsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/jobs',
  validateSearch: z.object({
    entity: z.string().optional().catch(undefined),
    search: z.string().optional().catch(undefined),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    const query = buildJobsQuery({ entity: deps.entity ?? context.viewer.entity ?? '', search: deps.search })
    // Not waited for: a search must not take the page away while it is answered.
    void context.queryClient.prefetchInfiniteQuery(query)
  },
  component: lazyRouteComponent(() => import('./jobs-page.tsx'), 'JobsPage'),
  errorComponent: lazyRouteComponent(() => import('./jobs-error.tsx'), 'JobsError'),
})
