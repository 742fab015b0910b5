import { createRoute, redirect } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.tsx'

/** The address that clients print of a project leads to its runs. */
export const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/$entity/$project',
  beforeLoad({ params }) {
    // oxlint-disable-next-line typescript/only-throw-error -- the router's way to redirect
    throw redirect({ to: '/runs', search: { entity: params.entity, project: params.project }, replace: true })
  },
})
