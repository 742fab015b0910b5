import { expect, test } from 'vitest'
import { findFloatInputs } from './float-literals.ts'

const find = (config: object, source: string) => findFloatInputs(config as never, source).map((path) => path.join('.'))

test('a whole number that the source writes with a point or an exponent is a float', () => {
  const config = { trainer: { lr: 1, 'weight-decay': 1000, layers: 2, rate: 0.5 }, seed: 42 }
  const source = `const config = { trainer: { lr: 1.0, "weight-decay": 1e3, layers: 2, rate: 0.5 }, seed: 42 }`
  expect(find(config, source)).toEqual(['trainer.lr', 'trainer.weight-decay'])
})

test('a key that is written both ways is not', () => {
  expect(find({ a: { x: 1 }, b: { x: 1 } }, '{ a: { x: 1.0 }, b: { x: 1 } }')).toEqual([])
  // Another number under the same key says nothing about this one.
  expect(find({ x: 1 }, '{ x: 2 }; { x: 1.0 }')).toEqual(['x'])
})

test('comments, texts and hexadecimal numbers say nothing', () => {
  expect(
    find({ a: 1, b: 1, c: 1, d: 0x1e }, `// a: 1.0\n/* b: 1.0 */ const t = 'c: 1.0'; const u = { d: 0x1e }`),
  ).toEqual([])
  expect(find({ a: -2, b: 1000 }, '{ a: -2.0, b: 1_000.0 }')).toEqual(['a', 'b'])
})

test('a number that a config file of the program writes as a float is one in the config too', () => {
  const file = { contents: { lr: 1, n: 2 }, isFloat: (path: readonly string[]) => path[0] === 'lr' }
  expect(findFloatInputs({ training: { lr: 1, n: 2 }, other: 1 }, '', [file])).toEqual([['training', 'lr']])
})
