/** What the plugin `slipway_conformance.py` tells while pytest runs. */
export type TestEvent =
  | { readonly event: 'collected'; readonly tests: readonly string[] }
  | { readonly event: 'start'; readonly test: string }
  | {
      readonly event: 'result'
      readonly test: string
      readonly outcome: 'passed' | 'failed' | 'skipped'
      /** Why it failed or was skipped. */
      readonly message: string
    }
  | { readonly event: 'end' }

/** Reads a line of the plugin, which is ours: what it writes is taken as it is. */
export function parseTestEvent(line: string): TestEvent {
  return JSON.parse(line) as TestEvent
}
