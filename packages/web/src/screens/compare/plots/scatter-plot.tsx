import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../runs/columns/run-column.ts'
import type { ComparedRun } from '../api/compared-run.ts'
import { placeOf, ticksOf, type CompareDimension } from './compare-dimension.ts'
import classes from './plots.module.css'

const WIDTH = 860
const HEIGHT = 420
const LEFT = 96
const RIGHT = 24
const TOP = 20
const BOTTOM = 58

/** A dimension along an edge. */
export interface ScatterAxis {
  readonly dimension: CompareDimension
  readonly isLogarithmic: boolean
}

/** Each run as a point, which is a link to it. */
export function ScatterPlot({
  runs,
  names,
  colours,
  x,
  y,
  colour,
}: {
  readonly runs: readonly ComparedRun[]
  readonly names: readonly string[]
  readonly colours: readonly string[]
  readonly x: ScatterAxis
  readonly y: ScatterAxis
  readonly colour: CompareDimension | null
}) {
  const places = [x, y].map(({ dimension, isLogarithmic }) =>
    dimension.values.map((value) => placeOf(dimension, value, isLogarithmic)),
  )
  return (
    <div className={classes['plot']}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={`${y.dimension.label} over ${x.dimension.label}`}
      >
        <XAxis axis={x} />
        <YAxis axis={y} />
        {runs.map((run, index) => {
          const across = places[0]?.[index] ?? null
          const up = places[1]?.[index] ?? null
          if (across === null || up === null) return null
          const text = describe(names[index] ?? run.name, index, [
            x.dimension,
            y.dimension,
            ...(colour ? [colour] : []),
          ])
          return (
            <Link
              key={run.path}
              to="/$entity/$project/runs/$run"
              params={{ entity: run.entityName, project: run.projectName, run: run.name }}
              aria-label={text}
            >
              <circle cx={xOf(across)} cy={yOf(up)} r={7} className={classes['point']} fill={colours[index]}>
                <title>{text}</title>
              </circle>
            </Link>
          )
        })}
      </svg>
    </div>
  )
}

/** Points keep off the edges. */
function xOf(place: number): number {
  return LEFT + 12 + place * (WIDTH - LEFT - RIGHT - 24)
}

function yOf(place: number): number {
  return HEIGHT - BOTTOM - 12 - place * (HEIGHT - TOP - BOTTOM - 24)
}

function XAxis({ axis: { dimension, isLogarithmic } }: { readonly axis: ScatterAxis }) {
  return (
    <g aria-hidden>
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} className={classes['axis']} />
      {ticksOf(dimension, isLogarithmic).map(({ place, value }) => (
        <g key={place}>
          <line x1={xOf(place)} x2={xOf(place)} y1={TOP} y2={HEIGHT - BOTTOM} className={classes['grid']} />
          <text x={xOf(place)} y={HEIGHT - BOTTOM + 18} textAnchor="middle" className={classes['tick']}>
            {label(value)}
          </text>
        </g>
      ))}
      <text x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 12} textAnchor="middle" className={classes['title']}>
        {dimension.label}
      </text>
    </g>
  )
}

function YAxis({ axis: { dimension, isLogarithmic } }: { readonly axis: ScatterAxis }) {
  const middle = (TOP + HEIGHT - BOTTOM) / 2
  return (
    <g aria-hidden>
      <line x1={LEFT} x2={LEFT} y1={TOP} y2={HEIGHT - BOTTOM} className={classes['axis']} />
      {ticksOf(dimension, isLogarithmic).map(({ place, value }) => (
        <g key={place}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={yOf(place)} y2={yOf(place)} className={classes['grid']} />
          <text x={LEFT - 8} y={yOf(place) + 4} textAnchor="end" className={classes['tick']}>
            {label(value)}
          </text>
        </g>
      ))}
      <text x={18} y={middle} textAnchor="middle" transform={`rotate(-90 18 ${middle})`} className={classes['title']}>
        {dimension.label}
      </text>
    </g>
  )
}

function label(value: number | string): string {
  if (typeof value === 'number') return formatNumber(value)
  return value.length > 13 ? `${value.slice(0, 12)}…` : value
}

function describe(name: string, index: number, dimensions: readonly CompareDimension[]): string {
  const unique = [...new Map(dimensions.map((dimension) => [dimension.id, dimension])).values()]
  const values = unique.map((dimension) => {
    const value = dimension.values[index] ?? null
    return `${dimension.label} ${typeof value === 'number' ? formatNumber(value) : (value ?? 'none')}`
  })
  return `${name}: ${values.join(', ')}`
}
