import { GrammarFault } from './grammar-fault.ts'
import type { OverrideNumber, OverrideRange } from './override-value.ts'
import { formatPythonFloat } from './python-number.ts'

/** More than anybody launches at once; a slip such as `range(1e12)` must not fill the memory. */
const MAX_VALUES = 100_000

/**
 * Lists the numbers of a range. Steps are added in decimal, as they are written, so `range(0,1,0.1)` has ten values and
 * none of them is `0.30000000000000004`. Throws GrammarFault for a step of zero and for too many values.
 */
export function listRange({ start, stop, step }: OverrideRange): readonly OverrideNumber[] {
  const numbers = [start, stop, step].map((number) => Number(number.value))
  if (numbers.some((number) => !Number.isFinite(number))) throw new GrammarFault('a range needs finite numbers', false)
  const scale = Math.max(...[start, stop, step].map(decimalsOf))
  const [first, end, stride] = [start, stop, step].map((number) => toScaled(number, scale)) as [bigint, bigint, bigint]
  if (stride === 0n) throw new GrammarFault('a range needs a step other than 0', false)
  const distance = stride > 0n ? end - first : first - end
  const size = stride > 0n ? stride : -stride
  const count = distance <= 0n ? 0n : (distance + size - 1n) / size
  if (count > MAX_VALUES) throw new GrammarFault(`the range has ${count} values, more than ${MAX_VALUES}`, false)
  const isFloat = [start, stop, step].some(({ kind }) => kind === 'float')
  return Array.from({ length: Number(count) }, (_item, index) => {
    const value = fromScaled(first + BigInt(index) * stride, scale)
    return isFloat
      ? { kind: 'float', value, source: formatPythonFloat(value) }
      : { kind: 'int', value, source: String(value) }
  })
}

function plainText(number: OverrideNumber): string {
  return number.kind === 'float' ? String(number.value) : String(BigInt(number.value))
}

function decimalsOf(number: OverrideNumber): number {
  const [mantissa = '', exponent = '0'] = plainText(number).split('e')
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent))
}

function toScaled(number: OverrideNumber, scale: number): bigint {
  const [mantissa = '', exponent = '0'] = plainText(number).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  return BigInt(whole + fraction) * 10n ** BigInt(scale - fraction.length + Number(exponent))
}

function fromScaled(value: bigint, scale: number): number {
  return Number(`${value}e-${scale}`)
}
