import { InvalidInputError, NotFoundError } from '@slipway/core'
import { expect, test } from 'vitest'
import { withinTimeLimit } from './time-limit.ts'

test('work within the limit gives its result or its error', () => {
  expect(withinTimeLimit('add', 1000, () => 1 + 1)).toBe(2)
  expect(() => withinTimeLimit('find', 1000, fail)).toThrow(NotFoundError)
})

test('a pattern that would take for ever is refused', () => {
  expect(() => withinTimeLimit('check the inputs', 50, matchForEver)).toThrow(InvalidInputError)
})

function fail(): never {
  throw new NotFoundError('gone')
}

function matchForEver(): boolean {
  return /^(a+)+$/u.test(`${'a'.repeat(60)}!`)
}
