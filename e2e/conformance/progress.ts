import { sumUp } from './folder-results.ts'
import type { TestEvent } from './test-event.ts'

/** Tells how far the tests of a folder are: on a terminal in one line that changes, elsewhere a line for each failure and every 20 tests or so. */
export function createProgress(
  folder: string,
  output: { readonly isTTY?: boolean; write(text: string): unknown },
): { onEvent(event: TestEvent): void; end(): void } {
  const events: TestEvent[] = []
  const known = new Set<string>()
  const wipe = output.isTTY === true ? '\r\u001B[K' : ''
  const line = (): string => {
    const { passed, failed, skipped } = sumUp(events, folder)
    const done = passed + failed.length + skipped.length
    return `${folder}: ${done} of ${known.size} tests, ${passed} passed, ${failed.length} failed, ${skipped.length} skipped`
  }
  return {
    onEvent(event) {
      events.push(event)
      if (event.event === 'collected') for (const test of event.tests) known.add(test)
      if (event.event !== 'result') return
      known.add(event.test)
      if (event.outcome === 'failed') output.write(`${wipe}  failed: ${event.test}\n`)
      if (output.isTTY === true) output.write(`${wipe}${line()}`)
      else if (events.length % 40 === 0) output.write(`${line()}\n`)
    },
    end() {
      output.write(`${wipe}${line()}\n`)
    },
  }
}
