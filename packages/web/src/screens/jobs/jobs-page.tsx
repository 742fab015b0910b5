import { Button, Group } from '@mantine/core'
import { IconBox, IconSearchOff } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { buildJobsQuery } from '../../api/jobs.ts'
import { useSteadyRefresh } from '../../api/live/use-steady-refresh.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { EntitySelect } from '../../components/entity-select.tsx'
import { LoadMore } from '../../components/load-more.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PageLoader } from '../../components/page-loader.tsx'
import { SearchInput } from '../../components/search-input.tsx'
import { StatePage } from '../../components/state-page.tsx'
import { JobTable } from './job-table.tsx'

const route = getRouteApi('/shell/jobs')

/** All jobs of an entity: search, last runs, launch. */
export function JobsPage() {
  const viewer = useViewer()
  const { entity = viewer.entity ?? '', search } = route.useSearch()
  const navigate = route.useNavigate()
  const options = buildJobsQuery({ entity, search })
  const query = useInfiniteQuery({ ...options, placeholderData: keepPreviousData, throwOnError: true })
  useSteadyRefresh(
    [
      { kind: 'JOBS', entityName: entity },
      { kind: 'RUNS', entityName: entity },
    ],
    [['jobs', entity]],
  )
  const isFiltered = search !== undefined && search !== ''
  const setSearch = (text: string): void =>
    void navigate({ search: (old) => ({ entity: old.entity, search: text === '' ? undefined : text }), replace: true })

  return (
    <>
      <PageHeader
        title="Jobs"
        below="A job is a program with inputs that anyone may change before it runs again."
        actions={<EntitySelect value={entity} onChange={(next) => void navigate({ search: { entity: next } })} />}
      />
      {(isFiltered || (query.data?.length ?? 0) > 0) && (
        <Group mb="md">
          <SearchInput label="Search jobs" value={search ?? ''} onChange={setSearch} />
        </Group>
      )}
      {query.data === undefined ? (
        <PageLoader />
      ) : query.data.length > 0 ? (
        <>
          <JobTable jobs={query.data} />
          <LoadMore query={query} />
        </>
      ) : isFiltered ? (
        <StatePage icon={IconSearchOff} title={`No job matches "${search}"`}>
          <Button variant="default" onClick={() => setSearch('')}>
            Clear the search
          </Button>
        </StatePage>
      ) : (
        <StatePage icon={IconBox} title="No jobs yet">
          <Button renderRoot={(props) => <Link to="/welcome" {...props} />}>Capture the first job</Button>
        </StatePage>
      )}
    </>
  )
}
