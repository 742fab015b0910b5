import { getRouteApi } from '@tanstack/react-router'
import { PageHeader } from '../../components/page-header.tsx'
import { ChartsTab } from './charts/charts-tab.tsx'

const route = getRouteApi('/shell/$entity/$project/runs/$run')

export function RunPage() {
  const path = route.useParams()
  return (
    <>
      <PageHeader title="Run" />
      <ChartsTab path={path} isLive />
    </>
  )
}
