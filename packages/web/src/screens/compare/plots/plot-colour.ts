import { chartColour } from '../../../charts/chart-colours.ts'
import { placeOf, type CompareDimension } from './compare-dimension.ts'

/** From low to high: readable on the light and on the dark page, and told apart by lightness too. */
const LOW = [74, 111, 227] as const
const HIGH = [217, 89, 11] as const

/** The colour of each run: its own, or that of its value where a dimension gives the colours. */
export function coloursOf(count: number, dimension: CompareDimension | null): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    if (dimension === null) return chartColour(index)
    const value = dimension.values[index] ?? null
    if (value === null) return 'var(--slipway-muted)'
    if (dimension.scale === 'category') return chartColour(dimension.categories.indexOf(String(value)))
    return mix(placeOf(dimension, value) ?? 0)
  })
}

function mix(share: number): string {
  const parts = LOW.map((low, index) => Math.round(low + ((HIGH[index] ?? low) - low) * share))
  return `rgb(${parts.join(' ')})`
}
