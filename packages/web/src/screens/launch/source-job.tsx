import { Stack, Text } from '@mantine/core'
import { NotFoundError } from '@slipway/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { PageLoader } from '../../components/page-loader.tsx'
import { JobPicker } from './job-picker.tsx'
import type { LaunchSearch } from './launch-search.ts'
import { readItemSource, readRunSource } from './launch-source.ts'

/** Finds the job of the run or the item that a launch starts from; of a run that has none, asks for a job. */
export function SourceJob({
  search,
  onSearchChange,
}: {
  readonly search: LaunchSearch
  readonly onSearchChange: (search: LaunchSearch) => void
}) {
  const { from_run: run, from_item: item } = search
  const { data } = useSuspenseQuery({
    queryKey: ['launch', 'source-job', run ?? null, item ?? null],
    queryFn: async () => {
      try {
        const source = run === undefined ? await readItemSource(item ?? '', null) : await readRunSource(run, null)
        return { job: source.jobPath, failure: null }
      } catch (error) {
        if (error instanceof NotFoundError) return { job: null, failure: error.message }
        throw error
      }
    },
    gcTime: 1000,
  })
  const { job, failure } = data
  const go = useEffectEvent((found: string) => onSearchChange({ ...search, job: found }))
  useEffect(() => {
    if (job !== null) go(job)
  }, [job])
  if (job !== null) return <PageLoader />
  return (
    <Stack>
      <Text role={failure === null ? 'status' : 'alert'}>
        {failure ?? `The run "${run ?? item ?? ''}" was not made by a job. Choose the job that shall get its inputs.`}
      </Text>
      <JobPicker
        onChoose={(chosen) => onSearchChange(failure === null ? { ...search, job: chosen } : { job: chosen })}
      />
    </Stack>
  )
}
