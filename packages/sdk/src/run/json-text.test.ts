import { describe, expect, test } from 'vitest'
import { toJsonText } from './json-text.ts'

describe('JSON text of a value', () => {
  test('has what JSON has, and bare words for the numbers that it lacks', () => {
    expect(toJsonText({ a: [1, 'x', true, null, Number.NaN, -Infinity], b: undefined, c: { d: 1e21 } }, 'v')).toBe(
      '{"a":[1,"x",true,null,NaN,-Infinity],"c":{"d":1e+21}}',
    )
  })

  test('has typed arrays as lists, dates as text, and boxed values as what is in them', () => {
    expect(toJsonText({ a: new Float32Array([1, 0.5]), b: new Date(0), c: new Number(3) }, 'v')).toBe(
      '{"a":[1,0.5],"b":"1970-01-01T00:00:00.000Z","c":3}',
    )
  })

  test.each([
    [{ a: { b: 1n } }, 'Cannot store v.a.b: it is a bigint, which JSON cannot hold. Convert it by Number(...)'],
    [[() => 1], 'Cannot store v[0]: it is a function'],
    [{ a: [undefined] }, 'Cannot store v.a[0]: it is undefined'],
    [Symbol('s'), 'Cannot store v: it is a symbol'],
    [{ a: Promise.resolve(1) }, 'Cannot store v.a: it is a Promise, which JSON cannot hold. Await it first.'],
    [new Map(), 'it is a Map, which JSON cannot hold. Convert it by Object.fromEntries(...)'],
    [new Set(), 'it is a Set, which JSON cannot hold. Convert it by [...set]'],
    [new Error('no'), 'it is a Error, which JSON cannot hold. Give its message.'],
    [new DataView(new ArrayBuffer(1)), 'it is a DataView'],
  ])('is refused with the path and with what to do (%#)', (value, message) => {
    expect(() => toJsonText(value, 'v')).toThrow(message)
  })

  test('is refused for a value that is part of itself', () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    expect(() => toJsonText(circle, 'v')).toThrow('nested more than 100 levels deep, or part of itself')
  })
})
