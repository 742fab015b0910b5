import { InvalidInputError } from '@slipway/core'
import { expect, test } from 'vitest'
import { createPatternMatcher } from './pattern-matcher.ts'

test('a statement whose expressions take too long is refused, and the next has all of its time again', () => {
  const matcher = createPatternMatcher(0)
  expect(matcher.match('abc', '(?:a.c)')).toBe(1)
  expect(() => matcher.match('abc', '(?:a.c)')).toThrow(InvalidInputError)
  matcher.begin()
  expect(matcher.match('abc', '(?:a.d)')).toBe(0)
})

test('more expressions than are kept compiled are matched all the same', () => {
  const matcher = createPatternMatcher()
  for (let round = 0; round < 2; round += 1)
    for (let index = 0; index < 120; index += 1) {
      expect(matcher.match(`r${index}`, `^r${index}$`)).toBe(1)
      expect(matcher.match(`r${index}`, `^s${index}$`)).toBe(0)
    }
})
