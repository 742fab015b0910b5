/** A number as it is written: `digits` with that many places behind the point. */
interface Decimal {
  readonly digits: bigint
  readonly places: number
}

/** The decimal that a number is written as: 0.1 is a tenth, not the nearest binary fraction. The number must be finite. */
function toDecimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = value.toString().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const places = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places }
}

/** The nearest number to a decimal. */
export function fromDecimal({ digits, places }: Decimal): number {
  return Number(`${digits}e-${places}`)
}

/** Digits of several numbers behind one common point, so that they can be added and divided as whole numbers. */
export function alignDecimals<Name extends string>(
  numbers: Readonly<Record<Name, number>>,
): { readonly places: number; readonly digits: Readonly<Record<Name, bigint>> } {
  const entries = Object.entries<number>(numbers).map(([name, value]) => [name, toDecimal(value)] as const)
  const places = Math.max(...entries.map(([, decimal]) => decimal.places))
  const digits = entries.map(([name, decimal]) => [name, decimal.digits * 10n ** BigInt(places - decimal.places)])
  return { places, digits: Object.fromEntries(digits) as Readonly<Record<Name, bigint>> }
}

/** Division of whole numbers towards minus infinity. */
export function divideDown(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend % divisor !== 0n && dividend < 0n !== divisor < 0n ? quotient - 1n : quotient
}

/** The least whole number that is a multiple of a positive number: 5 for 2.5. */
export function leastWholeMultiple(value: number): number {
  const { digits, places } = toDecimal(value)
  let [divisor, rest] = [digits, 10n ** BigInt(places)]
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
  return Number(digits / divisor)
}
