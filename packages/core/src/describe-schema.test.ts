import { describe, expect, test } from 'vitest'
import { describeHelp, describeLimits } from './describe-schema.ts'

describe('the limits of a schema', () => {
  test.each([
    [null, ''],
    [{ minimum: 0, maximum: 1 }, '0 to 1'],
    [{ exclusiveMinimum: 0 }, 'more than 0'],
    [{ exclusiveMinimum: 0, maximum: 1 }, 'more than 0, at most 1'],
    [{ type: 'integer', minimum: 1 }, 'at least 1; a whole number'],
    [{ enum: ['adam', 'sgd', null] }, 'one of "adam", "sgd", null'],
    [{ const: 3 }, 'only 3'],
    [{ items: { minimum: 2 }, minItems: 1 }, 'items from 1; each at least 2'],
  ])('of %j are "%s"', (schema, words) => {
    expect(describeLimits(schema)).toBe(words)
  })
})

test('a description helps more than a title', () => {
  expect(describeHelp({ title: 'Rate', description: 'How fast it learns' })).toBe('How fast it learns')
  expect(describeHelp({ title: 'Rate' })).toBe('Rate')
  expect(describeHelp(null)).toBe('')
})
