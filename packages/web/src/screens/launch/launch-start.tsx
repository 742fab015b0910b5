import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '../../app/use-viewer.ts'
import { forgetDraft } from './draft-store.ts'
import { LaunchForm } from './launch-form.tsx'
import { searchKey } from './launch-link.ts'
import type { LaunchFrame } from './launch-panel.tsx'
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
  const { seed: seedSearch, noteWritten } = useSeedSearch(search)
  const [attempt, setAttempt] = useState(0)
  const { data: job } = useSuspenseQuery(buildLaunchVersionQuery(seedSearch.job))
  const { version } = job
  const key = `${version.path} ${searchKey(seedSearch)} ${attempt}`
  const { data: seed } = useSuspenseQuery({
    queryKey: ['launch', 'seed', key],
    queryFn: () => readLaunchSeed(job, seedSearch),
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
      seedSearch={seedSearch}
      place={place}
      begin={() => beginLaunch({ storage: localStorage, place, job, seed, search: seedSearch })}
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
