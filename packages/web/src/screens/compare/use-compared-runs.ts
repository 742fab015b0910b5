import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useWatch } from '../../api/live/use-live.ts'
import type { RunPath } from '../../charts/run-path.ts'
import { buildComparedRunQuery, type ComparedRun } from './api/compared-run.ts'

/** The runs of a comparison as far as they are there. */
export interface ComparedRuns {
  readonly runs: readonly ComparedRun[]
  readonly isPending: boolean
  /** The paths of runs that are not there. */
  readonly missing: readonly string[]
  readonly error: Error | null
  readonly retry: () => void
}

/** Reads the runs of a comparison and keeps them up to date. */
export function useComparedRuns(paths: readonly RunPath[]): ComparedRuns {
  const queryClient = useQueryClient()
  const queries = useQueries({ queries: paths.map(buildComparedRunQuery) })
  useWatch(
    paths.map(({ entity, project, run }) => ({
      kind: 'RUN' as const,
      entityName: entity,
      projectName: project,
      name: run,
    })),
    ({ entityName, projectName, name, aspects }) => {
      if (!aspects.some((aspect) => WATCHED.has(aspect))) return
      void queryClient.invalidateQueries({ queryKey: ['compared-run', `${entityName}/${projectName}/${name}`] })
    },
  )
  return {
    runs: queries.flatMap(({ data }) => (data == null ? [] : [data])),
    isPending: queries.some(({ isPending }) => isPending),
    missing: queries.flatMap(({ data }, index) => {
      const path = paths[index]
      return data === null && path !== undefined ? [`${path.entity}/${path.project}/${path.run}`] : []
    }),
    error: queries.find(({ error, data }) => error !== null && data === undefined)?.error ?? null,
    retry: () => void queryClient.refetchQueries({ queryKey: ['compared-run'] }),
  }
}

const WATCHED: ReadonlySet<string> = new Set(['ready', 'state', 'config', 'summary', 'deleted'])
