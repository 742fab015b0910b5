import { expect, test } from 'vitest'
import { executableNames } from './executable.ts'

test.each([
  ['python3.11.7', ['python3.11.7', 'python3.11', 'python3', 'python']],
  ['python3.11', ['python3.11', 'python3', 'python']],
  ['python3', ['python3', 'python']],
  ['node', ['node']],
  ['/opt/python3.11', ['/opt/python3.11']],
])('for %s the nearest program is tried first', (name, names) => {
  expect(executableNames(name)).toEqual(names)
})
