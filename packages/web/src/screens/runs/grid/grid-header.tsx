import { Checkbox, Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { RunColumn } from '../columns/run-column.ts'
import { widthOf, type ColumnWidths } from './column-widths.ts'
import { ResizeHandle } from './resize-handle.tsx'
import classes from './run-grid.module.css'

/** How the table's head changes what is shown. */
export interface HeaderActions {
  readonly onSort: (sort: string) => void
  readonly onResize: (columnId: string, width: number) => void
  readonly onMove: (columnId: string, before: string) => void
  /** Selects all rows that are loaded, or none. */
  readonly onSelectAll: (isSelected: boolean) => void
}

/** The head of the table: sorts by a click, moves columns by dragging, resizes them at their edges. */
export function GridHeader({
  columns,
  widths,
  sort,
  selected,
  actions,
}: {
  readonly columns: readonly RunColumn[]
  readonly widths: ColumnWidths
  readonly sort: string
  readonly selected: 'none' | 'some' | 'all'
  readonly actions: HeaderActions
}) {
  return (
    <div role="row" aria-rowindex={1} className={`${classes['row']} ${classes['header']}`}>
      {columns.map((column, index) => (
        <Heading
          key={column.id}
          column={column}
          width={widthOf(column, widths)}
          sort={sort}
          actions={actions}
          isFirst={index === 0}
          selected={selected}
        />
      ))}
    </div>
  )
}

function Heading({
  column,
  width,
  sort,
  actions,
  isFirst,
  selected,
}: {
  readonly column: RunColumn
  readonly width: number
  readonly sort: string
  readonly actions: HeaderActions
  readonly isFirst: boolean
  readonly selected: 'none' | 'some' | 'all'
}) {
  const direction = sort === `-${column.id}` ? 'descending' : sort === column.id ? 'ascending' : 'none'
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp
  const next = direction === 'ascending' ? `-${column.id}` : column.id
  const origin = column.from === 'config' ? 'input' : column.from === 'summary' ? 'summary' : null
  return (
    <div
      role="columnheader"
      aria-sort={direction}
      className={`${classes['cell']} ${classes['heading']} ${isFirst ? classes['first'] : ''}`}
    >
      {isFirst && (
        <Checkbox
          size="xs"
          pl={10}
          style={{ flex: 'none' }}
          aria-label="Select all loaded runs"
          checked={selected === 'all'}
          indeterminate={selected === 'some'}
          onChange={(event) => actions.onSelectAll(event.currentTarget.checked)}
        />
      )}
      <Tooltip label={origin === null ? column.label : `${column.label} (${origin})`}>
        <UnstyledButton
          className={classes['sort']}
          data-numeric={column.isNumeric || undefined}
          onClick={() => actions.onSort(next)}
          draggable={!isFirst}
          onDragStart={(event) => event.dataTransfer.setData('text/plain', column.id)}
          onDragOver={(event) => !isFirst && event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            actions.onMove(event.dataTransfer.getData('text/plain'), column.id)
          }}
        >
          <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{column.label}</span>
          {direction !== 'none' && <Arrow size={14} aria-hidden style={{ flex: 'none' }} />}
        </UnstyledButton>
      </Tooltip>
      <ResizeHandle label={column.label} width={width} onChange={(wanted) => actions.onResize(column.id, wanted)} />
    </div>
  )
}
