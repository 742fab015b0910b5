import { LEFT_OUT, matchLine } from './match-line.ts'
import type { Bindings } from './placeholders.ts'

/** How shown and real output compare. */
export type OutputMatch =
  | { readonly kind: 'same'; readonly bindings: Bindings }
  /** `line` is the first line of the page, from 0, that nothing real was found for; null where the real output goes on. */
  | { readonly kind: 'different'; readonly line: number | null }

/** Compares the output that a page shows with the real one, line by line; `...` on a line of its own stands for any lines. */
export function matchOutput(shown: readonly string[], real: readonly string[], bindings: Bindings): OutputMatch {
  let furthest = 0

  function match(at: number, from: number, known: Bindings): Bindings | null {
    furthest = Math.max(furthest, at)
    const line = shown[at]
    if (line === undefined) return from === real.length ? known : null
    if (line.trim() === LEFT_OUT) {
      for (let next = from; next <= real.length; next += 1) {
        const found = match(at + 1, next, known)
        if (found !== null) return found
      }
      return null
    }
    const realLine = real[from]
    const after = realLine === undefined ? null : matchLine(line, realLine, known)
    return after === null ? null : match(at + 1, from + 1, after)
  }

  const found = match(0, 0, bindings)
  if (found !== null) return { kind: 'same', bindings: found }
  return { kind: 'different', line: furthest < shown.length ? furthest : null }
}
