import { expect, test } from 'vitest'
import { inferInputType, presentInputType } from './input-type.ts'
import type { JsonValue } from './json.ts'
import { fromWandbType, toWandbType } from './wandb-type.ts'

const number = { wb_type: 'number' }

function typedDict(typeMap: Record<string, JsonValue>): JsonValue {
  return { wb_type: 'typedDict', params: { type_map: typeMap } }
}

test('types are shown as in the founding document', () => {
  const inputs = { trainer: { learning_rate: 0.01, batch_size: 32, model: 'resnet', dataset: 'cifar10' } }
  expect(presentInputType(inferInputType(inputs))).toEqual({
    trainer: { learning_rate: 'float', batch_size: 'int', model: 'str', dataset: 'str' },
  })
})

test.each<[JsonValue, string]>([
  [null, 'none'],
  [true, 'bool'],
  [1, 'int'],
  [NaN, 'float'],
  [[], 'list[any]'],
  [[1, 2], 'list[int]'],
  [[1, 0.5], 'list[float]'],
  [[1, 'a', 2], 'list[union[int, str]]'],
  [[[1], [2]], 'list[list[int]]'],
  [[{ a: 1 }, { a: 2 }], 'list[object]'],
])('%j is %s', (value, shown) => {
  expect(presentInputType(inferInputType(value))).toBe(shown)
})

test('a hint makes a whole number a float', () => {
  const type = inferInputType({ a: { b: 1, c: 1 } }, { isFloat: (path) => path.join('.') === 'a.b' })
  expect(presentInputType(type)).toEqual({ a: { b: 'float', c: 'int' } })
})

test("the client's number is int where every default there is whole", () => {
  const type = typedDict({
    c: number,
    a: number,
    list: { wb_type: 'list', params: { element_type: number } },
    x: number,
  })
  expect(presentInputType(fromWandbType(type, { a: 1, list: [1, 2.5], c: 0.5 }))).toEqual({
    a: 'int',
    list: 'list[float]',
    c: 'float',
    x: 'float',
  })
})

test('fields come in the order of the defaults', () => {
  const type = fromWandbType(typedDict({ c: number, a: number }), { a: 1, c: 1 })
  expect(Object.keys(presentInputType(type) as object)).toEqual(['a', 'c'])
})

test('what a type tree does not tell is any', () => {
  for (const tree of [null, 1, {}, { wb_type: 'invalid' }, { wb_type: 'union' }, { wb_type: 'unknown' }]) {
    expect(fromWandbType(tree)).toEqual({ kind: 'any' })
  }
})

test('a type goes to the client and back', () => {
  const value = { a: 1, b: 0.5, c: 'x', d: [true], e: null, f: { __proto__x: 1 }, g: ['a', 1] }
  expect(fromWandbType(toWandbType(inferInputType(value)), value)).toEqual(inferInputType(value))
})
