import { Text, Timeline } from '@mantine/core'
import { IconBox, IconChartLine, IconRepeat, IconStack2 } from '@tabler/icons-react'
import { RunLink } from '../../../components/run-link.tsx'
import { StateBadge } from '../../../components/state-badge.tsx'
import type { RunDetails, RunItem } from '../api/run.ts'
import { ItemLink } from './item-link.tsx'
import { JobVersionLink } from './job-version-link.tsx'
import { OverviewCard } from './overview-card.tsx'

/** Where a run comes from and what came of it: capturing run, job version, item, and the items that repeat it. */
export function RunLineage({ run }: { readonly run: RunDetails }) {
  const version = run.jobVersion
  const item = run.runQueueItem
  if (version == null && item == null) return null
  const source = version?.sourceRun
  const isSource = source != null && source.name === run.name
  return (
    <OverviewCard title="Lineage">
      <Timeline bulletSize={22} lineWidth={1}>
        {source != null && !isSource && (
          <Timeline.Item bullet={<IconChartLine size={13} />} title="Captured from">
            <RunLink run={source} />
          </Timeline.Item>
        )}
        {isSource && (
          <Timeline.Item bullet={<IconChartLine size={13} />} title="This run">
            <Text size="sm">The job was captured from it.</Text>
          </Timeline.Item>
        )}
        {version != null && (
          <Timeline.Item bullet={<IconBox size={13} />} title="Job version">
            <JobVersionLink version={version} />
          </Timeline.Item>
        )}
        {item?.retryOf != null && (
          <Timeline.Item bullet={<IconRepeat size={13} />} title="Repeats">
            <LaunchedItem item={item.retryOf} />
          </Timeline.Item>
        )}
        {item != null && (
          <Timeline.Item bullet={<IconStack2 size={13} />} title="Launched as">
            <ItemLink item={item} /> <StateBadge state={item.state} reason={item.reason} />
          </Timeline.Item>
        )}
        {item?.retries.map((retry) => (
          <Timeline.Item key={retry.id} bullet={<IconRepeat size={13} />} title="Repeated by">
            <LaunchedItem item={retry} />
          </Timeline.Item>
        ))}
      </Timeline>
    </OverviewCard>
  )
}

function LaunchedItem({ item }: { readonly item: RunItem }) {
  return (
    <Text size="sm" component="div">
      <ItemLink item={item} /> <StateBadge state={item.state} reason={item.reason} />{' '}
      {item.run != null && (
        <>
          as <RunLink run={item.run} />
        </>
      )}
    </Text>
  )
}
