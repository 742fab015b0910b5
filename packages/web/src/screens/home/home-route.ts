import { createRoute, redirect } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.tsx'

/** The address without a path leads to the jobs. */
export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad() {
    // oxlint-disable-next-line typescript/only-throw-error -- the router's way to redirect
    throw redirect({ to: '/jobs', replace: true })
  },
})
