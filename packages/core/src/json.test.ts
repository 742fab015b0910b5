import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInputError } from './errors.ts'
import { isJsonObject, parseJson, stringifyJson } from './json.ts'

test('bare NaN and infinities are read as numbers and written back bare', () => {
  const text = '{"a":NaN,"b":[Infinity,-Infinity,"NaN",1],"NaN":"-Infinity"}'
  expect(parseJson(text)).toEqual({ a: NaN, b: [Infinity, -Infinity, 'NaN', 1], NaN: '-Infinity' })
  expect(stringifyJson(parseJson(text))).toBe(text)
})

test('a text that looks like the inner mark survives', () => {
  const value = { a: NaN, '#number:NaN': '#number:NaN', b: '##number:1' }
  expect(parseJson(stringifyJson(value))).toEqual(value)
})

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      expect(stringifyJson(parseJson(text))).toBe(text)
    }),
  )
})

test('a malformed text is refused with line and column', () => {
  expect(() => parseJson('{"a": 1,\n "b": }')).toThrow('a value is missing at line 2, column 7')
  expect(() => parseJson('{"a": NaN, "b" 1}')).toThrow('a ":" is missing at line 1, column 16')
  expect(() => parseJson('')).toThrow('the text is empty')
  expect(() => parseJson('{"a": 1, // no\n}')).toThrow(InvalidInputError)
  expect(() => parseJson('{} 1')).toThrow('text follows the end of the value')
})

test('text nested too deep for a walk is refused instead of exhausting the stack', () => {
  expect(() => parseJson('['.repeat(100_000) + ']'.repeat(100_000))).toThrow('nested more than 500 levels')
})

test('"__proto__" is a key like any other', () => {
  const value = parseJson('{"__proto__": {"a": 1}, "constructor": 2}')
  expect(isJsonObject(value) && Object.keys(value)).toEqual(['__proto__', 'constructor'])
  expect(stringifyJson(value)).toBe('{"__proto__":{"a":1},"constructor":2}')
})
