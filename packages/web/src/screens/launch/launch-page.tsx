import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { PageHeader } from '../../components/page-header.tsx'
import { LaunchPanel } from './launch-panel.tsx'

const route = getRouteApi('/shell/launch')

/** A launch as a page of its own. */
export function LaunchPage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title="Launch" />
      <LaunchPanel
        search={search}
        onDialogChange={() => undefined}
        onSearchChange={(next) => void navigate({ to: '/launch', search: next, replace: true })}
      />
    </>
  )
}
