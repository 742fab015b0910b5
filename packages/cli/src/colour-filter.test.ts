import { expect, test } from 'vitest'
import { createColourFilter } from './colour-filter.ts'

test('without NO_COLOR output passes as it is', () => {
  const text = 'a\u001b[31mb\u001b[0m'
  expect(createColourFilter({})(text)).toBe(text)
  expect(createColourFilter({ NO_COLOR: '' })(text)).toBe(text)
})

test('with NO_COLOR colours go, also where two parts share a sequence', () => {
  const filter = createColourFilter({ NO_COLOR: '1' })
  const parts = ['a\u001b', '[3', '1mb\u001b[', '0mc\u001b[1m']
  expect(parts.map(filter).join('')).toBe('abc')
})
