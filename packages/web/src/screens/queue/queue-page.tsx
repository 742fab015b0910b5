import { Button, Tabs, Text } from '@mantine/core'
import { IconZoomQuestion } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useSteadyRefresh } from '../../api/live/use-steady-refresh.ts'
import { buildQueueQuery } from '../../api/queues.ts'
import { PageLoader } from '../../components/page-loader.tsx'
import { StatePage } from '../../components/state-page.tsx'
import { TabStrip } from '../../components/tab-strip.tsx'
import { ItemsPanel } from './items/items-panel.tsx'
import { QueueHeader } from './queue-header.tsx'
import { RefusedPanel } from './refused-panel.tsx'

const route = getRouteApi('/shell/queues/$entity/$queue')

const MonitorPanel = lazy(async () => ({ default: (await import('./monitor/monitor-panel.tsx')).MonitorPanel }))
const SettingsPanel = lazy(async () => ({ default: (await import('./settings-panel.tsx')).SettingsPanel }))

const TABS = [
  { value: 'items', label: 'Items' },
  { value: 'monitor', label: 'Monitor' },
  { value: 'refused', label: 'Refused launches' },
  { value: 'settings', label: 'Settings' },
] as const

/** One queue: its items, what happened in it of late, and its settings. */
export function QueuePage() {
  const place = route.useParams()
  const { entity, queue: name } = place
  const { tab = 'items' } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: queue } = useSuspenseQuery(buildQueueQuery(place))
  useSteadyRefresh(queue === null ? [] : [{ kind: 'RUN_QUEUE', entityName: entity, name }], [
    ['queue', entity, name],
    ['queue-items', entity, name],
    ['refused-launches', entity, name],
  ])
  if (queue === null) {
    return (
      <StatePage icon={IconZoomQuestion} title="There is no such queue" role="alert">
        <Text c="var(--slipway-muted)">
          &quot;{entity}&quot; has no queue &quot;{name}&quot;, it was deleted, or it is not for you to see.
        </Text>
        <Button variant="default" renderRoot={(props) => <Link to="/queues" {...props} />}>
          Go to the queues
        </Button>
      </StatePage>
    )
  }
  return (
    <>
      <QueueHeader queue={queue} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) =>
          void navigate({ search: (before) => ({ ...before, tab: TABS.find(({ value }) => value === next)?.value }) })
        }
      >
        <TabStrip open={tab}>
          {TABS.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </TabStrip>
        <Suspense fallback={<PageLoader />}>
          <Tabs.Panel value="items">
            <ItemsPanel key={queue.id} queue={queue} />
          </Tabs.Panel>
          <Tabs.Panel value="monitor">
            <MonitorPanel place={place} />
          </Tabs.Panel>
          <Tabs.Panel value="refused">
            <RefusedPanel place={place} />
          </Tabs.Panel>
          <Tabs.Panel value="settings">
            <SettingsPanel key={queue.id} queue={queue} />
          </Tabs.Panel>
        </Suspense>
      </Tabs>
    </>
  )
}
