import { InvalidInputError, type InputType } from '@slipway/core'
import { describe, expect, test } from 'vitest'
import { parseValue } from './parse-value.ts'

const read = (text: string, kind: 'str' | 'int' | 'float' | 'bool' | 'any' | null = null) =>
  parseValue(text, kind === null ? null : ({ kind } satisfies InputType), 'a')

describe('a value on the command line', () => {
  test.each([
    ['0.1', 0.1],
    ['64', 64],
    ['-3', -3],
    ['1e-3', 0.001],
    ['.5', 0.5],
    ['true', true],
    ['False', false],
    ['null', null],
    ['~', null],
    ['resnet', 'resnet'],
    ['', ''],
    ['a: b', 'a: b'],
    ['1.2.3', '1.2.3'],
    ['0x1F', '0x1F'],
    ['yes', 'yes'],
    ['[1, 2e-1, x]', [1, 0.2, 'x']],
    ['{a: 1, b: {c: [true]}}', { a: 1, b: { c: [true] } }],
    ['{"a": 1}', { a: 1 }],
    ['"64"', '64'],
    ["'true'", 'true'],
  ])('%s is read as %j', (text, value) => {
    expect(read(text)).toEqual(value)
  })

  test.each([
    ['123', '123'],
    ['true', 'true'],
    ['null', 'null'],
    ['[1]', '[1]'],
    ['"quoted"', 'quoted'],
    ['"half', '"half'],
    ['', ''],
  ])('%s stays text where the input is text', (text, value) => {
    expect(read(text, 'str')).toBe(value)
  })

  test.each([
    ['yes', true],
    ['off', false],
    ['1', true],
    ['TRUE', true],
  ])('%s is %j where the input is a bool', (text, value) => {
    expect(read(text, 'bool')).toBe(value)
  })

  test('a whole number that JSON cannot carry exactly is refused', () => {
    expect(() => read('12345678901234567890')).toThrow(InvalidInputError)
    expect(read('12345678901234567890', 'str')).toBe('12345678901234567890')
  })

  test('a list that does not end is refused with its place', () => {
    expect(() => read('[1, 2')).toThrow(/^Cannot set "a" to \[1, 2: .*at character \d+/)
  })

  test('aliases are not followed', () => {
    expect(() => read('[&a 1, *a]')).toThrow(Error)
  })
})
