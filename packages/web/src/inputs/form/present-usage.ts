import type { JsonValue } from '@slipway/core'
import { writeTyped } from '../model/typed-text.ts'
import { presentValue } from './present-value.ts'

/** What earlier runs had for one input, as the API gives it. */
export interface InputUsage {
  readonly address: string
  readonly runs: number
  readonly minimum?: number | null | undefined
  readonly maximum?: number | null | undefined
  /** The different values where they are few, the most frequent first. */
  readonly values: unknown
}

/** What earlier runs had, in a few words: `seen 1e-5 … 0.01 in 143 runs`. */
export function presentUsage({ runs, minimum, maximum, values }: InputUsage): string {
  const unit = runs === 1 ? '1 run' : `${runs} runs`
  if (typeof minimum === 'number' && typeof maximum === 'number') {
    const range = minimum === maximum ? presentNumber(minimum) : `${presentNumber(minimum)} … ${presentNumber(maximum)}`
    return `seen ${range} in ${unit}`
  }
  const seen = listUsedValues({ values })
  if (seen.length === 0) return `set in ${unit}`
  const shown = seen.slice(0, 3).map(presentValue).join(', ')
  return `seen ${shown}${seen.length > 3 ? ', …' : ''} in ${unit}`
}

/** The values to suggest. */
export function listUsedValues({ values }: Pick<InputUsage, 'values'>): readonly JsonValue[] {
  return Array.isArray(values) ? (values as readonly JsonValue[]) : []
}

function presentNumber(value: number): string {
  const size = Math.abs(value)
  return size !== 0 && (size < 0.001 || size >= 1e7)
    ? value.toExponential().replace('e+', 'e')
    : writeTyped(Number(value.toPrecision(6)))
}
