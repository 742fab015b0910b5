import { Button, Text } from '@mantine/core'
import { IconZoomQuestion } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '../../app/use-viewer.ts'
import { StatePage } from '../../components/state-page.tsx'
import { forgetDraft } from './draft-store.ts'
import { LaunchForm } from './launch-form.tsx'
import type { LaunchFrame } from './launch-frame.ts'
import { searchKey } from './launch-link.ts'
import type { LaunchedJob } from './launched-job.ts'
import { buildLaunchVersionQuery } from './launch-queries.ts'
import type { LaunchSearch } from './launch-search.ts'
import { readLaunchSeed } from './launch-seed.ts'
import { beginLaunch } from './begin-launch.ts'
import { readTabId } from './tab-id.ts'
import { useSeedSearch } from './use-seed-search.ts'

/** Reads the job version and what the address says of the launch, and begins the form with it. */
export function LaunchStart({
  search,
  ...frame
}: LaunchFrame & { readonly search: LaunchSearch & { readonly job: string } }) {
  const { seed, noteWritten } = useSeedSearch(search)
  const { data: job } = useSuspenseQuery(buildLaunchVersionQuery(seed.job))
  if (job === null) return <MissingJob path={seed.job} onOtherJob={() => frame.onSearchChange({})} />
  return <FoundJob job={job} search={search} seedSearch={seed} noteWritten={noteWritten} {...frame} />
}

function FoundJob({
  job,
  search,
  seedSearch,
  noteWritten,
  ...frame
}: LaunchFrame & {
  readonly job: LaunchedJob
  readonly search: LaunchSearch
  readonly seedSearch: LaunchSearch & { readonly job: string }
  readonly noteWritten: (search: LaunchSearch) => void
}) {
  const [attempt, setAttempt] = useState(0)
  const { version } = job
  const key = `${version.path} ${searchKey(seedSearch)} ${attempt}`
  const { data: seed } = useSuspenseQuery({
    queryKey: ['launch', 'seed', key],
    queryFn: () => readLaunchSeed(version, seedSearch),
    staleTime: Infinity,
    gcTime: 1000,
  })
  const { username } = useViewer()
  const place = { username: username ?? '', version: version.path, tab: readTabId() }
  return (
    <LaunchForm
      key={key}
      jobPath={seedSearch.job}
      job={job}
      seed={seed}
      search={search}
      place={place}
      begin={() => beginLaunch({ storage: localStorage, place, version, seed, search: seedSearch })}
      noteWritten={noteWritten}
      onDiscard={(bare) => {
        forgetDraft(localStorage, place)
        frame.onSearchChange(bare)
        setAttempt((before) => before + 1)
      }}
      {...frame}
    />
  )
}

function MissingJob({ path, onOtherJob }: { readonly path: string; readonly onOtherJob: () => void }) {
  return (
    <StatePage icon={IconZoomQuestion} title="There is no such job">
      <Text c="var(--slipway-muted)">
        Cannot launch job "{path}": it does not exist, or you may not see it. Check the link, or choose another job.
      </Text>
      <Button variant="default" onClick={onOtherJob}>
        Choose a job
      </Button>
    </StatePage>
  )
}
