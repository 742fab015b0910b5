import { expect, test } from 'vitest'
import { formatReport } from './format-report.ts'

const failed = (...names: readonly string[]) => names.map((test) => ({ test, message: 'AssertionError' }))
const results = (tests: readonly { readonly test: string; readonly message: string }[]) => ({
  suite: '1.2.3',
  client: '1.2.4',
  folders: { test_core: { passed: 1, skipped: [], failed: tests } },
})

test('a failure has the reason that a person wrote for the longest beginning of its name, or else its own message', () => {
  const reasons = { test_core: { 'test_a.py': 'All of this file.', 'test_a.py::test_two': 'This one.' } }
  const page = formatReport(
    results(failed('test_a.py::test_one', 'test_a.py::test_two', 'test_b.py::test_one')),
    reasons,
  )
  expect(page).toContain('- All of this file.\n  - `test_a.py::test_one`\n')
  expect(page).toContain('- This one.\n  - `test_a.py::test_two`\n')
  expect(page).toContain('- AssertionError\n  - `test_b.py::test_one`\n')
})

test('a list of many failures of one reason is cut, and says by how many', () => {
  const names = Array.from({ length: 23 }, (_, index) => `test_a.py::test_${index}`)
  const page = formatReport(results(failed(...names)), {})
  expect(page).toContain('| core | 24 | 1 | 23 | 0 | 4.2 % |')
  expect(page).toContain('  - and 3 more\n')
  expect(page).not.toContain('test_a.py::test_20')
})
