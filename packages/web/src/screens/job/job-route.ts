import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { buildJobQuery, buildJobVersionQuery } from '../../api/jobs.ts'
import { shellRoute } from '../../app/shell-route.tsx'
import { jobTabs } from './job-tabs.ts'

/** Job: `/$entity/$project/jobs/$job`, with `version` (a number such as v3, or an alias) and `tab`. */
export const jobRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/$entity/$project/jobs/$job',
  validateSearch: z.object({
    version: z.string().optional().catch(undefined),
    tab: z.enum(jobTabs).optional().catch(undefined),
    file: z.string().optional().catch(undefined),
  }),
  loaderDeps: ({ search: { version } }) => ({ version }),
  loader: ({ context: { queryClient }, params, deps: { version = 'latest' } }) =>
    Promise.all([
      queryClient.ensureQueryData(buildJobQuery(params)),
      queryClient.ensureQueryData(buildJobVersionQuery(params, version)),
    ]),
  component: lazyRouteComponent(() => import('./job-page.tsx'), 'JobPage'),
})
