import { expect, test } from 'vitest'
import { wordUsageError } from './slipway-command.ts'

test('several suggestions are all named', () => {
  const message = "error: unknown option '--lim'\n(Did you mean one of --limit, --link?)"
  expect(wordUsageError(message, 'slipway item list')).toBe(
    'Cannot read the option "--lim": "slipway item list" has none of that name. Did you mean "--limit" or "--link"?',
  )
})

test('what is not known stays as it is', () => {
  expect(wordUsageError('something else', 'slipway x')).toBe('something else')
})
