import { type JsonObject, type JsonValue, isJsonObject, stringifyJson } from './json.ts'

/** What a schema allows, in a few words: `0 to 1`, `one of "a", "b"`. */
export function describeLimits(schema: JsonObject | null): string {
  if (schema === null) return ''
  return [
    describeRange(schema),
    ...KEYWORDS.flatMap(([keyword, word]) => {
      const value = schema[keyword]
      return value === undefined ? [] : [word(value)]
    }),
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** What a schema says to whoever fills the input in. */
export function describeHelp(schema: JsonObject | null): string {
  const { title, description } = schema ?? {}
  if (typeof description === 'string') return description
  return typeof title === 'string' ? title : ''
}

type Wording = (value: JsonValue) => string

const plain =
  (prefix: string): Wording =>
  (value) =>
    `${prefix} ${stringifyJson(value)}`

const KEYWORDS: readonly (readonly [keyword: string, word: Wording])[] = [
  ['type', (value) => (value === 'integer' ? 'a whole number' : '')],
  ['enum', (value) => `one of ${listOf(value).map(stringifyJson).join(', ')}`],
  ['const', plain('only')],
  ['multipleOf', plain('a multiple of')],
  ['minLength', plain('length from')],
  ['maxLength', plain('length to')],
  ['minItems', plain('items from')],
  ['maxItems', plain('items to')],
  ['uniqueItems', (value) => (value === true ? 'no item twice' : '')],
  ['pattern', (value) => `matches ${textOf(value)}`],
  ['format', (value) => `a ${textOf(value)}`],
  ['items', (value) => (isJsonObject(value) && describeLimits(value) !== '' ? `each ${describeLimits(value)}` : '')],
]

function describeRange(schema: JsonObject): string {
  const low = bound(schema['minimum'], schema['exclusiveMinimum'], 'more than')
  const high = bound(schema['maximum'], schema['exclusiveMaximum'], 'less than')
  if (low === null && high === null) return ''
  if (low === null) return high?.isOpen === true ? high.text : `at most ${high?.text ?? ''}`
  if (high === null) return low.isOpen ? low.text : `at least ${low.text}`
  if (!low.isOpen && !high.isOpen) return `${low.text} to ${high.text}`
  return `${low.isOpen ? low.text : `at least ${low.text}`}, ${high.isOpen ? high.text : `at most ${high.text}`}`
}

function bound(
  closed: JsonValue | undefined,
  open: JsonValue | undefined,
  word: string,
): { readonly text: string; readonly isOpen: boolean } | null {
  if (typeof open === 'number') return { text: `${word} ${open}`, isOpen: true }
  return typeof closed === 'number' ? { text: String(closed), isOpen: false } : null
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : stringifyJson(value)
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value]
}
