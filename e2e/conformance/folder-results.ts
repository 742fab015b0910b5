import type { TestEvent } from './test-event.ts'

/** A test that was not passed, and why. */
export interface NotedTest {
  /** Its name in the folder, such as `test_launch_add.py::test_push`. */
  readonly test: string
  /** The first line of the failure, or why the suite skips the test. */
  readonly message: string
}

/** What came of the tests of one folder. */
export interface FolderResults {
  readonly passed: number
  readonly skipped: readonly NotedTest[]
  readonly failed: readonly NotedTest[]
}

const MAX_MESSAGE_CHARACTERS = 300

/** Sums up the events of a folder. A test with two results, such as one that fails when it cleans up, has the worse one. */
export function sumUp(events: readonly TestEvent[], folder: string): FolderResults {
  const results = new Map<string, { readonly outcome: 'passed' | 'failed' | 'skipped'; readonly message: string }>()
  for (const event of events) {
    if (event.event !== 'result') continue
    const known = results.get(event.test)
    if (known?.outcome === 'failed' || (known !== undefined && event.outcome === 'passed')) continue
    results.set(event.test, event)
  }
  const noted = (outcome: 'failed' | 'skipped'): readonly NotedTest[] =>
    [...results]
      .filter(([, result]) => result.outcome === outcome)
      .map(([test, result]) => ({ test: nameInFolder(test, folder), message: shortenMessage(result.message) }))
      .toSorted((one, other) => (one.test < other.test ? -1 : 1))
  return {
    passed: [...results.values()].filter(({ outcome }) => outcome === 'passed').length,
    skipped: noted('skipped'),
    failed: noted('failed'),
  }
}

function nameInFolder(test: string, folder: string): string {
  const start = test.indexOf(`${folder}/`)
  return start === -1 ? test.replace(/^tests\/system_tests\//, '') : test.slice(start + folder.length + 1)
}

/** Leaves out what differs from run to run, so that the same failure reads the same. */
function shortenMessage(message: string): string {
  const line = message
    .split('\n')
    .map((part) => part.trim())
    .find((part) => part !== '')
  return (line ?? '')
    .replace(/user_\w+-[0-9a-f]{40}/g, '<user>')
    .replace(/\/tmp\/[^\s'"]+/g, '<folder>')
    .replace(/\b(localhost|127\.0\.0\.1):\d+/g, '<server>')
    .replace(/\b0x[0-9a-f]{6,}/g, '<address>')
    .slice(0, MAX_MESSAGE_CHARACTERS)
}
