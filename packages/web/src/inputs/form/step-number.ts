import type { InputShape } from '@slipway/core'

/** The next number up (1) or down (-1): by the schema's step, else by one of the last digit; kept within the bounds. */
export function stepNumber(shape: InputShape, value: number, direction: 1 | -1): number {
  const { multipleOf, minimum, maximum } = shape.keywords
  const step = typeof multipleOf === 'number' ? multipleOf : shape.kind === 'integer' ? 1 : lastDigit(value)
  const next = Number((value + direction * step).toPrecision(12))
  if (typeof minimum === 'number' && next < minimum) return Math.min(value, Math.max(minimum, next))
  if (typeof maximum === 'number' && next > maximum) return Math.max(value, Math.min(maximum, next))
  return next
}

// 0.01 goes by 0.01, 2.5 by 0.1, 3e-5 by 1e-5, 64 by 1.
function lastDigit(value: number): number {
  if (Number.isInteger(value)) return 1
  const [mantissa = '', exponent = '0'] = value.toString().split('e')
  const decimals = mantissa.split('.')[1]?.length ?? 0
  return Number(`1e${Number(exponent) - decimals}`)
}
