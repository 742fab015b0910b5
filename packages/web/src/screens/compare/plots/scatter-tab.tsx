import { Group, Switch, Text } from '@mantine/core'
import { IconChartDots } from '@tabler/icons-react'
import { StatePage } from '../../../components/state-page.tsx'
import type { ComparedRun } from '../api/compared-run.ts'
import type { CompareSearch } from '../compare-search.ts'
import { placeOf, type CompareDimension } from './compare-dimension.ts'
import { DimensionSelect } from './dimension-select.tsx'
import { coloursOf } from './plot-colour.ts'
import { PlotTable } from './plot-table.tsx'
import { ScatterPlot } from './scatter-plot.tsx'

/** A scatter of one value of the runs against another. */
export function ScatterTab({
  runs,
  names,
  dimensions,
  usual,
  search,
  onChange,
}: {
  readonly runs: readonly ComparedRun[]
  readonly names: readonly string[]
  readonly dimensions: readonly CompareDimension[]
  /** The axes while nobody has chosen any. */
  readonly usual: { readonly x: string | null; readonly y: string | null }
  readonly search: CompareSearch
  readonly onChange: (change: Partial<CompareSearch>) => void
}) {
  const find = (id: string | null | undefined) => dimensions.find((dimension) => dimension.id === id) ?? null
  const x = find(search.x ?? usual.x)
  const y = find(search.y ?? usual.y)
  const colour = find(search.colour)
  const colours = coloursOf(runs.length, colour)
  if (x === null || y === null) {
    return (
      <StatePage icon={IconChartDots} title="Nothing to draw">
        <Text c="var(--slipway-muted)">These runs have no input and no metric in common that could be drawn.</Text>
      </StatePage>
    )
  }
  const isLogX = search.logX === true && x.scale === 'number'
  const isLogY = search.logY === true && y.scale === 'number'
  const isDrawn = (run: number): boolean =>
    placeOf(x, x.values[run] ?? null, isLogX) !== null && placeOf(y, y.values[run] ?? null, isLogY) !== null
  const missing = runs.filter((_, run) => !isDrawn(run)).length
  return (
    <>
      <Group mb="md" align="flex-end">
        <DimensionSelect
          label="x"
          dimensions={dimensions}
          value={x.id}
          onChange={(id) => onChange({ x: id ?? undefined })}
        />
        <DimensionSelect
          label="y"
          dimensions={dimensions}
          value={y.id}
          onChange={(id) => onChange({ y: id ?? undefined })}
        />
        <DimensionSelect
          label="Colour"
          dimensions={dimensions}
          value={colour?.id ?? null}
          onChange={(id) => onChange({ colour: id ?? undefined })}
          clearTo="Each run its own"
        />
        <Switch
          label="Log x"
          checked={isLogX}
          disabled={x.scale !== 'number'}
          onChange={(event) => onChange({ logX: event.currentTarget.checked || undefined })}
        />
        <Switch
          label="Log y"
          checked={isLogY}
          disabled={y.scale !== 'number'}
          onChange={(event) => onChange({ logY: event.currentTarget.checked || undefined })}
        />
      </Group>
      <ScatterPlot
        runs={runs}
        names={names}
        colours={colours}
        x={{ dimension: x, isLogarithmic: isLogX }}
        y={{ dimension: y, isLogarithmic: isLogY }}
        colour={colour}
      />
      {missing > 0 && (
        <Text size="sm" mt="sm" c="var(--slipway-muted)">
          {missing === 1 ? '1 run is' : `${missing} runs are`} not drawn: a value is missing
          {isLogX || isLogY ? ' or not above 0' : ''}.
        </Text>
      )}
      <PlotTable
        label="Values of the points"
        runs={runs}
        names={names}
        colours={colours}
        dimensions={[
          ...new Map([x, y, ...(colour ? [colour] : [])].map((dimension) => [dimension.id, dimension])).values(),
        ]}
        isWithin={() => true}
      />
    </>
  )
}
