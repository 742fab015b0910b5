import { ViewerDocument, type ViewerQuery } from '@slipway/api'
import { queryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'

/** Who is logged in. */
export type Viewer = NonNullable<ViewerQuery['viewer']>

/** Who is logged in; null for nobody. */
export function buildViewerQuery() {
  return queryOptions({
    queryKey: ['viewer'],
    queryFn: async ({ signal }) => (await ask(ViewerDocument, {}, signal)).viewer ?? null,
    staleTime: 60_000,
  })
}

/** The names of the entities that the viewer belongs to: their own first, then the teams. */
export function entityNamesOf(viewer: Viewer): readonly string[] {
  const teams = (viewer.teams?.edges ?? []).flatMap(({ node }) => (node ? [node.name] : []))
  return [...new Set([...(viewer.entity ? [viewer.entity] : []), ...teams])]
}
