import { GrammarFault } from './grammar-fault.ts'

const DIGITS = '[0-9](?:_?[0-9])*'
const INTEGER = new RegExp(`^[+-]?${DIGITS}$`, 'u')
const FLOAT = new RegExp(`^[+-]?(?:${DIGITS}\\.?(?:${DIGITS})?|\\.${DIGITS})(?:[eE][+-]?${DIGITS})?$`, 'u')
const WORD = /^([+-]?)(inf|infinity|nan)$/iu

/** Reads text as Python's `int(text)` does. Throws GrammarFault. */
export function readPythonInt(text: string): number {
  const trimmed = text.trim()
  if (INTEGER.test(trimmed)) return Number(trimmed.replaceAll('_', ''))
  throw new GrammarFault(`${JSON.stringify(text)} is not a whole number`, false)
}

/** Reads text as Python's `float(text)` does. Throws GrammarFault. */
export function readPythonFloat(text: string): number {
  const trimmed = text.trim()
  if (FLOAT.test(trimmed)) return Number(trimmed.replaceAll('_', ''))
  const [, sign, word] = WORD.exec(trimmed) ?? []
  if (word === undefined) throw new GrammarFault(`${JSON.stringify(text)} is not a number`, false)
  if (word.toLowerCase() === 'nan') return Number.NaN
  return sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}

/** Writes a number as Python's `str(float)` does: `1.0`, `1e-05`, `1e+16`, `inf`. */
export function formatPythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (Object.is(value, -0)) return '-0.0'
  const [digits = '', exponentText = '0'] = value.toExponential().split('e')
  const exponent = Number(exponentText)
  if (value !== 0 && (exponent < -4 || exponent >= 16)) {
    return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
  }
  const plain = writePlainly(value, exponent)
  return plain.includes('.') ? plain : `${plain}.0`
}

// JavaScript writes numbers below 1e-6 with an exponent, Python those below 1e-4; so only the larger ones get here.
function writePlainly(value: number, exponent: number): string {
  return exponent >= -6 ? String(value) : value.toFixed(-exponent)
}
