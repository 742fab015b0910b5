import { useVirtualizer, useWindowVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { FormRow } from './form-row.ts'

const ROW_HEIGHTS: Readonly<Record<FormRow['kind'], number>> = {
  field: 60,
  group: 36,
  list: 36,
  section: 58,
  text: 420,
  empty: 40,
  'add-key': 40,
  'add-element': 32,
}

interface RowListProps {
  readonly rows: readonly FormRow[]
  /** Rows that stay drawn wherever one scrolls to, by id: the one with the focus, and editors. */
  readonly pinned: (row: FormRow) => boolean
  readonly renderRow: (row: FormRow) => ReactNode
}

/** Draws the rows that are in view; `scrollElement` is what scrolls, the window unless something else does. */
export function RowList({ scrollElement, ...props }: RowListProps & { readonly scrollElement: HTMLElement | null }) {
  return scrollElement === null ? <WindowRows {...props} /> : <ElementRows {...props} scrollElement={scrollElement} />
}

function WindowRows(props: RowListProps) {
  const list = useRef<HTMLDivElement>(null)
  const margin = useOffset(list, null)
  // oxlint-disable-next-line react/incompatible-library -- no component here is memoised by a compiler
  const virtualizer = useWindowVirtualizer<HTMLDivElement>({ ...useRowOptions(props), scrollMargin: margin })
  return <Rows {...props} list={list} virtualizer={virtualizer} margin={margin} />
}

function ElementRows({ scrollElement, ...props }: RowListProps & { readonly scrollElement: HTMLElement }) {
  const list = useRef<HTMLDivElement>(null)
  const margin = useOffset(list, scrollElement)
  // oxlint-disable-next-line react/incompatible-library -- no component here is memoised by a compiler
  const virtualizer = useVirtualizer<HTMLElement, HTMLDivElement>({
    ...useRowOptions(props),
    scrollMargin: margin,
    getScrollElement: () => scrollElement,
  })
  return <Rows {...props} list={list} virtualizer={virtualizer} margin={margin} />
}

function useRowOptions({ rows, pinned }: RowListProps) {
  return {
    count: rows.length,
    overscan: 6,
    estimateSize: (index: number) => ROW_HEIGHTS[rows[index]?.kind ?? 'field'],
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    rangeExtractor: ({ startIndex, endIndex, overscan, count }: RowRange) => {
      const first = Math.max(0, startIndex - overscan)
      const last = Math.min(count - 1, endIndex + overscan)
      const shown: number[] = []
      for (const [index, row] of rows.entries()) {
        if ((index >= first && index <= last) || pinned(row)) shown.push(index)
      }
      return shown
    },
  }
}

interface RowRange {
  readonly startIndex: number
  readonly endIndex: number
  readonly overscan: number
  readonly count: number
}

function Rows<Scroll extends Element | Window>({
  rows,
  renderRow,
  list,
  virtualizer,
  margin,
}: RowListProps & {
  readonly list: React.RefObject<HTMLDivElement | null>
  readonly virtualizer: Virtualizer<Scroll, HTMLDivElement>
  readonly margin: number
}) {
  return (
    <div ref={list} style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const row = rows[item.index]
        return row === undefined ? null : (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            data-row={row.id}
            style={placeOf(item, margin)}
          >
            {renderRow(row)}
          </div>
        )
      })}
    </div>
  )
}

function placeOf(item: VirtualItem, margin: number): React.CSSProperties {
  return { position: 'absolute', top: item.start - margin, left: 0, right: 0 }
}

/** How far below the start of what scrolls the list begins; measured again when anything on the page changes its size. */
function useOffset(list: React.RefObject<HTMLDivElement | null>, scrollElement: HTMLElement | null): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const measure = (): void => {
      const top = list.current?.getBoundingClientRect().top ?? 0
      const start =
        scrollElement === null
          ? top + window.scrollY
          : top - scrollElement.getBoundingClientRect().top + scrollElement.scrollTop
      setOffset(Math.round(start))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(scrollElement?.firstElementChild ?? document.body)
    return () => observer.disconnect()
  }, [list, scrollElement])
  return offset
}
