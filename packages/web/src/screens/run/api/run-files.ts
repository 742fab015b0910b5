import { nextCursor, nodesOf } from '../../../api/connection.ts'
import {
  WebArtifactFilesDocument,
  WebRunArtifactsDocument,
  WebRunFilesDocument,
  type WebArtifactFragment,
  type WebFileFragment,
} from '@slipway/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { formatRunPath, type RunPath } from '../../../charts/run-path.ts'

/** A file of a run or of an artifact. */
export type StoredFile = WebFileFragment
/** An artifact that a run used or logged. */
export type RunArtifact = WebArtifactFragment

/** Signed addresses end; well before that they are asked for again. */
const STALE_MS = 5 * 60_000

interface FilePage {
  readonly edges: readonly { readonly node: StoredFile | null }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

const PAGING = {
  initialPageParam: null as string | null,
  getNextPageParam: (page: FilePage | null) => nextCursor(page),
  staleTime: STALE_MS,
}

/** The files that a run saved, page by page. */
export function buildRunFilesQuery(path: RunPath) {
  return infiniteQueryOptions({
    queryKey: ['run-files', formatRunPath(path)],
    queryFn: async ({ pageParam, signal }): Promise<FilePage | null> =>
      (
        await ask(
          WebRunFilesDocument,
          { entity: path.entity, project: path.project, run: path.run, after: pageParam },
          signal,
        )
      ).project?.run?.files ?? null,
    ...PAGING,
  })
}

/** The files of an artifact, page by page. */
export function buildArtifactFilesQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['artifact-files', id],
    queryFn: async ({ pageParam, signal }): Promise<FilePage | null> =>
      (await ask(WebArtifactFilesDocument, { id, after: pageParam }, signal)).artifact?.files ?? null,
    ...PAGING,
  })
}

/** The artifacts that a run used and those that it logged, at most 100 of each. */
export function buildRunArtifactsQuery(path: RunPath) {
  return queryOptions({
    queryKey: ['run-artifacts', formatRunPath(path)],
    queryFn: async ({ signal }) => {
      const { project } = await ask(
        WebRunArtifactsDocument,
        { entity: path.entity, project: path.project, run: path.run },
        signal,
      )
      return { used: nodesOf(project?.run?.inputArtifacts), logged: nodesOf(project?.run?.outputArtifacts) }
    },
  })
}
