import { Anchor, Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { RunRow as Row } from '../api/runs.ts'
import type { RunColumn } from '../columns/run-column.ts'
import { addressOf } from './grid-item.ts'
import { RunCell } from './run-cell.tsx'
import classes from './run-grid.module.css'

/** One run. Memoised: scrolling draws only the rows that come into view. */
export const RunGridRow = memo(function RunGridRow({
  row,
  columns,
  values,
  index,
  offset,
  isSelected,
  isActive,
  isInGroup,
}: {
  readonly row: Row
  readonly columns: readonly RunColumn[]
  readonly values: readonly string[]
  readonly index: number
  /** From the top of the table, in pixels. */
  readonly offset: number
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly isInGroup: boolean
}) {
  const name = row.displayName ?? row.name
  return (
    <div
      role="row"
      id={`run-row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-level={isInGroup ? 2 : undefined}
      data-active={isActive || undefined}
      className={`${classes['row']} ${classes['item']}`}
      style={{ transform: `translateY(${offset}px)` }}
      data-index={index}
    >
      <div role="rowheader" className={`${classes['cell']} ${classes['first']} ${isInGroup ? classes['inGroup'] : ''}`}>
        <Checkbox
          size="xs"
          tabIndex={-1}
          readOnly
          style={{ flex: 'none' }}
          aria-label={`Select ${name}`}
          checked={isSelected}
        />
        <Anchor
          size="sm"
          tabIndex={-1}
          title={name}
          renderRoot={(props) => <Link to="/$entity/$project/runs/$run" params={addressOf(row)} {...props} />}
        >
          {name}
        </Anchor>
      </div>
      {columns.slice(1).map((column) => (
        <RunCell key={column.id} row={row} column={column} values={values} />
      ))}
    </div>
  )
})
