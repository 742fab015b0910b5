import { Group, Text } from '@mantine/core'
import { IconChartLine, IconSearchOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePacedWatch } from '../../../api/live/use-paced-watch.ts'
import type { RunPath } from '../../../charts/run-path.ts'
import { historyQueryKey, type ChartZoom } from '../../../charts/use-metric-points.ts'
import { StatePage } from '../../../components/state-page.tsx'
import { ChartToolbar } from '../../run/charts/chart-toolbar.tsx'
import { groupMetrics, listMetrics } from '../../run/charts/metric-list.ts'
import { ChartSection } from '../../run/charts/chart-section.tsx'
import type { ComparedRun } from '../api/compared-run.ts'
import type { CompareSearch } from '../compare-search.ts'
import { OverlayPanel, type OverlayLine } from './overlay-panel.tsx'

/** The metrics of the runs, one panel each with a line for each run. */
export function CompareCharts({
  runs,
  names,
  colours,
  search,
  onChange,
}: {
  readonly runs: readonly ComparedRun[]
  readonly names: readonly string[]
  readonly colours: readonly string[]
  readonly search: CompareSearch
  readonly onChange: (change: Partial<CompareSearch>) => void
}) {
  const [zoom, setZoom] = useState<(ChartZoom & { readonly axis: string }) | null>(null)
  const lines = runs.map((run, index): OverlayLine & { readonly metrics: ReadonlySet<string> } => ({
    path: pathOf(run),
    name: names[index] ?? run.name,
    colour: colours[index] ?? '',
    metrics: new Set(listMetrics(run.historyKeys)),
  }))
  useGrowingHistories(lines.map(({ path }) => path))
  const metrics = [...new Set(lines.flatMap((line) => [...line.metrics]))]
  if (metrics.length === 0) return <StatePage icon={IconChartLine} title="These runs logged no metrics" />
  const wanted = (search.search ?? '').trim().toLowerCase()
  const sections = groupMetrics(metrics.filter((name) => name.toLowerCase().includes(wanted)))
  const axis = search.axis ?? '_step'
  const style = { smoothing: search.smoothing ?? 0, isLogarithmic: search.log ?? false }
  return (
    <>
      <ChartToolbar
        settings={{ search: search.search ?? '', axis: search.axis ?? null, style, zoom }}
        metrics={metrics}
        onChange={(change) => {
          if (change.zoom !== undefined) setZoom(change.zoom)
          onChange({
            ...(change.search === undefined ? {} : { search: change.search || undefined }),
            ...(change.axis === undefined ? {} : { axis: change.axis ?? undefined }),
            ...(change.style === undefined
              ? {}
              : { smoothing: change.style.smoothing || undefined, log: change.style.isLogarithmic || undefined }),
          })
        }}
      />
      <Legend lines={lines} />
      {sections.length === 0 && <StatePage icon={IconSearchOff} title="No metric matches" />}
      {sections.map((section) => (
        <ChartSection key={section.name} name={section.name || 'Metrics'} count={section.metrics.length}>
          {section.metrics.map((metric) => (
            <OverlayPanel
              key={metric}
              metric={metric}
              axis={axis}
              lines={lines.filter((line) => line.metrics.has(metric))}
              style={style}
              zoom={zoom?.axis === axis ? zoom : null}
              onZoom={(next) => setZoom(next === null ? null : { ...next, axis })}
            />
          ))}
        </ChartSection>
      ))}
    </>
  )
}

function Legend({ lines }: { readonly lines: readonly OverlayLine[] }) {
  return (
    <Group component="ul" gap="md" mb="sm" p={0} m={0} style={{ listStyle: 'none' }} aria-label="Colours of the runs">
      {lines.map(({ path, name, colour }) => (
        <Group component="li" key={`${path.entity}/${path.project}/${path.run}`} gap={6} wrap="nowrap">
          <span style={{ width: 14, height: 4, borderRadius: 2, background: colour }} aria-hidden />
          <Text size="sm">{name}</Text>
        </Group>
      ))}
    </Group>
  )
}

function pathOf({ entityName, projectName, name }: ComparedRun): RunPath {
  return { entity: entityName, project: projectName, run: name }
}

/** Has the charts fetch what is new whenever one of the programs logged something. */
function useGrowingHistories(paths: readonly RunPath[]): void {
  const queryClient = useQueryClient()
  usePacedWatch(
    paths.map(({ entity, project, run }) => ({ kind: 'RUN', entityName: entity, projectName: project, name: run })),
    ['history'],
    () =>
      Promise.all(
        paths.map((path) =>
          queryClient.invalidateQueries({ queryKey: historyQueryKey(path) }, { cancelRefetch: false }),
        ),
      ),
  )
}
