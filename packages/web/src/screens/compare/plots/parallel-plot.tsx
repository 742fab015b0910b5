import { useRef, useState, type PointerEvent } from 'react'
import { formatNumber } from '../../runs/columns/run-column.ts'
import { placeOf, ticksOf, type CompareDimension } from './compare-dimension.ts'
import classes from './plots.module.css'

const HEIGHT = 360
const TOP = 44
const BOTTOM = 20
const SIDE = 70
const MIN_GAP = 150

/** A part of an axis, in places from 0 (its low end) to 1. */
export interface AxisRange {
  readonly from: number
  readonly to: number
}

/** The parts of axes that are chosen, by dimension. */
export type Brushes = Readonly<Record<string, AxisRange>>

/** Whether a run goes through all chosen parts. */
export function isWithin(dimensions: readonly CompareDimension[], brushes: Brushes, run: number): boolean {
  return dimensions.every((dimension) => {
    const brush = brushes[dimension.id]
    if (brush === undefined) return true
    const place = placeOf(dimension, dimension.values[run] ?? null)
    return place !== null && place >= brush.from && place <= brush.to
  })
}

/** Each run as a line through its values. Dragging along an axis keeps the runs that go through there; a click lets go. */
export function ParallelPlot({
  dimensions,
  names,
  colours,
  brushes,
  onBrush,
  onOpen,
}: {
  readonly dimensions: readonly CompareDimension[]
  readonly names: readonly string[]
  readonly colours: readonly string[]
  readonly brushes: Brushes
  readonly onBrush: (id: string, range: AxisRange | null) => void
  readonly onOpen: (run: number) => void
}) {
  const width = Math.max(760, SIDE * 2 + MIN_GAP * (dimensions.length - 1))
  const gap = dimensions.length < 2 ? 0 : (width - 2 * SIDE) / (dimensions.length - 1)
  const xOf = (index: number): number => SIDE + index * gap
  return (
    <div className={classes['plot']}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={`Parallel coordinates of ${names.length} runs over ${dimensions.map(({ label }) => label).join(', ')}. The table below holds the same values.`}
      >
        {names.map((name, run) => (
          <path
            key={name}
            d={linePath(dimensions, run, xOf)}
            className={classes['line']}
            stroke={colours[run]}
            data-run={name}
            data-dim={isWithin(dimensions, brushes, run) ? undefined : true}
            onClick={() => onOpen(run)}
          >
            <title>{name}</title>
          </path>
        ))}
        {dimensions.map((dimension, index) => (
          <Axis
            key={dimension.id}
            dimension={dimension}
            x={xOf(index)}
            brush={brushes[dimension.id] ?? null}
            onBrush={(range) => onBrush(dimension.id, range)}
          />
        ))}
      </svg>
    </div>
  )
}

function yOf(place: number): number {
  return HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM)
}

/** A value that is missing breaks the line. */
function linePath(dimensions: readonly CompareDimension[], run: number, xOf: (index: number) => number): string {
  let isBroken = true
  return dimensions
    .map((dimension, index) => {
      const place = placeOf(dimension, dimension.values[run] ?? null)
      if (place === null) {
        isBroken = true
        return ''
      }
      const command = isBroken ? 'M' : 'L'
      isBroken = false
      return `${command}${xOf(index).toFixed(1)} ${yOf(place).toFixed(1)}`
    })
    .join('')
}

function Axis({
  dimension,
  x,
  brush,
  onBrush,
}: {
  readonly dimension: CompareDimension
  readonly x: number
  readonly brush: AxisRange | null
  readonly onBrush: (range: AxisRange | null) => void
}) {
  const start = useRef<number | null>(null)
  const [drag, setDrag] = useState<AxisRange | null>(null)
  const shown = drag ?? brush
  const ticks = ticksOf(dimension)
  return (
    <g data-axis={dimension.label}>
      <text x={x} y={20} textAnchor="middle" className={classes['title']}>
        {shorten(dimension.label, 22)}
        <title>{dimension.label}</title>
      </text>
      <line x1={x} x2={x} y1={yOf(0)} y2={yOf(1)} className={classes['axis']} />
      {ticks.map(({ place, value }) => (
        <text key={place} x={x + 7} y={yOf(place) + 4} className={classes['tick']}>
          {typeof value === 'number' ? formatNumber(value) : shorten(value, 16)}
        </text>
      ))}
      {shown !== null && (
        <rect
          x={x - 9}
          width={18}
          y={yOf(shown.to)}
          height={Math.max(1, yOf(shown.from) - yOf(shown.to))}
          className={classes['brush']}
        />
      )}
      <rect
        x={x - 16}
        width={32}
        y={yOf(1)}
        height={yOf(0) - yOf(1)}
        className={classes['touch']}
        data-testid={`axis ${dimension.label}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          start.current = placeAt(event)
        }}
        onPointerMove={(event) => {
          if (start.current === null) return
          const place = placeAt(event)
          setDrag({ from: Math.min(start.current, place), to: Math.max(start.current, place) })
        }}
        onPointerUp={() => {
          start.current = null
          setDrag(null)
          onBrush(drag !== null && drag.to - drag.from > 0.01 ? drag : null)
        }}
      />
    </g>
  )
}

/** Where the pointer is along an axis, from 0 at its low end to 1. */
function placeAt(event: PointerEvent<SVGRectElement>): number {
  const box = event.currentTarget.getBoundingClientRect()
  return Math.min(1, Math.max(0, 1 - (event.clientY - box.top) / box.height))
}

function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`
}
