import { useState } from 'react'
import type { RunRow } from '../api/runs.ts'
import type { GridItem } from '../grid/grid-item.ts'

/** The runs that are selected, by id, in the order in which they were. */
export type SelectedRuns = ReadonlyMap<string, RunRow>

/** What is selected, and how that changes. Rows are named by their places in the table. */
export interface RunSelectionState {
  readonly selected: SelectedRuns
  readonly all: 'none' | 'some' | 'all'
  /** Turns one row, or all from the last one turned to this one. */
  readonly toggle: (index: number, isRange: boolean) => void
  /** Selects the rows from one place to another. */
  readonly selectRange: (from: number, to: number) => void
  readonly selectAll: (isSelected: boolean) => void
  readonly clear: () => void
}

/** Keeps a selection of the table's runs. It outlives sorting and filtering. */
export function useRunSelection(items: readonly GridItem[]): RunSelectionState {
  const [selected, setSelected] = useState<SelectedRuns>(new Map())
  const [anchor, setAnchor] = useState(0)
  const rows = items.flatMap((item) => (item.kind === 'run' ? [item.row] : []))
  const count = rows.filter(({ id }) => selected.has(id)).length
  function selectRange(from: number, to: number): void {
    const range = items.slice(Math.min(from, to), Math.max(from, to) + 1)
    const inRange = range.flatMap((item) => (item.kind === 'run' ? [item.row] : []))
    setSelected((now) => withRows(now, inRange, true))
  }
  return {
    selected: withLatest(selected, rows),
    all: rows.length > 0 && count === rows.length ? 'all' : selected.size > 0 ? 'some' : 'none',
    toggle(index, isRange) {
      const item = items[index]
      if (item?.kind !== 'run') return
      setAnchor(index)
      if (isRange) selectRange(anchor, index)
      else setSelected((now) => withRows(now, [item.row], !now.has(item.row.id)))
    },
    selectRange,
    selectAll: (isSelected) => setSelected(isSelected ? withRows(selected, rows, true) : new Map()),
    clear: () => setSelected(new Map()),
  }
}

/** The selection with what is known now of its runs that the table has loaded; the others are as they were when selected. */
function withLatest(selected: SelectedRuns, rows: readonly RunRow[]): SelectedRuns {
  if (selected.size === 0) return selected
  const latest = new Map(selected)
  for (const row of rows) if (latest.has(row.id)) latest.set(row.id, row)
  return latest
}

function withRows(selected: SelectedRuns, rows: readonly RunRow[], isSelected: boolean): SelectedRuns {
  const next = new Map(selected)
  for (const row of rows) {
    if (isSelected) next.set(row.id, row)
    else next.delete(row.id)
  }
  return next
}
