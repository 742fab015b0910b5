import { createRoute, redirect } from '@tanstack/react-router'
import { buildJobsQuery } from '../../api/jobs.ts'
import { shellRoute } from '../../app/shell-route.tsx'

/** The address without a path leads to the jobs; whoever has none is shown how to get the first one in. */
export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  async beforeLoad({ context: { queryClient, viewer } }) {
    const query = buildJobsQuery({ entity: viewer.entity ?? '', search: undefined })
    const { pages } = await queryClient.fetchInfiniteQuery(query)
    const isEmpty = (pages[0]?.edges.length ?? 0) === 0
    // oxlint-disable-next-line typescript/only-throw-error -- the router's way to redirect
    throw redirect({ to: isEmpty ? '/welcome' : '/jobs', replace: true })
  },
})
