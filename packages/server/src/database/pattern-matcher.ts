import { InvalidInputError } from '@slipway/core'
import { RE2JS } from 're2js'

const MAX_COMPILED = 50
/** What the names of 100,000 runs take is a fortieth of it; the server answers nothing else meanwhile. */
const MAX_MS = 2000

/** Matches texts with expressions of `translatePattern` and keeps those compiled. */
export interface PatternMatcher {
  /** Starts the time that one statement may take for all of its matches. */
  begin(): void
  /**
   * Tells whether a text matches; null for null, as SQL has it. It never goes back in a text, so its time grows with the
   * text's length only. Throws InvalidInputError when the statement's time is over.
   */
  match(text: unknown, pattern: unknown): 0 | 1 | null
}

/** A matcher for the statements of one connection, which run one after the other; each may match for two seconds. */
export function createPatternMatcher(maxMs = MAX_MS): PatternMatcher {
  const compiled = new Map<string, RE2JS>()
  // A statement asks for one expression over and over, which is faster compared than looked up.
  let last: { readonly pattern: string; readonly expression: RE2JS } | undefined
  let spentMs = 0

  function find(pattern: string): RE2JS {
    if (last?.pattern === pattern) return last.expression
    const expression = compiled.get(pattern) ?? RE2JS.compile(pattern, RE2JS.DOTALL)
    compiled.delete(pattern)
    compiled.set(pattern, expression)
    const [oldest] = compiled.keys()
    if (compiled.size > MAX_COMPILED && oldest !== undefined) compiled.delete(oldest)
    last = { pattern, expression }
    return expression
  }

  return {
    begin() {
      spentMs = 0
    },
    match(text, pattern) {
      if (typeof text !== 'string' || typeof pattern !== 'string') return null
      if (spentMs > maxMs) throw tookTooLong(maxMs)
      const start = performance.now()
      const isMatch = find(pattern).test(text)
      spentMs += performance.now() - start
      return isMatch ? 1 : 0
    },
  }
}

function tookTooLong(maxMs: number): InvalidInputError {
  return new InvalidInputError(
    `Cannot filter by the regular expressions: they took more than ${maxMs / 1000} seconds. Write simpler ones, with smaller repeats, or leave fewer texts to them by other conditions.`,
  )
}
