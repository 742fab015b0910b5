import { expect, test } from 'vitest'
import { formatTitle } from './use-document-title.ts'

test('a tab is named after the first line of its heading', () => {
  expect(formatTitle('Jobs')).toBe('Jobs · Slipway')
  // A state that stands beside the name is a line of its own in the heading's text.
  expect(formatTitle('\ngpu \npaused')).toBe('gpu · Slipway')
  expect(formatTitle(' \n')).toBe('Slipway')
})
