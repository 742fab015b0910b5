import { describeInputShape, findSchemaProblems, type JsonObject, normalizeInputSchema } from '@slipway/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findNumberScale } from './number-scale.ts'

function scaleOf(property: JsonObject, byDefault?: number) {
  const schema = { type: 'object', properties: { a: property } }
  return findNumberScale(
    describeInputShape({ type: { kind: 'any' }, schema, defaults: {} }, false).below('a'),
    byDefault,
  )
}

function valuesOf(property: JsonObject, byDefault?: number): readonly number[] {
  const scale = scaleOf(property, byDefault)
  return scale === null ? [] : Array.from({ length: scale.last + 1 }, (_item, place) => scale.valueAt(place))
}

describe('the scale of a slider', () => {
  test('has each whole number, or each multiple of the step, as an exact decimal', () => {
    expect(valuesOf({ type: 'integer', minimum: 1, maximum: 5 })).toEqual([1, 2, 3, 4, 5])
    expect(valuesOf({ type: 'number', minimum: 0, maximum: 0.5, multipleOf: 0.1 })).toEqual([
      0, 0.1, 0.2, 0.3, 0.4, 0.5,
    ])
    expect(valuesOf({ type: 'integer', minimum: 3, maximum: 20, multipleOf: 4 })).toEqual([4, 8, 12, 16, 20])
  })

  test('leaves out ends that are not allowed', () => {
    expect(valuesOf({ type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 4 })).toEqual([1, 2, 3])
    const share = valuesOf({ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 })
    expect([share[0], share.at(-1), share.length]).toEqual([0.01, 0.99, 99])
  })

  test('goes by powers of ten where the upper end is a thousand times the lower one, or the default is small', () => {
    const rates = valuesOf({ type: 'number', minimum: 1e-5, maximum: 0.1 })
    expect([rates[0], rates[20], rates[40], rates.at(-1)]).toEqual([1e-5, 1e-4, 1e-3, 0.1])
    expect(valuesOf({ type: 'number', exclusiveMinimum: 0, maximum: 1 }, 0.001)[0]).toBe(1e-6)
    expect(valuesOf({ type: 'number', exclusiveMinimum: 0, maximum: 1 }, 0.5)[0]).toBe(0.01)
    expect(valuesOf({ type: 'integer', minimum: 1, maximum: 1_000_000 }).slice(0, 4)).toEqual([1, 2, 3, 4])
  })

  test('reaches both ends of a range of any size', () => {
    const seeds = valuesOf({ type: 'integer', minimum: 0, maximum: 4_294_967_295 })
    expect([seeds[0], seeds.at(-1)]).toEqual([0, 4_294_967_295])
    const large = valuesOf({ type: 'integer', minimum: 9_007_199_254_740_981, maximum: 9_007_199_254_740_991 })
    expect([large[0], large.at(-1), large.length]).toEqual([9_007_199_254_740_981, 9_007_199_254_740_991, 11])
  })

  test('is there only between two bounds', () => {
    expect(scaleOf({ type: 'number', minimum: 0 })).toBeNull()
    expect(scaleOf({ type: 'integer', minimum: 2, maximum: 2 })).toBeNull()
    expect(scaleOf({ type: 'number', exclusiveMinimum: 0, maximum: 1, multipleOf: 1 })).toBeNull()
  })

  test('holds only allowed numbers, in order, and finds the place of each', () => {
    const bound = fc.oneof(
      fc.integer({ min: -2000, max: 2000 }),
      fc.integer({ min: -99, max: 99 }).map((n) => n / 1000),
    )
    fc.assert(
      fc.property(
        bound,
        bound,
        fc.constantFrom('number', 'integer'),
        fc.boolean(),
        fc.option(fc.constantFrom(0.25, 0.1, 3)),
        (a, b, type, isOpen, step) => {
          const [low, high] = a < b ? [a, b] : [b, a]
          const bounds = isOpen ? { exclusiveMinimum: low, exclusiveMaximum: high } : { minimum: low, maximum: high }
          const property = { type, ...bounds, ...(step === null ? {} : { multipleOf: step }) }
          const scale = scaleOf(property)
          if (scale === null) return
          const schema = normalizeInputSchema({ type: 'object', properties: { a: property } })
          let before = Number.NEGATIVE_INFINITY
          for (let place = 0; place <= scale.last; place += 1) {
            const value = scale.valueAt(place)
            expect(findSchemaProblems(schema, { a: value })).toEqual([])
            expect(value).toBeGreaterThan(before)
            expect(scale.placeOf(value)).toBe(place)
            before = value
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
