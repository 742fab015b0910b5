import { expect, test } from 'vitest'
import { toCodeProblem } from './code-problem.ts'

test('a message that names its place becomes a mark at that place', () => {
  const message = 'Cannot read "queue.yaml": a value is missing at line 3, column 7.'
  expect(toCodeProblem(message)).toEqual({ message, line: 3, column: 7 })
})

test('a message without a place concerns the text as a whole', () => {
  expect(toCodeProblem('The text is empty.')).toEqual({ message: 'The text is empty.' })
})
