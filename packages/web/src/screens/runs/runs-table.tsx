import { Button, Text } from '@mantine/core'
import { IconAlertTriangle, IconArrowUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { messageOf } from '../../api/api-error.ts'
import { PageLoader } from '../../components/page-loader.tsx'
import { StatePage } from '../../components/state-page.tsx'
import { showDone } from '../../components/toast.ts'
import { saveTextFile } from '../../components/save-file.ts'
import { buildRunCountQuery, type RunPlace } from './api/runs.ts'
import { moveColumnBefore } from './columns/move-column.ts'
import { buildRunConditions } from './filter/run-conditions.ts'
import { RunGrid } from './grid/run-grid.tsx'
import classes from './grid/run-grid.module.css'
import type { RunsPlan } from './plan-runs.ts'
import { DEFAULT_SORT, type RunsSearch } from './runs-search.ts'
import { RunsEmpty } from './runs-empty.tsx'
import { runsToCsv } from './selection/run-csv.ts'
import { SelectionBar } from './selection/selection-bar.tsx'
import { useRunSelection } from './selection/use-run-selection.ts'
import { useGroupedRuns } from './use-grouped-runs.ts'
import { useLiveRuns } from './use-live-runs.ts'
import { useRunList } from './use-run-list.ts'

const MAX_AGGREGATES = 12

/** The table with its rows, its selection and what is new. */
export function RunsTable({
  place,
  search,
  plan: { columnIds, columns, selection },
  onChange,
}: {
  readonly place: RunPlace
  readonly search: RunsSearch
  readonly plan: RunsPlan
  readonly onChange: (change: Partial<RunsSearch>) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const { filters, values, order: sort } = selection
  const isGrouped = search.group !== undefined
  const flat = useRunList(selection, !isGrouped)
  const aggregates = columns.filter(({ isNumeric }) => isNumeric).map(({ id }) => id)
  const grouped = useGroupedRuns(selection, search, aggregates.slice(0, MAX_AGGREGATES))
  const { items, isPending, error, loadMore, retry } = isGrouped ? grouped : flat
  const selected = useRunSelection(items)
  const count = useQuery(buildRunCountQuery(place, filters))
  const { newCount, showNew } = useLiveRuns(selection, scroller, {
    conditions: (more) => buildRunConditions(search, [more as Readonly<Record<string, unknown>>]),
    isGrouped,
  })

  if (error !== null) {
    return (
      <StatePage icon={IconAlertTriangle} title="The runs could not be listed" role="alert">
        <Text c="var(--slipway-muted)">{messageOf(error)}</Text>
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      </StatePage>
    )
  }
  if (isPending) return <PageLoader />
  if (items.length === 0) {
    return (
      <RunsEmpty
        isFiltered={filters !== null}
        onReset={() => onChange({ q: undefined, state: undefined, filters: undefined })}
      />
    )
  }
  const rows = [...selected.selected.values()]
  const copy = (): void => void copyText(runsToCsv(rows, columns, values), rows.length)
  return (
    <>
      {rows.length > 0 && <SelectionBar rows={rows} onCopy={copy} onClear={selected.clear} />}
      <RunGrid
        scroller={scroller}
        items={items}
        rowCount={isGrouped ? -1 : (count.data ?? -1)}
        columns={columns}
        values={values}
        widths={search.widths ?? {}}
        sort={sort}
        selection={selected}
        actions={{
          onSort: (next) => onChange({ sort: next === DEFAULT_SORT ? undefined : next }),
          onResize: (id, width) => onChange({ widths: { ...search.widths, [id]: width } }),
          onMove: (id, before) => onChange({ columns: [...moveColumnBefore(columnIds, id, before)] }),
        }}
        onToggleGroup={grouped.toggle}
        onNearEnd={loadMore}
        news={
          newCount > 0 && (
            <Button className={classes['news']} size="xs" leftSection={<IconArrowUp size={14} />} onClick={showNew}>
              {newCount === 1 ? '1 new run' : `${newCount} new runs`}
            </Button>
          )
        }
      />
    </>
  )
}

/** Puts a text into the clipboard, or into a file where a page that came without encryption may not. */
async function copyText(text: string, count: number): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showDone(count === 1 ? 'Copied 1 run as CSV.' : `Copied ${count} runs as CSV.`)
  } catch {
    saveTextFile('runs.csv', text, 'text/csv')
    showDone('The clipboard cannot be written to here, so the runs were saved as runs.csv.')
  }
}
