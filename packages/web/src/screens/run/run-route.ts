import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../../app/shell-route.tsx'
import { buildRunQuery } from './api/run.ts'

/** The parts of the page of a run. */
const RUN_TABS = ['overview', 'charts', 'config', 'summary', 'log', 'files', 'system'] as const

/** Run: `/$entity/$project/runs/$run`, the address that the clients print. */
export const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/$entity/$project/runs/$run',
  validateSearch: z.object({
    tab: z.enum(RUN_TABS).optional().catch(undefined),
    /** Charts: shown are the metrics whose names hold this. */
    metric: z.string().optional().catch(undefined),
    axis: z.string().optional().catch(undefined),
    smoothing: z.number().min(0).max(0.99).optional().catch(undefined),
    log: z.boolean().optional().catch(undefined),
    /** Charts: the lowest and highest x that is shown, and of which axis. */
    zoom: z.tuple([z.number(), z.number(), z.string()]).optional().catch(undefined),
    /** Config: shown are the values whose paths hold this. */
    input: z.string().optional().catch(undefined),
    changed: z.boolean().optional().catch(undefined),
  }),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(buildRunQuery(params)),
  component: lazyRouteComponent(() => import('./run-page.tsx'), 'RunPage'),
})
