import { Checkbox } from '@mantine/core'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import type { ListedItem } from '../../../api/queue-items.ts'
import { ItemRow } from './item-row.tsx'
import { isOver } from './item-state.ts'
import classes from './item-table.module.css'

const ROW_HEIGHT = 68

/** Items as rows, of which only those near the window exist. */
export function ItemTable({
  items,
  hasPriorities,
  selected,
  onSelect,
  onShowLog,
}: {
  readonly items: readonly ListedItem[]
  readonly hasPriorities: boolean
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
  readonly onShowLog: (id: string) => void
}) {
  const body = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(body.current?.offsetTop ?? 0), [])
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used in this component alone
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
    scrollMargin: top,
  })
  const open = items.filter((item) => !isOver(item))
  const chosen = open.filter(({ id }) => selected.has(id)).length
  const toggle = (id: string): void => onSelect(new Set([id]).symmetricDifference(selected))
  return (
    <div role="table" aria-label="Items" aria-rowcount={items.length + 1} className={classes.table}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
          <span role="columnheader" className={classes.choose}>
            <Checkbox
              size="xs"
              aria-label="Choose all that have not ended"
              disabled={open.length === 0}
              checked={chosen > 0 && chosen === open.length}
              indeterminate={chosen > 0 && chosen < open.length}
              onChange={() => onSelect(chosen === open.length ? new Set() : new Set(open.map(({ id }) => id)))}
            />
          </span>
          <span role="columnheader">Item</span>
          <span role="columnheader">State</span>
          <span role="columnheader" className={classes.number}>
            Place
          </span>
          <span role="columnheader">Priority</span>
          <span role="columnheader">Launched</span>
          <span role="columnheader" aria-label="Actions" />
        </div>
      </div>
      <div role="rowgroup" ref={body} className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          if (item === undefined) return null
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              aria-label={`Item ${item.id}`}
              className={`${classes.row} ${classes.item}`}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <ItemRow
                item={item}
                hasPriorities={hasPriorities}
                isSelected={selected.has(item.id)}
                onToggle={() => toggle(item.id)}
                onShowLog={() => onShowLog(item.id)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
