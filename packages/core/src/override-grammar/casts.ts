import { GrammarFault } from './grammar-fault.ts'
import { isOverrideSweep, type OverrideScalar, type OverrideValue, overrideText } from './override-value.ts'
import { writePythonJson } from './python-json.ts'
import { formatPythonFloat, readPythonFloat, readPythonInt } from './python-number.ts'
import { listRange } from './range-values.ts'

/** The functions that turn a value into another type, or each value of a list, an object or a sweep. */
export type CastName = 'int' | 'float' | 'str' | 'bool' | 'json_str'

/** Casts a value. Throws GrammarFault where it cannot become that type. */
export function castValue(name: CastName, value: OverrideValue): OverrideValue {
  switch (value.kind) {
    case 'choice':
      return { ...value, items: value.items.map((item) => castChoice(name, item)) }
    case 'range':
      if (name !== 'int' && name !== 'float') throw refusal(name, 'a range')
      return {
        kind: 'choice',
        items: listRange(value).map((item) => castValue(name, item)),
        isSimple: false,
        isShuffled: value.isShuffled,
        tags: value.tags,
      }
    case 'interval':
      if (name !== 'int' && name !== 'float') throw refusal(name, 'an interval')
      return { ...value, start: castScalar(name, value.start), end: castScalar(name, value.end) }
    case 'glob':
    case 'extension':
      throw refusal(name, value.kind === 'glob' ? 'a glob' : 'an extended list')
    case 'list':
      if (name === 'json_str') return overrideText(writePythonJson(value))
      return { ...value, items: value.items.map((item) => castValue(name, item)) }
    case 'object':
      if (name === 'json_str') return overrideText(writePythonJson(value))
      return { kind: 'object', entries: value.entries.map(([key, item]) => [key, castValue(name, item)] as const) }
    case 'null':
    case 'bool':
    case 'int':
    case 'float':
    case 'text':
      return castScalar(name, value)
  }
}

function castChoice(name: CastName, item: OverrideValue): OverrideValue {
  if (isOverrideSweep(item)) throw refusal(name, 'several values among several values')
  return castValue(name, item)
}

function castScalar(name: CastName, value: OverrideScalar): OverrideScalar {
  if (name === 'json_str') return overrideText(writePythonJson(value))
  if (value.kind === 'null') {
    if (name === 'bool') return makeBool(false)
    throw refusal(name, 'null')
  }
  switch (name) {
    case 'int':
      return makeInt(value.kind === 'text' ? readPythonInt(value.value) : Number(value.value))
    case 'float': {
      const number = value.kind === 'text' ? readPythonFloat(value.value) : Number(value.value)
      return { kind: 'float', value: number, source: formatPythonFloat(number) }
    }
    case 'str':
      return overrideText(pythonText(value))
    case 'bool':
      return makeBool(value.kind === 'text' ? readBool(value.value) : value.value !== 0 && value.value !== false)
  }
}

function makeInt(number: number): OverrideScalar {
  if (!Number.isFinite(number)) throw refusal('int', formatPythonFloat(number))
  const value = Math.trunc(number) + 0
  return { kind: 'int', value, source: BigInt(value).toString() }
}

function makeBool(value: boolean): OverrideScalar {
  return { kind: 'bool', value, source: String(value) }
}

function readBool(text: string): boolean {
  const word = text.toLowerCase()
  if (word === 'true' || word === 'false') return word === 'true'
  throw new GrammarFault(`${JSON.stringify(text)} is neither true nor false`, false)
}

function pythonText(value: Exclude<OverrideScalar, { readonly kind: 'null' }>): string {
  if (value.kind === 'float') return formatPythonFloat(value.value)
  if (value.kind === 'int') return BigInt(value.source.replaceAll('_', '')).toString()
  return String(value.value)
}

function refusal(name: CastName, what: string): GrammarFault {
  return new GrammarFault(`${name}() cannot be applied to ${what}`, false)
}
