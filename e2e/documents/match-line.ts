import { type Bindings, PLACEHOLDERS } from './placeholders.ts'

/** The mark of what a page leaves out: alone on a line any lines, else a part of the line. */
export const LEFT_OUT = '...'

/**
 * Compares a line of a page with a line of real output. Placeholders stand for each other, and the width of the gaps
 * between words is free, since it depends on them. Answers with what the placeholders now stand for, or null.
 */
export function matchLine(shown: string, real: string, bindings: Bindings): Bindings | null {
  const { pattern, placeholders } = compile(shown)
  const match = pattern.exec(real.trimEnd())
  if (match === null) return null
  const after = new Map(bindings)
  for (const [index, { text, isBound }] of placeholders.entries()) {
    if (!isBound) continue
    const value = match[index + 1] ?? ''
    if ((after.get(text) ?? value) !== value) return null
    after.set(text, value)
  }
  return after
}

const INDENT = String.raw`^\s+`
const TOKEN = new RegExp(
  [INDENT, ...PLACEHOLDERS.map((one) => one.shown), escapeText(LEFT_OUT), String.raw`\s+`]
    .map((one) => `(${one})`)
    .join('|'),
  'g',
)

interface Compiled {
  readonly pattern: RegExp
  readonly placeholders: readonly { readonly text: string; readonly isBound: boolean }[]
}

function compile(shown: string): Compiled {
  const placeholders: { text: string; isBound: boolean }[] = []
  let pattern = ''
  let end = 0
  for (const match of shown.trimEnd().matchAll(TOKEN)) {
    const [text, indent, ...kinds] = match
    pattern += escapeText(shown.slice(end, match.index))
    end = match.index + text.length
    const placeholder = PLACEHOLDERS.find((_, index) => kinds[index] !== undefined)
    if (indent !== undefined) pattern += indent
    else if (placeholder !== undefined) {
      placeholders.push({ text, isBound: placeholder.isBound })
      pattern += `(${placeholder.real})`
    } else pattern += text === LEFT_OUT ? '.*' : String.raw`\s+`
  }
  return { pattern: new RegExp(`^${pattern}${escapeText(shown.trimEnd().slice(end))}$`), placeholders }
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}
