import type { JsonValue } from '@slipway/core'
import type { CompareRow } from '../values/compare-rows.ts'

/** A value of the runs as it is drawn: numbers on a line, other values at places of their own. */
export interface CompareDimension {
  readonly id: string
  readonly label: string
  readonly kind: CompareRow['kind']
  readonly scale: 'number' | 'category'
  /** Of each run, in their order; null where it has none, or nothing that can be drawn. */
  readonly values: readonly (number | string | null)[]
  /** The values of a category in their order; empty for numbers. */
  readonly categories: readonly string[]
}

/** What can be drawn of rows; those that are no numbers only while they have few values. */
export function listDimensions(rows: readonly CompareRow[]): readonly CompareDimension[] {
  return rows.flatMap((row) => toDimension(row) ?? [])
}

const MAX_CATEGORIES = 30

function toDimension(row: CompareRow): CompareDimension | null {
  const values = row.cells.map(({ value }) => toDrawable(value))
  const present = values.filter((value) => value !== null)
  if (present.length === 0) return null
  const isNumber = present.every((value) => typeof value === 'number')
  const categories = isNumber ? [] : [...new Set(present.map(String))].toSorted()
  if (categories.length > MAX_CATEGORIES) return null
  const label = row.kind === 'input' && row.section !== 'Run config' ? `${row.section}: ${row.label}` : row.label
  return {
    id: row.key,
    label,
    kind: row.kind,
    scale: isNumber ? 'number' : 'category',
    values: isNumber ? values : values.map((value) => (value === null ? null : String(value))),
    categories,
  }
}

function toDrawable(value: JsonValue | undefined): number | string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string') return value.length > 80 ? `${value.slice(0, 79)}…` : value
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value).slice(0, 80)
}

/** Where a value lies between the lowest (0) and the highest (1) of its dimension; null where it has no place. */
export function placeOf(
  dimension: CompareDimension,
  value: number | string | null,
  isLogarithmic = false,
): number | null {
  if (value === null) return null
  if (dimension.scale === 'category') {
    const index = dimension.categories.indexOf(String(value))
    return dimension.categories.length === 1 ? 0.5 : index / (dimension.categories.length - 1)
  }
  const { min, max } = rangeOf(dimension, isLogarithmic)
  const number = Number(value)
  if (isLogarithmic && number <= 0) return null
  if (min === max) return 0.5
  return isLogarithmic
    ? (Math.log(number) - Math.log(min)) / (Math.log(max) - Math.log(min))
    : (number - min) / (max - min)
}

/** The lowest and highest number that is drawn. */
function rangeOf(dimension: CompareDimension, isLogarithmic = false): { readonly min: number; readonly max: number } {
  const numbers = dimension.values
    .filter((value) => typeof value === 'number')
    .filter((value) => !isLogarithmic || value > 0)
  return numbers.length === 0 ? { min: 0, max: 1 } : { min: Math.min(...numbers), max: Math.max(...numbers) }
}

/** Labels along an axis, with their places from 0 to 1. */
export function ticksOf(
  dimension: CompareDimension,
  isLogarithmic = false,
): readonly { readonly place: number; readonly value: number | string }[] {
  if (dimension.scale === 'category')
    return dimension.categories.map((value) => ({ value, place: placeOf(dimension, value) ?? 0 }))
  const { min, max } = rangeOf(dimension, isLogarithmic)
  if (min === max) return [{ place: 0.5, value: min }]
  return [0, 0.25, 0.5, 0.75, 1].map((place) => ({
    place,
    value: isLogarithmic ? min * (max / min) ** place : min + (max - min) * place,
  }))
}
