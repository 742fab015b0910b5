import { formatInputAddress, type Problem } from '@slipway/core'
import { flushSync } from 'react-dom'
import type { DraftSection } from '../model/input-draft.ts'
import { sectionAddress } from '../model/read-draft.ts'
import { focusRow, type RowFocus } from './focus-row.ts'
import type { FormRow } from './form-row.ts'
import { RowBuilder } from './row-builder.ts'
import { hasProblem, placeOnRows } from './row-problems.ts'

const NONE_CLOSED: ReadonlySet<string> = new Set()

/**
 * Goes to the next (1) or the one before (-1) of the fields that have a problem, from the end on to the first again. What
 * is closed around it is opened, and a filter that leaves it out is taken away.
 */
export function useProblemJump(
  parts: RowFocus & {
    readonly sections: readonly DraftSection[]
    readonly problems: readonly Problem[]
    /** The rows that the form has now. */
    readonly rows: readonly FormRow[]
    readonly setOpen: (id: string, isOpen: boolean) => void
    readonly clearFilter: () => void
  },
): (direction: 1 | -1) => void {
  const { sections, problems, rows, root, setOpen, clearFilter } = parts
  return (direction) => {
    const all = new RowBuilder().build(sections, NONE_CLOSED)
    const placed = placeOnRows(problems, all)
    const bad = all.flatMap((row, index) => (hasProblem(placed, row) ? [index] : []))
    const id = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row']
    const here = root.current?.contains(document.activeElement) === true ? all.findIndex((row) => row.id === id) : -1
    const next =
      direction === 1
        ? (bad.find((index) => index > here) ?? bad[0])
        : (bad.findLast((index) => index < here) ?? bad.at(-1))
    const target = next === undefined ? undefined : all[next]
    if (target === undefined) return
    flushSync(() => {
      for (const holder of holdersOf(target)) setOpen(holder, true)
      if (!rows.some((row) => row.id === target.id)) clearFilter()
    })
    focusRow(parts, target.id, 'center')
  }
}

/** The ids of what a row is in: its section, and the groups and lists on the way to it. */
function holdersOf(row: FormRow): readonly string[] {
  if (!('address' in row)) return row.kind === 'text' ? [`section ${sectionAddress(row.section)}`] : []
  const { file, path } = row.address
  const above = path.slice(0, -1).map((_key, index) => formatInputAddress({ file, path: path.slice(0, index + 1) }))
  return [`section ${sectionAddress({ file })}`, ...above]
}
