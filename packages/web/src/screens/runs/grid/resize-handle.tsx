import { useRef } from 'react'
import { MAX_WIDTH, MIN_WIDTH } from './column-widths.ts'
import classes from './run-grid.module.css'

const KEY_STEP = 16

/** The edge of a column, dragged or moved by the arrow keys. */
export function ResizeHandle({
  label,
  width,
  onChange,
}: {
  readonly label: string
  readonly width: number
  readonly onChange: (width: number) => void
}) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const resize = (wanted: number): void => onChange(Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, wanted))))
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${label}`}
      aria-valuenow={width}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      className={classes['handle']}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, width }
      }}
      onPointerMove={(event) => {
        if (start.current !== null) resize(start.current.width + event.clientX - start.current.x)
      }}
      onPointerUp={() => (start.current = null)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'ArrowLeft') resize(width - KEY_STEP)
        if (event.key === 'ArrowRight') resize(width + KEY_STEP)
      }}
    />
  )
}
