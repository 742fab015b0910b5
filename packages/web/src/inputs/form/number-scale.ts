import type { InputShape } from '@slipway/core'
import { alignDecimals, divideDown, fromDecimal, leastWholeMultiple } from './decimal.ts'

/** The places of a slider, from 0 to `last`, and the number that each of them stands for. */
export interface NumberScale {
  readonly last: number
  readonly valueAt: (place: number) => number
  /** The place nearest to a number; numbers beyond the ends are at the ends. */
  readonly placeOf: (value: number) => number
}

/** More places than a hand can tell apart. */
const MOST_PLACES = 1000
/** From here on, a scale by powers of ten: most of a linear one would be taken by the last power. */
const LOG_RATIO = 1000
const PLACES_PER_POWER = 20
/** With zero as an open end, a default below this part of the upper end tells that the powers of ten matter. */
const SMALL_DEFAULT = 0.05

/**
 * The scale of a number that has bounds on both sides; null for another one. Its numbers are all allowed, exact decimals,
 * and multiples of the schema's step. Where there are too many, it has round ones only.
 */
export function findNumberScale(shape: Pick<InputShape, 'kind' | 'keywords'>, byDefault: unknown): NumberScale | null {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = shape.keywords
  const low = highest(minimum, exclusiveMinimum)
  const high = lowest(maximum, exclusiveMaximum)
  if (low === null || high === null || low >= high) return null
  const isAllowed = (value: number): boolean =>
    value >= low && value <= high && value !== exclusiveMinimum && value !== exclusiveMaximum
  const unit = findUnit(shape.kind === 'integer', multipleOf)
  if (unit === null || (unit === 1 && high - low > MOST_PLACES)) {
    const start = low > 0 ? low : low === 0 && exclusiveMinimum === 0 ? belowDefault(byDefault, high) : null
    if (start !== null && high / start >= LOG_RATIO) return createLogScale(start, high, unit, isAllowed)
  }
  return createLinearScale(low, high, unit, isAllowed)
}

function findUnit(isWhole: boolean, multipleOf: unknown): number | null {
  if (typeof multipleOf !== 'number' || !(multipleOf > 0)) return isWhole ? 1 : null
  return isWhole ? leastWholeMultiple(multipleOf) : multipleOf
}

function createLinearScale(
  low: number,
  high: number,
  unit: number | null,
  isAllowed: (value: number) => boolean,
): NumberScale | null {
  const step = unit ?? Number(`1e${Math.floor(Math.log10(high - low)) - 2}`)
  const { digits, places } = alignDecimals({ low, high, step })
  const valueOf = (number: bigint): number => fromDecimal({ digits: number, places })
  // The multiples of a step are counted from zero; without one, round numbers are.
  let first = -divideDown(-digits.low, digits.step) * digits.step
  let end = divideDown(digits.high, digits.step) * digits.step
  if (!isAllowed(valueOf(first))) first += digits.step
  if (!isAllowed(valueOf(end))) end -= digits.step
  if (first >= end) return null
  const count = (end - first) / digits.step
  const every = count <= BigInt(MOST_PLACES) ? 1n : 10n ** BigInt(String(count / BigInt(MOST_PLACES)).length)
  const stride = digits.step * every
  const last = Number((end - first + stride - 1n) / stride)
  const valueAt = (place: number): number => valueOf(place >= last ? end : first + BigInt(place) * stride)
  return {
    last,
    valueAt,
    placeOf(value) {
      const { digits: aligned, places: finer } = alignDecimals({ value, step })
      const scale = 10n ** BigInt(Math.max(0, finer - places))
      const exact = aligned.value * 10n ** BigInt(Math.max(0, places - finer))
      // The last stretch may be a shorter one.
      const below = clamp(Number((exact - first * scale) / (stride * scale)), last)
      const above = clamp(below + 1, last)
      return value - valueAt(below) <= valueAt(above) - value ? below : above
    },
  }
}

function createLogScale(
  start: number,
  high: number,
  unit: number | null,
  isAllowed: (value: number) => boolean,
): NumberScale | null {
  const count = Math.ceil(Math.log10(high / start) * PLACES_PER_POWER)
  const numbers = Array.from({ length: count + 1 }, (_item, index) => {
    const value = index === count ? high : round(start * (high / start) ** (index / count))
    return unit === null ? value : Math.round(value)
  })
  const values = [...new Set(numbers)].filter(isAllowed)
  const last = values.length - 1
  if (last < 1) return null
  return {
    last,
    valueAt: (place) => values[clamp(place, last)] ?? start,
    placeOf(value) {
      const above = values.findIndex((known) => known >= value)
      if (above <= 0) return above === 0 ? 0 : last
      const [before = start, after = high] = [values[above - 1], values[above]]
      return value / before < after / value ? above - 1 : above
    },
  }
}

// Two digits are what a place of the scale can tell.
function round(value: number): number {
  return Number(value.toPrecision(2))
}

function belowDefault(byDefault: unknown, high: number): number | null {
  if (typeof byDefault !== 'number' || !(byDefault > 0) || byDefault > high * SMALL_DEFAULT) return null
  return Number(`1e${Math.floor(Math.log10(byDefault)) - 3}`)
}

function highest(...bounds: readonly unknown[]): number | null {
  const numbers = bounds.filter((bound) => typeof bound === 'number')
  return numbers.length === 0 ? null : Math.max(...numbers)
}

function lowest(...bounds: readonly unknown[]): number | null {
  const numbers = bounds.filter((bound) => typeof bound === 'number')
  return numbers.length === 0 ? null : Math.min(...numbers)
}

function clamp(place: number, last: number): number {
  return Math.min(Math.max(0, place), last)
}
