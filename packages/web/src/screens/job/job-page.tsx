import { Alert, Tabs } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { buildJobQuery, buildJobVersionQuery } from '../../api/jobs.ts'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { LaunchButton } from '../../components/launch-button.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { TabStrip } from '../../components/tab-strip.tsx'
import { JobDescription } from './job-description.tsx'
import { JobInputs } from './job-inputs.tsx'
import { JobLineage } from './job-lineage.tsx'
import { JobMenu } from './job-menu.tsx'
import { JobRuns } from './job-runs.tsx'
import { JobSource } from './job-source.tsx'
import type { JobTab } from './job-tabs.ts'
import { JobVersions } from './job-versions.tsx'
import { VersionSelect } from './version-select.tsx'

const route = getRouteApi('/shell/$entity/$project/jobs/$job')

const TITLES: Readonly<Record<JobTab, string>> = {
  inputs: 'Inputs',
  runs: 'Runs',
  versions: 'Versions',
  source: 'Source',
  lineage: 'Lineage',
}

/** One job: what can be changed about it, what ran, its versions, its code, and where it comes from. */
export function JobPage() {
  const place = route.useParams()
  const { version: versionName = 'latest', tab = 'inputs' } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: job } = useSuspenseQuery(buildJobQuery(place))
  const { data: version } = useSuspenseQuery(buildJobVersionQuery(place, versionName))
  useLiveQueries([{ kind: 'JOBS', entityName: place.entity, projectName: place.project }], [['job', place]])

  return (
    <>
      <PageHeader
        above={
          <>
            <Link to="/jobs" search={{ entity: place.entity }}>
              Jobs
            </Link>{' '}
            /{' '}
            <Link to="/runs" search={{ entity: place.entity, project: place.project }}>
              {place.project}
            </Link>
          </>
        }
        title={job.name}
        below={<JobDescription job={job} />}
        actions={
          <>
            <VersionSelect place={place} version={version} />
            <LaunchButton from={{ job: `${place.entity}/${place.project}/${job.name}:${versionName}` }} />
            <JobMenu place={place} jobId={job.id} />
          </>
        }
      />
      {version.warnings.map((warning) => (
        <Alert key={warning} color="yellow" icon={<IconAlertTriangle size={18} />} mb="md">
          {warning}
        </Alert>
      ))}
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ search: (old) => ({ ...old, tab: next as JobTab, file: undefined }) })}
        keepMounted={false}
      >
        <TabStrip open={tab}>
          {Object.entries(TITLES).map(([value, title]) => (
            <Tabs.Tab key={value} value={value}>
              {title}
            </Tabs.Tab>
          ))}
        </TabStrip>
        <Tabs.Panel value="inputs">
          <JobInputs version={version} />
        </Tabs.Panel>
        <Tabs.Panel value="runs">
          <JobRuns place={place} version={version} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <JobVersions place={place} />
        </Tabs.Panel>
        <Tabs.Panel value="source">
          <JobSource version={version} />
        </Tabs.Panel>
        <Tabs.Panel value="lineage">
          <JobLineage place={place} version={version} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
