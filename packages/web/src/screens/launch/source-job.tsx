import { Stack, Text } from '@mantine/core'
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
  const { data: job } = useSuspenseQuery({
    queryKey: ['launch', 'source-job', run ?? null, item ?? null],
    queryFn: async () =>
      (run === undefined ? await readItemSource(item ?? '', null) : await readRunSource(run, null)).jobPath,
    gcTime: 1000,
  })
  const go = useEffectEvent((found: string) => onSearchChange({ ...search, job: found }))
  useEffect(() => {
    if (job !== null) go(job)
  }, [job])
  if (job !== null) return <PageLoader />
  return (
    <Stack>
      <Text>
        The run <code>{run ?? item}</code> was not made by a job. Choose the job that shall get its inputs.
      </Text>
      <JobPicker onChoose={(chosen) => onSearchChange({ ...search, job: chosen })} />
    </Stack>
  )
}
