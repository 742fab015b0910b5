import type { InputType } from '../input-type.ts'
import { type JsonValue, isJsonObject } from '../json.ts'
import { getOwn, setOwn } from '../own-key.ts'
import { GrammarFault } from './grammar-fault.ts'
import type { OverrideScalar, OverrideValue } from './override-value.ts'
import { EXTENSION_WITH_PREFIX } from './override-text.ts'
import { keyText } from './python-json.ts'
import { parseOverrideValue } from './value-parser.ts'

/** What is known of an input before a value for it is read. */
export interface ValuePlace {
  /** The declared type; null when it is not known. */
  readonly type: InputType | null
  /** True in a config file, whose program may fill in `${...}` by itself. */
  readonly isFile: boolean
  /** True for `a=1`; only then may a list be extended. */
  readonly isChange: boolean
  /** The value that is there now; undefined when there is none. */
  readonly present: () => JsonValue | undefined
}

const BOOLEAN_WORDS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['on', true],
  ['y', true],
  ['1', true],
  ['no', false],
  ['off', false],
  ['n', false],
  ['0', false],
])

/**
 * Reads the text of a value: first by the grammar, then by the declared type. An input that is text takes what is not in
 * quotes as it was typed, so that `model=123`, `model=null` and `prompt=What now?` are text; `yes`, `on` and `1` are true
 * for a bool. Throws GrammarFault.
 */
export function readInputValue(text: string, place: ValuePlace): JsonValue {
  try {
    const value = parseOverrideValue(text)
    const isWrittenAsGroup = (value.kind === 'list' || value.kind === 'object') && /^\s*[[{]/u.test(text)
    return isText(place.type) && isWrittenAsGroup ? text.trim() : toInputValue(value, place)
  } catch (error) {
    if (error instanceof GrammarFault && error.isSyntax && isText(place.type)) return text
    throw error
  }
}

/** Reads a value for which nothing is declared: a number, true, false, null or quoted text; all else is text as it was typed. */
export function readPlainValue(text: string): JsonValue {
  try {
    const value = parseOverrideValue(text)
    if (value.kind === 'text') return value.isQuoted ? value.value : text
    const isScalar = value.kind === 'null' || value.kind === 'bool' || value.kind === 'int' || value.kind === 'float'
    return isScalar ? toInputValue(value, NOWHERE) : text
  } catch (error) {
    if (error instanceof GrammarFault) return text
    throw error
  }
}

const NOWHERE: ValuePlace = { type: null, isFile: false, isChange: false, present: () => undefined }

/** Turns a value of the grammar into one that an input can hold. Throws GrammarFault for what only a sweep may be given. */
export function toInputValue(value: OverrideValue, place: ValuePlace): JsonValue {
  switch (value.kind) {
    case 'null':
    case 'bool':
    case 'int':
    case 'float':
    case 'text':
      return toScalar(value, place)
    case 'list':
      if (value.isShuffled) throw new GrammarFault('a random order would not be the same when it is repeated', false)
      return value.items.map((item) => toInputValue(item, elementPlace(place)))
    case 'object': {
      const object: Record<string, JsonValue> = {}
      for (const [key, item] of value.entries) {
        const name = keyText(key)
        setOwn(object, name, toInputValue(item, fieldPlace(place, name)))
      }
      return object
    }
    case 'extension':
      return extendList(value.items, place)
    case 'choice':
    case 'range':
    case 'glob':
      throw new GrammarFault('it stands for several values. Give it to --sweep, or quote it to pass it as text', false)
    case 'interval':
      throw new GrammarFault('an interval is for searches, and has no single value', false)
  }
}

function toScalar(value: OverrideScalar, place: ValuePlace): JsonValue {
  const { type } = place
  if (value.kind === 'text') {
    if (value.isInterpolated && !place.isFile) {
      throw new GrammarFault('nothing fills in "${...}" in a run config. Quote it to pass it as text', false)
    }
    const word = type?.kind === 'bool' && !value.isQuoted ? BOOLEAN_WORDS.get(value.value.toLowerCase()) : undefined
    return word ?? value.value
  }
  if (isText(type) || (isNullableText(type) && value.kind !== 'null')) return value.source
  if (value.kind === 'null') return null
  if (value.kind === 'bool') return value.value
  if (type?.kind === 'bool' && value.kind === 'int') return BOOLEAN_WORDS.get(value.source) ?? value.value
  if (value.kind === 'float' && /inf|nan/iu.test(value.source)) {
    throw new GrammarFault(
      `JSON, in which launches travel, has no ${value.source}. Quote it if the program reads text`,
      false,
    )
  }
  const isExact =
    value.kind === 'int' && type?.kind !== 'float' ? Number.isSafeInteger(value.value) : Number.isFinite(value.value)
  if (isExact) return value.value
  throw new GrammarFault('the number is too large to be passed on exactly. Quote it to pass it as text', false)
}

function extendList(items: readonly OverrideValue[], place: ValuePlace): JsonValue {
  if (!place.isChange) throw new GrammarFault(EXTENSION_WITH_PREFIX, false)
  const present = place.present()
  if (!Array.isArray(present)) throw new GrammarFault('extend_list() needs an input that is a list', false)
  return [...(present as readonly JsonValue[]), ...items.map((item) => toInputValue(item, elementPlace(place)))]
}

function elementPlace(place: ValuePlace): ValuePlace {
  return { ...place, type: place.type?.kind === 'list' ? place.type.element : null, present: () => undefined }
}

function fieldPlace(place: ValuePlace, key: string): ValuePlace {
  const type = place.type?.kind === 'object' ? (getOwn(place.type.fields, key) ?? null) : null
  return {
    ...place,
    type,
    present: () => {
      const present = place.present()
      return isJsonObject(present) ? getOwn(present, key) : undefined
    },
  }
}

function isText(type: InputType | null): boolean {
  return type?.kind === 'str'
}

function isNullableText(type: InputType | null): boolean {
  return type?.kind === 'union' && type.options.every(({ kind }) => kind === 'str' || kind === 'none')
}
