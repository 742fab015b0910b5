import { Tabs } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, type ComponentType } from 'react'
import { PartBoundary } from '../../components/part-boundary.tsx'
import { PageLoader } from '../../components/page-loader.tsx'
import { TabStrip } from '../../components/tab-strip.tsx'
import { buildRunMetricsQuery } from './api/run-metrics.ts'
import { OverviewTab } from './overview/overview-tab.tsx'
import type { RunTabProps } from './run-tab-props.ts'

const route = getRouteApi('/shell/$entity/$project/runs/$run')

interface RunTab {
  readonly value: 'overview' | 'charts' | 'config' | 'summary' | 'log' | 'files' | 'system'
  readonly label: string
  readonly part: ComponentType<RunTabProps>
}

const TABS: readonly RunTab[] = [
  { value: 'overview', label: 'Overview', part: OverviewTab },
  {
    value: 'charts',
    label: 'Charts',
    part: lazy(loadCharts),
  },
  {
    value: 'config',
    label: 'Config',
    part: lazy(async () => ({ default: (await import('./config/config-tab.tsx')).ConfigTab })),
  },
  {
    value: 'summary',
    label: 'Summary',
    part: lazy(async () => ({ default: (await import('./summary/summary-tab.tsx')).SummaryTab })),
  },
  { value: 'log', label: 'Log', part: lazy(async () => ({ default: (await import('./log/log-tab.tsx')).LogTab })) },
  {
    value: 'files',
    label: 'Files',
    part: lazy(async () => ({ default: (await import('./files/files-tab.tsx')).FilesTab })),
  },
  {
    value: 'system',
    label: 'System',
    part: lazy(async () => ({ default: (await import('./system/system-tab.tsx')).SystemTab })),
  },
]

async function loadCharts(): Promise<{ readonly default: ComponentType<RunTabProps> }> {
  return { default: (await import('./charts/charts-tab.tsx')).ChartsTab }
}

/** The parts of a run's page; which one is open is in the address. */
export function RunTabs({ path, run }: RunTabProps) {
  const { tab = 'overview' } = route.useSearch()
  const navigate = route.useNavigate()
  const queryClient = useQueryClient()
  // The charts are what most people open next: what they need first is here by then.
  useEffect(() => {
    void loadCharts()
    void queryClient.prefetchQuery(buildRunMetricsQuery(path))
  }, [queryClient, path])
  const open = (value: string | null): void => {
    const found = TABS.find((candidate) => candidate.value === value)
    if (found === undefined) return
    void navigate({
      search: (old) => ({ ...old, tab: found.value === 'overview' ? undefined : found.value }),
      resetScroll: false,
    })
  }
  return (
    <Tabs value={tab} onChange={open} keepMounted={false}>
      <TabStrip open={tab}>
        {TABS.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </TabStrip>
      {TABS.map(({ value, part: Part }) => (
        <Tabs.Panel key={value} value={value}>
          <PartBoundary>
            <Suspense fallback={<PageLoader />}>
              <Part path={path} run={run} />
            </Suspense>
          </PartBoundary>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
