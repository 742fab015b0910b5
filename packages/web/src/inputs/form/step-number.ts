import type { InputShape } from '@slipway/core'
import { alignDecimals, divideDown, fromDecimal } from './decimal.ts'

/**
 * The next number up (1) or down (-1): by the schema's step, else by one of the last digit; kept within the bounds. Decimals
 * stay exact, and a value between two steps goes to the next one.
 */
export function stepNumber(shape: InputShape, value: number, direction: 1 | -1): number {
  const { multipleOf } = shape.keywords
  if (typeof multipleOf === 'number' && multipleOf > 0)
    return within(shape, value, nextMultiple(value, multipleOf, direction), direction)
  const step = shape.kind === 'integer' && Number.isInteger(value) ? 1 : lastDigit(value)
  const { digits, places } = alignDecimals({ value, step })
  return within(
    shape,
    value,
    fromDecimal({ digits: digits.value + BigInt(direction) * digits.step, places }),
    direction,
  )
}

function nextMultiple(value: number, multipleOf: number, direction: 1 | -1): number {
  const { digits, places } = alignDecimals({ value, multipleOf })
  const below = divideDown(digits.value, digits.multipleOf)
  const isMultiple = below * digits.multipleOf === digits.value
  const next = direction === 1 ? below + 1n : isMultiple ? below - 1n : below
  return fromDecimal({ digits: next * digits.multipleOf, places })
}

function within({ keywords }: InputShape, value: number, next: number, direction: 1 | -1): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = keywords
  // From beyond a bound a step leads back to it, never further away.
  if (typeof minimum === 'number' && next < minimum) return direction === 1 ? minimum : Math.min(value, minimum)
  if (typeof maximum === 'number' && next > maximum) return direction === -1 ? maximum : Math.max(value, maximum)
  if (typeof exclusiveMinimum === 'number' && next <= exclusiveMinimum && direction === -1) return value
  if (typeof exclusiveMaximum === 'number' && next >= exclusiveMaximum && direction === 1) return value
  return next
}

// 0.01 goes by 0.01, 2.5 by 0.1, 3e-5 by 1e-5, 64 by 1.
function lastDigit(value: number): number {
  if (Number.isInteger(value)) return 1
  const [mantissa = '', exponent = '0'] = value.toString().split('e')
  const decimals = mantissa.split('.')[1]?.length ?? 0
  return Number(`1e${Number(exponent) - decimals}`)
}
