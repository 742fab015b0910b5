import { isJsonObject } from '@slipway/core'
import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { usePacedWatch } from '../../api/live/use-paced-watch.ts'
import { formatRunPath, type RunPath } from '../../charts/run-path.ts'
import { buildComparedFilesQuery, buildComparedRunQuery, type ComparedRun } from './api/compared-run.ts'

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
  const { data, isPending, error } = useQueries({ queries: paths.map(buildComparedRunQuery), combine: joinRuns })
  const files = [...new Set(data.flatMap((run) => (run == null ? [] : filesOfJob(run))))].toSorted()
  const values = useQueries({
    queries: paths.map((path) => buildComparedFilesQuery(path, files)),
    combine: joinValues,
  })
  const runs = useMemo(
    () =>
      data.flatMap((run, index): readonly ComparedRun[] =>
        run == null ? [] : [{ ...run, inputValues: values[index] ?? run.inputValues }],
      ),
    [data, values],
  )
  usePacedWatch(
    paths.map(({ entity, project, run }) => ({
      kind: 'RUN' as const,
      entityName: entity,
      projectName: project,
      name: run,
    })),
    ['state', 'config', 'summary', 'deleted', 'gone'],
    (changed) =>
      Promise.all(
        changed.map(({ entityName, projectName, name }) =>
          queryClient.invalidateQueries(
            { queryKey: ['compared-run', `${entityName}/${projectName}/${name}`] },
            { cancelRefetch: false },
          ),
        ),
      ),
  )
  return {
    runs,
    isPending,
    missing: data.flatMap((run, index) => {
      const path = paths[index]
      return run === null && path !== undefined ? [formatRunPath(path)] : []
    }),
    error,
    retry: () => void queryClient.refetchQueries({ queryKey: ['compared-run'] }),
  }
}

// Outside of the component, so that the cache keeps what it made while nothing changed.
function joinRuns(queries: readonly UseQueryResult<ComparedRun | null>[]) {
  return {
    data: queries.map(({ data }) => data),
    isPending: queries.some(({ isPending }) => isPending),
    error: queries.find(({ error, data }) => error !== null && data === undefined)?.error ?? null,
  }
}

function joinValues(queries: readonly UseQueryResult[]): readonly unknown[] {
  return queries.map(({ data }) => data)
}

function filesOfJob({ jobVersion }: ComparedRun): readonly string[] {
  const inputs: unknown = jobVersion?.inputs
  const files = isJsonObject(inputs) ? inputs['files'] : undefined
  return isJsonObject(files) ? Object.keys(files) : []
}
