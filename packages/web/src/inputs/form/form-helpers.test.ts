import { describeInputShape, inferInputType, type JsonObject } from '@slipway/core'
import { describe, expect, test } from 'vitest'
import { createSection } from '../model/create-section.ts'
import { filterRows, type RowFilter } from './filter-rows.ts'
import { listUsedValues, presentUsage } from './present-usage.ts'
import { presentBounds } from './present-value.ts'
import { RowBuilder } from './row-builder.ts'
import { stepNumber } from './step-number.ts'

function shapeOf(property: JsonObject) {
  const schema = { type: 'object', properties: { a: property } }
  return describeInputShape({ type: { kind: 'any' }, schema, defaults: {} }, false).below('a')
}

describe('what earlier runs had', () => {
  test('is told as a range, as a few values, or as a count', () => {
    const usage = { address: 'a', runs: 143, minimum: null, maximum: null, values: [] }
    expect(presentUsage({ ...usage, minimum: 1e-5, maximum: 0.01 })).toBe('seen 1e-5 … 0.01 in 143 runs')
    expect(presentUsage({ ...usage, minimum: 3, maximum: 3 })).toBe('seen 3 in 143 runs')
    expect(presentUsage({ ...usage, values: ['adam', 'sgd'] })).toBe('seen adam, sgd in 143 runs')
    expect(presentUsage({ ...usage, runs: 1 })).toBe('set in 1 run')
    expect(listUsedValues({ values: 'none' })).toEqual([])
  })
})

describe('a step of a number', () => {
  test('goes by the schema, else by the last digit, and stays within the bounds', () => {
    expect(stepNumber(shapeOf({ type: 'number', multipleOf: 0.25 }), 1, 1)).toBe(1.25)
    expect(stepNumber(shapeOf({ type: 'number' }), 0.01, 1)).toBe(0.02)
    expect(stepNumber(shapeOf({ type: 'number' }), 3e-5, -1)).toBe(2e-5)
    expect(stepNumber(shapeOf({ type: 'integer', maximum: 10 }), 10, 1)).toBe(10)
    expect(stepNumber(shapeOf({ type: 'integer', minimum: 1 }), 1, -1)).toBe(1)
    expect(stepNumber(shapeOf({ type: 'number', exclusiveMinimum: 0 }), 0.1, -1)).toBe(0.1)
    expect(stepNumber(shapeOf({ type: 'integer', minimum: 1 }), -5, 1)).toBe(1)
  })

  test('is exact: for decimals, for whole numbers of 16 digits, and onto the next multiple', () => {
    expect(stepNumber(shapeOf({ type: 'number' }), 0.2, 1)).toBe(0.3)
    expect(stepNumber(shapeOf({ type: 'integer' }), 9_007_199_254_740_990, 1)).toBe(9_007_199_254_740_991)
    expect(stepNumber(shapeOf({ type: 'number', multipleOf: 0.1 }), 0.7, 1)).toBe(0.8)
    expect(stepNumber(shapeOf({ type: 'number', multipleOf: 0.25 }), 0.3, 1)).toBe(0.5)
    expect(stepNumber(shapeOf({ type: 'number', multipleOf: 0.25 }), -0.3, -1)).toBe(-0.5)
    expect(stepNumber(shapeOf({ type: 'number' }), 1e-7, 1)).toBe(2e-7)
  })
})

test('the bounds of a value are told in a few words', () => {
  expect(presentBounds(shapeOf({ type: 'number', minimum: 0, maximum: 1 }))).toBe('0 … 1')
  expect(presentBounds(shapeOf({ type: 'number', exclusiveMinimum: 0 }))).toBe('> 0')
  expect(presentBounds(shapeOf({ type: 'integer', maximum: 9 }))).toBe('≤ 9, whole number')
  expect(presentBounds(shapeOf({ type: 'string', minLength: 2 }))).toBe('at least 2 characters')
  expect(presentBounds(shapeOf({ type: 'string' }))).toBeNull()
})

describe('filters', () => {
  const defaults = { lr: 1, model: { layers: 3, deep: { dropout: 0.1 } }, data: { path: 'x' } }
  const group = { type: inferInputType(defaults), schema: null, defaults }
  const inputs = { config: group, files: {}, isPartial: false, allowsExtraKeys: false }
  const rows = new RowBuilder().build([createSection(inputs, null, group, undefined)], new Set())
  const shown = (filter: Partial<RowFilter>) =>
    filterRows(
      rows,
      { search: '', onlyChanged: false, onlyErrors: false, ...filter },
      { isChanged: ({ id }) => id === 'data.path', hasProblem: ({ id }) => id === 'model.layers' },
    ).map(({ id }) => id)

  test('keep the groups that hold what is found, and no section without any', () => {
    expect(shown({ search: 'DROP' })).toEqual(['section ', 'model', 'model.deep', 'model.deep.dropout'])
    expect(shown({ search: 'model lay' })).toEqual(['section ', 'model', 'model.layers'])
    expect(shown({ onlyChanged: true })).toEqual(['section ', 'data', 'data.path'])
    expect(shown({ onlyErrors: true })).toEqual(['section ', 'model', 'model.layers'])
    expect(shown({ onlyErrors: true, search: 'data' })).toEqual([])
  })
})
