import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'

/** What the routes' loaders get. */
export interface RouterContext {
  readonly queryClient: QueryClient
}

/** The root of the route tree. */
export const rootRoute = createRootRouteWithContext<RouterContext>()()
