import { WebRunSiblingsDocument } from '@slipway/api'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { formatRunPath, type RunPath } from '../../../charts/run-path.ts'
import type { RunDetails } from '../api/run.ts'

const COMPARED = 5

/** The run and the newest other ones of its job, as addresses, to be compared with each other. */
export function useSiblings(path: RunPath, run: RunDetails): string[] {
  const job = run.jobVersion
  const { data } = useQuery({
    queryKey: ['run-siblings', job?.id],
    queryFn: async ({ signal }) => {
      const place = { entity: job?.project.entityName ?? '', project: job?.project.name ?? '', job: job?.name ?? '' }
      const { project } = await ask(WebRunSiblingsDocument, place, signal)
      return project?.job?.runs?.edges ?? []
    },
    enabled: job != null,
  })
  const others = (data ?? []).flatMap(({ node }) =>
    node?.project ? [`${node.project.entityName}/${node.project.name}/${node.name}`] : [],
  )
  return [...new Set([formatRunPath(path), ...others])].slice(0, COMPARED)
}
