import { CatchBoundary } from '@tanstack/react-router'
import { Suspense } from 'react'
import { ErrorPage } from '../../components/error-page.tsx'
import { PageLoader } from '../../components/page-loader.tsx'
import { JobPicker } from './job-picker.tsx'
import type { LaunchFrame } from './launch-frame.ts'
import { searchKey } from './launch-link.ts'
import type { LaunchSearch } from './launch-search.ts'
import { LaunchStart } from './launch-start.tsx'
import { SourceJob } from './source-job.tsx'

/** A launch, from the choice of the job to what became of it. */
export function LaunchPanel({ search, ...frame }: LaunchFrame & { readonly search: LaunchSearch }) {
  return (
    <CatchBoundary getResetKey={() => searchKey(search)} errorComponent={ErrorPage}>
      <Suspense fallback={<PageLoader />}>
        <LaunchContent search={search} {...frame} />
      </Suspense>
    </CatchBoundary>
  )
}

function LaunchContent({ search, ...frame }: LaunchFrame & { readonly search: LaunchSearch }) {
  if (search.job !== undefined) return <LaunchStart search={{ ...search, job: search.job }} {...frame} />
  if (search.from_run !== undefined || search.from_item !== undefined) {
    return <SourceJob search={search} onSearchChange={frame.onSearchChange} />
  }
  return <JobPicker onChoose={(job) => frame.onSearchChange({ ...search, job })} />
}
