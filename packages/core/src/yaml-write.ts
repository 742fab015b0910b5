import type { InputPath } from './input-path.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { readPlainScalar } from './yaml-scalar.ts'

/** What the value that is replaced looked like, so that the new one looks the same where it can. */
export interface YamlOldScalar {
  readonly kind: 'float' | 'timestamp' | 'other'
  readonly quote: 'single' | 'double' | 'none'
}

/** Tells of a value below the one that is written how its text looked. */
export type YamlNotation = (path: InputPath) => YamlOldScalar

/** Letters, digits and signs that mean nothing to YAML in the middle of a text. A colon, and a `#`, only inside a word. */
const PLAIN_TEXT =
  /^[\p{L}\p{N}_/.](?:[\p{L}\p{N}_/.@%+=~^()*&!$-]|:(?=[\p{L}\p{N}_/.])| (?=[\p{L}\p{N}_/.@%+=~^()*&!$-]))*$/u

// Line breaks of YAML 1.1, control characters and what PyYAML calls unprintable.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const NEEDS_ESCAPE = /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u

// What PyYAML reads as text but YAML 1.2 or OmegaConf as a number or a truth value, and the mark that ends a document.
const MEANS_MORE_ELSEWHERE = /^(?:[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|0o[0-7]+|[yYnN]|\.\.\..*)$/u

const NEW_SCALAR: YamlOldScalar = { kind: 'other', quote: 'none' }

/** Writes a scalar so that PyYAML reads exactly this value: `1e-05` gets its dot, text that reads as something else quotes. */
export function writeYamlScalar(value: null | boolean | number | string, old: YamlOldScalar = NEW_SCALAR): string {
  if (typeof value === 'string') return writeText(value, old)
  if (typeof value === 'number') return writeNumber(value, old.kind === 'float')
  return String(value)
}

/** Writes a value on one line, lists and mappings in brackets. */
export function writeYamlInline(value: JsonValue, notation?: YamlNotation, path: InputPath = []): string {
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).map((item, index) =>
      writeYamlInline(item, notation, [...path, String(index)]),
    )
    return `[${items.join(', ')}]`
  }
  if (!isJsonObject(value)) return writeYamlScalar(value as null | boolean | number | string, notation?.(path))
  const pairs = Object.entries(value).map(
    ([key, item]) => `${writeYamlKey(key)}: ${writeYamlInline(item, notation, [...path, key])}`,
  )
  return `{${pairs.join(', ')}}`
}

/** Writes a mapping's pairs as lines, without the line end of the last. Mappings below are indented by `step` more. */
export function writeYamlLines(
  object: JsonObject,
  indent: string,
  step: string,
  notation?: YamlNotation,
  path: InputPath = [],
): string[] {
  return Object.entries(object).flatMap(([key, value]) => {
    const below = [...path, key]
    const start = `${indent}${writeYamlKey(key)}:`
    if (!isJsonObject(value) || Object.keys(value).length === 0) {
      return [`${start} ${writeYamlInline(value, notation, below)}`]
    }
    return [start, ...writeYamlLines(value, indent + step, step, notation, below)]
  })
}

/** Writes a mapping's key, quoted where it would not be read as this text. */
export function writeYamlKey(key: string): string {
  return writeText(key, NEW_SCALAR)
}

function writeNumber(value: number, isFloat: boolean): string {
  if (Number.isNaN(value)) return '.nan'
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf'
  if (Object.is(value, -0)) return '-0.0'
  const text = String(value)
  // Without a dot PyYAML reads "1e-05" as text.
  if (text.includes('e')) return text.includes('.') ? text : text.replace('e', '.0e')
  return isFloat && !text.includes('.') ? `${text}.0` : text
}

function writeText(text: string, old: YamlOldScalar): string {
  if (old.kind === 'timestamp' && readPlainScalar(text).kind === 'timestamp') return text
  if (NEEDS_ESCAPE.test(text)) return writeDoubleQuoted(text)
  if (old.quote === 'single') return `'${text.replaceAll("'", "''")}'`
  if (old.quote === 'none' && isPlainText(text)) return text
  return writeDoubleQuoted(text)
}

function isPlainText(text: string): boolean {
  return PLAIN_TEXT.test(text) && readPlainScalar(text).kind === 'str' && !MEANS_MORE_ELSEWHERE.test(text)
}

function writeDoubleQuoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
