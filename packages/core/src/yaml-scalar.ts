/** A plain YAML scalar as PyYAML's `safe_load` reads it. A `timestamp` is a date object there; here its text is the value. */
export interface PlainScalar {
  readonly kind: 'null' | 'bool' | 'int' | 'float' | 'timestamp' | 'merge' | 'str'
  readonly value: null | boolean | number | string
}

const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/u
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/u
const NULL = /^(?:~|null|Null|NULL|)$/u
const FLOAT =
  /^(?:[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?|[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/u
const INT =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][\d_]*)|[-+]?0x[\da-fA-F_]+|[-+]?[1-9][\d_]*(?::[0-5]?\d)+)$/u
const TIMESTAMP =
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/u

/**
 * Reads a plain scalar by the rules of YAML 1.1 as PyYAML has them, since that is what Python programs read config files
 * with: `1e-3` is text, `yes` and `on` are true, `010` is 8 and `1:30` is 90.
 */
export function readPlainScalar(source: string): PlainScalar {
  if (NULL.test(source)) return { kind: 'null', value: null }
  if (TRUE.test(source)) return { kind: 'bool', value: true }
  if (FALSE.test(source)) return { kind: 'bool', value: false }
  if (FLOAT.test(source)) return { kind: 'float', value: readFloat(source) }
  if (INT.test(source)) return { kind: 'int', value: readInt(source) }
  if (TIMESTAMP.test(source)) return { kind: 'timestamp', value: source }
  if (source === '<<') return { kind: 'merge', value: source }
  return { kind: 'str', value: source }
}

/** Reads text that is marked `!!float`. NaN stands for text that is no number, as for `.nan`. */
export function readFloat(source: string): number {
  const text = source.replaceAll('_', '').toLowerCase()
  const sign = text.startsWith('-') ? -1 : 1
  const digits = text.replace(/^[-+]/u, '')
  if (digits === '.inf') return sign * Number.POSITIVE_INFINITY
  if (digits === '.nan') return Number.NaN
  return sign * (digits.includes(':') ? readSexagesimal(digits) : Number(digits))
}

/** Reads text that is marked `!!int`. NaN stands for text that is no number. */
export function readInt(source: string): number {
  const text = source.replaceAll('_', '')
  const sign = text.startsWith('-') ? -1 : 1
  const digits = text.replace(/^[-+]/u, '')
  if (digits === '0') return 0
  if (digits.includes(':')) return sign * readSexagesimal(digits)
  return sign * Number(/^0\d/u.test(digits) ? `0o${digits.slice(1)}` : digits)
}

function readSexagesimal(digits: string): number {
  return digits.split(':').reduce((total, part) => total * 60 + Number(part), 0)
}
