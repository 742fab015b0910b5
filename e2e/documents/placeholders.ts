/** What differs from one run of an example to the next. */
export interface Placeholder {
  /** What it looks like in a page. */
  readonly shown: string
  /** What it looks like in real output. */
  readonly real: string
  /** The same text in a page stands for the same text in the output, and in the commands that follow. */
  readonly isBound: boolean
}

const UNITS = 'milliseconds?|seconds?|minutes?|hours?|days?|ms|min|s|h'
const DURATION = String.raw`\b\d+(?:\.\d+)?\s(?:${UNITS})\b(?:\sago)?`
const RUN_NAME = String.raw`\b[a-z]+-[a-z]+-\d+\b`

const same = (pattern: string, isBound: boolean): Placeholder => ({ shown: pattern, real: pattern, isBound })

/** All of them; where two begin at the same place the first counts. */
export const PLACEHOLDERS: readonly Placeholder[] = [
  same(String.raw`\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?`, false),
  same(String.raw`\b\d\d:\d\d:\d\d\b`, false),
  same(String.raw`\b127\.0\.0\.1:\d+\b`, true),
  { shown: String.raw`\blocal-(?:[0-9a-f]{40,}|\.\.\.)`, real: String.raw`\blocal-[0-9a-f]{40,}\b`, isBound: true },
  same(String.raw`\b[0-9a-f]{32,}\b`, true),
  same(DURATION, false),
  same(RUN_NAME, true),
  // In a page a run's id has a digit, so that it is no word of eight letters; a real one may be without.
  { shown: String.raw`\b(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{8}\b`, real: String.raw`\b[a-z0-9]{8}\b`, isBound: true },
]

/** What a page's placeholders stand for in one run of it. */
export type Bindings = ReadonlyMap<string, string>

const SHOWN_AND_BOUND = new RegExp(
  PLACEHOLDERS.filter((one) => one.isBound)
    .map((one) => one.shown)
    .join('|'),
  'g',
)

/** Puts what a command's placeholders stand for in their place. */
export function fillPlaceholders(command: string, bindings: Bindings): string {
  return command.replaceAll(SHOWN_AND_BOUND, (shown) => bindings.get(shown) ?? shown)
}
