import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.tsx'
import { launchSearchSchema } from './launch-search.ts'

/** Launch: `/launch`. */
export const launchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/launch',
  validateSearch: launchSearchSchema,
  component: lazyRouteComponent(() => import('./launch-page.tsx'), 'LaunchPage'),
})
