import { Button, Stack, Text } from '@mantine/core'
import { IconChartLine, IconSearchOff } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { StatePage } from '../../../components/state-page.tsx'
import { buildRunMetricsQuery } from '../api/run-metrics.ts'
import { isLiveRun } from '../run-state.ts'
import type { RunTabProps } from '../run-tab-props.ts'
import { ChartSection } from './chart-section.tsx'
import { useChartSettings } from './chart-settings.ts'
import { ChartToolbar } from './chart-toolbar.tsx'
import { readDefinedMetrics } from './defined-metrics.ts'
import { groupMetrics, listMetrics } from './metric-list.ts'
import { MetricPanel } from './metric-panel.tsx'
import { useGrowingHistory } from './use-growing-history.ts'

/** All metrics of a run as charts, which grow while it runs. */
export function ChartsTab({ path, run }: RunTabProps) {
  const { data } = useSuspenseQuery(buildRunMetricsQuery(path))
  const [settings, change] = useChartSettings()
  useGrowingHistory(path)
  const defined = readDefinedMetrics(data.internalConfig)
  const metrics = listMetrics(data.historyKeys).filter((name) => !defined.isHidden(name))
  if (metrics.length === 0) return <NoHistory isLive={isLiveRun(run)} />
  const wanted = settings.search.trim().toLowerCase()
  const sections = groupMetrics(metrics.filter((name) => name.toLowerCase().includes(wanted)))
  return (
    <>
      <ChartToolbar settings={settings} onChange={change} metrics={metrics} />
      {sections.length === 0 && (
        <StatePage icon={IconSearchOff} title="No metric matches">
          <Button variant="default" onClick={() => change({ search: '' })}>
            Show all metrics
          </Button>
        </StatePage>
      )}
      <Stack gap="md">
        {sections.map((section) => (
          <ChartSection key={section.name} name={section.name || 'Metrics'} count={section.metrics.length}>
            {section.metrics.map((metric) => {
              const axis = settings.axis ?? defined.stepMetricOf(metric) ?? '_step'
              return (
                <MetricPanel
                  key={metric}
                  choice={{ path, metric, axis }}
                  style={settings.style}
                  zoom={settings.zoom?.axis === axis ? settings.zoom : null}
                  onZoom={(zoom, on) => change({ zoom: zoom === null ? null : { ...zoom, axis: on } })}
                />
              )
            })}
          </ChartSection>
        ))}
      </Stack>
    </>
  )
}

function NoHistory({ isLive }: { readonly isLive: boolean }) {
  return (
    <StatePage icon={IconChartLine} title={isLive ? 'No metrics yet' : 'This run logged no metrics'}>
      <Text c="var(--slipway-muted)">
        {isLive
          ? 'Charts appear here as soon as the program logs a number.'
          : 'A program logs them with run.log({"loss": 0.5}).'}
      </Text>
    </StatePage>
  )
}
