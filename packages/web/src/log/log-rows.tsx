import { Box } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useRef } from 'react'
import { AnsiText } from './ansi-text.tsx'
import type { LogLine } from './log-line.ts'
import classes from './log.module.css'

const LINE_HEIGHT = 18

/** A stretch of a log of which only the lines in view are there. */
export function LogRows({
  first,
  count,
  lineAt,
  onView,
  onFollow,
  target,
  isFollowing,
  isWrapped,
  showTimes,
  matches,
}: {
  /** The number of the stretch's first line. */
  readonly first: number
  readonly count: number
  /** Undefined while it is fetched. */
  readonly lineAt: (line: number) => LogLine | undefined
  /** Tells which lines are in view. */
  readonly onView: (from: number, to: number) => void
  /** The reader scrolled to the end, or away from it. */
  readonly onFollow: (isFollowing: boolean) => void
  /** The line to show; a new object scrolls there again. */
  readonly target: { readonly line: number } | null
  readonly isFollowing: boolean
  readonly isWrapped: boolean
  readonly showTimes: boolean
  readonly matches: ReadonlySet<number>
}) {
  const viewport = useRef<HTMLDivElement>(null)
  const lastTop = useRef(0)
  // oxlint-disable-next-line react/incompatible-library -- its object changes in place; nothing here is memoised by it
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => viewport.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 30,
    getItemKey: (index) => first + index,
  })
  const items = virtualizer.getVirtualItems()
  const from = first + (items[0]?.index ?? 0)
  const to = first + (items.at(-1)?.index ?? -1) + 1
  const tellView = useEffectEvent(onView)
  useEffect(() => tellView(from, to), [from, to])

  const scrollTo = useEffectEvent((index: number, align: 'center' | 'end') =>
    virtualizer.scrollToIndex(index, { align }),
  )
  useEffect(() => {
    if (isFollowing && count > 0) scrollTo(count - 1, 'end')
  }, [isFollowing, count, isWrapped])
  useEffect(() => {
    if (target !== null) scrollTo(target.line - first, 'center')
  }, [target, first])
  useEffect(() => virtualizer.measure(), [virtualizer, isWrapped, showTimes])

  return (
    <Box
      ref={viewport}
      className={classes['viewport'] ?? ''}
      tabIndex={0}
      role="region"
      aria-label="Log"
      onScroll={(event) => {
        const { scrollTop, scrollHeight, clientHeight } = event.currentTarget
        const isAtEnd = scrollHeight - scrollTop - clientHeight < LINE_HEIGHT * 2
        // Lines that come between a scroll and its event do not take the reader away from the end; going up does.
        if (isAtEnd || scrollTop < lastTop.current) onFollow(isAtEnd)
        lastTop.current = scrollTop
      }}
    >
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => {
          const line = first + index
          const shown = lineAt(line)
          return (
            <div
              key={line}
              ref={isWrapped ? virtualizer.measureElement : undefined}
              data-index={index}
              data-line={line}
              aria-current={target?.line === line ? 'true' : undefined}
              className={[
                classes['line'],
                isWrapped ? classes['wrapped'] : '',
                shown?.isError === true ? classes['stderr'] : '',
                matches.has(line) ? classes['match'] : '',
                target?.line === line ? classes['current'] : '',
              ].join(' ')}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className={classes['number']} aria-hidden>
                {line + 1}
              </span>
              {showTimes && <span className={classes['time']}>{formatTime(shown?.timestamp ?? null)}</span>}
              <span>{shown === undefined ? '…' : <AnsiText line={shown.text} />}</span>
            </div>
          )
        })}
      </div>
    </Box>
  )
}

function formatTime(timestamp: string | null): string {
  return timestamp === null
    ? ''.padEnd(12)
    : new Date(timestamp).toLocaleTimeString(undefined, { hour12: false }).padEnd(8)
}
