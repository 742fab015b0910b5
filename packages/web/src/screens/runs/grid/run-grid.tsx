import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useNavigate } from '@tanstack/react-router'
import {
  useEffect,
  useEffectEvent,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import type { RunColumn } from '../columns/run-column.ts'
import type { RunSelectionState } from '../selection/use-run-selection.ts'
import { columnTemplate, type ColumnWidths } from './column-widths.ts'
import { GridHeader, type HeaderActions } from './grid-header.tsx'
import { addressOf, type GridItem } from './grid-item.ts'
import { GroupRow } from './group-row.tsx'
import classes from './run-grid.module.css'
import { RunGridRow } from './run-row.tsx'

const ROW_HEIGHT = 40
const PAGE_ROWS = 10

/** The table: only the rows in view are drawn, whatever the number of runs. */
export function RunGrid({
  scroller,
  items,
  rowCount,
  columns,
  values,
  widths,
  sort,
  selection,
  actions,
  onToggleGroup,
  onNearEnd,
  news,
}: {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly items: readonly GridItem[]
  /** How many rows there are in all, -1 while that is not known. */
  readonly rowCount: number
  readonly columns: readonly RunColumn[]
  readonly values: readonly string[]
  readonly widths: ColumnWidths
  readonly sort: string
  readonly selection: RunSelectionState
  readonly actions: Omit<HeaderActions, 'onSelectAll'>
  readonly onToggleGroup: (key: string) => void
  /** The end of what is loaded is nearly in view. */
  readonly onNearEnd: () => void
  /** Laid over the top of the table. */
  readonly news?: ReactNode
}) {
  const navigate = useNavigate()
  const [active, setActive] = useState(0)
  // oxlint-disable-next-line react/incompatible-library -- the compiler leaves this component as it is, which is right
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  // Rows that open to others are those of a tree.
  const isTree = items.some(({ kind }) => kind === 'group')
  const drawn = virtualizer.getVirtualItems()
  const lastDrawn = drawn.at(-1)?.index ?? 0
  const isNearEnd = lastDrawn >= items.length - 20
  const loadMore = useEffectEvent(onNearEnd)
  useEffect(() => {
    if (isNearEnd) loadMore()
  }, [isNearEnd, items.length])

  const activate = (index: number, isRange: boolean): void => {
    const next = Math.min(items.length - 1, Math.max(0, index))
    if (isRange) selection.selectRange(active, next)
    setActive(next)
    virtualizer.scrollToIndex(next)
  }
  const act = (index: number): void => {
    const item = items[index]
    if (item?.kind === 'group') onToggleGroup(item.key)
    if (item?.kind === 'more') item.load()
    if (item?.kind === 'run') void navigate({ to: '/$entity/$project/runs/$run', params: addressOf(item.row) })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    const item = items[active]
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE_ROWS,
      PageUp: active - PAGE_ROWS,
      Home: 0,
      End: items.length - 1,
    }
    const to = moves[event.key]
    if (to !== undefined) activate(to, event.shiftKey)
    else if (event.key === ' ' && item?.kind === 'run') selection.toggle(active, event.shiftKey)
    else if (event.key === 'Enter' || event.key === ' ') act(active)
    else if (event.key === 'ArrowRight' && item?.kind === 'group' && !item.isOpen) onToggleGroup(item.key)
    else if (event.key === 'ArrowLeft' && item?.kind === 'group' && item.isOpen) onToggleGroup(item.key)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) selection.selectAll(true)
    else if (event.key === 'Escape' && selection.selected.size > 0) selection.clear()
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null
    const place = target?.closest<HTMLElement>('[data-index]')?.dataset['index']
    if (place === undefined || target?.closest('a') !== null) return
    const index = Number(place)
    setActive(index)
    if (items[index]?.kind === 'run') selection.toggle(index, event.shiftKey)
    else act(index)
  }

  return (
    <div className={classes['frame']}>
      {news}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its role is one of two */}
      <div
        ref={scroller}
        role={isTree ? 'treegrid' : 'grid'}
        aria-label="Runs"
        aria-multiselectable
        aria-rowcount={rowCount < 0 ? -1 : rowCount + 1}
        aria-activedescendant={items.length > 0 ? `run-row-${active}` : undefined}
        tabIndex={0}
        className={classes['scroller']}
        style={{ ['--columns' as string]: columnTemplate(columns, widths) }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        // The browser would select the text between two rows.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      >
        <GridHeader
          columns={columns}
          widths={widths}
          sort={sort}
          selected={selection.all}
          actions={{ ...actions, onSelectAll: selection.selectAll }}
        />
        <div role="rowgroup" className={classes['body']} style={{ height: virtualizer.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const item = items[index]
            if (item === undefined) return null
            const common = { index, offset: start, columns, isActive: index === active }
            if (item.kind === 'run') {
              return (
                <RunGridRow
                  key={item.key}
                  {...common}
                  row={item.row}
                  values={values}
                  isSelected={selection.selected.has(item.row.id)}
                  isInGroup={item.isInGroup}
                />
              )
            }
            if (item.kind === 'group') {
              return <GroupRow key={item.key} {...common} group={item.group} isOpen={item.isOpen} />
            }
            return (
              <div
                key={item.key}
                role="row"
                id={`run-row-${index}`}
                aria-rowindex={index + 2}
                className={`${classes['row']} ${classes['item']}`}
                data-index={index}
                style={{ transform: `translateY(${start}px)` }}
              >
                <div role="gridcell" className={`${classes['cell']} ${classes['first']}`}>
                  <Button size="compact-xs" variant="subtle" tabIndex={-1}>
                    {item.label}
                  </Button>
                </div>
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
