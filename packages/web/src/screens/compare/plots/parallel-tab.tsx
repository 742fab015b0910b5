import { Button, Group, MultiSelect, Text } from '@mantine/core'
import { IconChartDots3 } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { StatePage } from '../../../components/state-page.tsx'
import type { ComparedRun } from '../api/compared-run.ts'
import type { CompareSearch } from '../compare-search.ts'
import type { CompareDimension } from './compare-dimension.ts'
import { DimensionSelect } from './dimension-select.tsx'
import { isWithin, ParallelPlot, type Brushes } from './parallel-plot.tsx'
import { coloursOf } from './plot-colour.ts'
import { PlotTable } from './plot-table.tsx'

/** Parallel coordinates of the runs, with the axes to choose and a table of what is kept. */
export function ParallelTab({
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
  /** The axes and the colours while nobody has chosen any. */
  readonly usual: { readonly axes: readonly string[]; readonly colour: string | null }
  readonly search: CompareSearch
  readonly onChange: (change: Partial<CompareSearch>) => void
}) {
  const navigate = useNavigate()
  const [brushes, setBrushes] = useState<Brushes>({})
  const ids = search.axes ?? usual.axes
  const chosen = ids.flatMap((id) => dimensions.find((dimension) => dimension.id === id) ?? [])
  const colour = dimensions.find(({ id }) => id === (search.colour ?? usual.colour)) ?? null
  const colours = coloursOf(runs.length, colour)
  const kept = runs.filter((_, run) => isWithin(chosen, brushes, run)).length
  const open = (run: number): void => {
    const found = runs[run]
    if (found === undefined) return
    const params = { entity: found.entityName, project: found.projectName, run: found.name }
    void navigate({ to: '/$entity/$project/runs/$run', params })
  }
  return (
    <>
      <Group mb="md" align="flex-end">
        <MultiSelect
          label="Axes"
          data={dimensions.map(({ id, label }) => ({ value: id, label }))}
          value={chosen.map(({ id }) => id)}
          onChange={(axes) => onChange({ axes })}
          searchable
          flex="1 1 320px"
        />
        <DimensionSelect
          label="Colour"
          dimensions={dimensions}
          value={colour?.id ?? null}
          onChange={(id) => onChange({ colour: id ?? 'run' })}
          clearTo="Each run its own"
        />
      </Group>
      {chosen.length < 2 ? (
        <StatePage icon={IconChartDots3} title="Choose at least two axes" />
      ) : (
        <ParallelPlot
          dimensions={chosen}
          names={names}
          colours={colours}
          brushes={brushes}
          onBrush={(id, range) =>
            setBrushes(Object.fromEntries(Object.entries({ ...brushes, [id]: range }).filter(hasRange)))
          }
          onOpen={open}
        />
      )}
      <Group mt="sm" gap="md">
        <Text size="sm" role="status" c="var(--slipway-muted)">
          {kept === runs.length
            ? 'Drag along an axis to keep the runs that go through there.'
            : `${kept} of ${runs.length} runs go through the chosen parts.`}
        </Text>
        {Object.keys(brushes).length > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => setBrushes({})}>
            Keep all
          </Button>
        )}
      </Group>
      <PlotTable
        label="Values of the axes"
        runs={runs}
        names={names}
        colours={colours}
        dimensions={chosen}
        isWithin={(run) => isWithin(chosen, brushes, run)}
      />
    </>
  )
}

function hasRange<Range>(entry: readonly [string, Range | null]): entry is [string, Range] {
  return entry[1] !== null
}
