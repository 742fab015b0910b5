import { Tabs } from '@mantine/core'
import { lazy, Suspense, useMemo } from 'react'
import { PageLoader } from '../../components/page-loader.tsx'
import { moveColumn } from '../runs/columns/move-column.ts'
import type { ComparedRun } from './api/compared-run.ts'
import type { CompareSearch } from './compare-search.ts'
import { listDimensions } from './plots/compare-dimension.ts'
import { ParallelTab } from './plots/parallel-tab.tsx'
import { ScatterTab } from './plots/scatter-tab.tsx'
import { chooseUsualPlots } from './plots/usual-plots.ts'
import { listCompareRows } from './values/compare-rows.ts'
import { CompareValues } from './values/compare-values.tsx'

const CompareCharts = lazy(async () => ({ default: (await import('./charts/compare-charts.tsx')).CompareCharts }))

/** The parts of a comparison. */
export function CompareTabs({
  runs,
  search,
  onChange,
  colourOf,
}: {
  readonly runs: readonly ComparedRun[]
  readonly search: CompareSearch
  readonly onChange: (change: Partial<CompareSearch>) => void
  readonly colourOf: (path: string) => string
}) {
  const rows = useMemo(() => listCompareRows(runs), [runs])
  const dimensions = useMemo(() => listDimensions(rows), [rows])
  const names = nameRuns(runs)
  const colours = runs.map(({ path }) => colourOf(path))
  const paths = runs.map(({ path }) => path)
  const usual = chooseUsualPlots(dimensions)
  const common = { runs, names, search, onChange }
  return (
    <>
      <Tabs.Panel value="values">
        <CompareValues
          runs={runs}
          names={names}
          colours={colours}
          rows={rows}
          base={Math.max(0, paths.indexOf(search.base ?? ''))}
          showSame={search.same === true}
          search={search.search ?? ''}
          onShowSame={(isShown) => onChange({ same: isShown || undefined })}
          onSearch={(text) => onChange({ search: text === '' ? undefined : text })}
          actions={{
            onBase: (base) => onChange({ base }),
            onMove: (path, by) => onChange({ runs: moveColumn(paths, path, by).join(',') }),
            onRemove: (path) => onChange({ runs: paths.filter((other) => other !== path).join(',') }),
          }}
        />
      </Tabs.Panel>
      <Tabs.Panel value="charts">
        <Suspense fallback={<PageLoader />}>
          <CompareCharts {...common} colours={colours} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="parallel">
        <ParallelTab {...common} dimensions={dimensions} usual={usual} />
      </Tabs.Panel>
      <Tabs.Panel value="scatter">
        <ScatterTab {...common} dimensions={dimensions} usual={usual} />
      </Tabs.Panel>
    </>
  )
}

/** A name for each run; those that have the same one are told apart by their ids. */
function nameRuns(runs: readonly Pick<ComparedRun, 'displayName' | 'name'>[]): readonly string[] {
  const names = runs.map(({ displayName, name }) => displayName ?? name)
  return runs.map(({ name }, index) => {
    const own = names[index] ?? name
    return names.filter((other) => other === own).length > 1 ? `${own} (${name})` : own
  })
}
