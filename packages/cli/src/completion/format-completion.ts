import type { Completion } from './candidate.ts'
import type { TypedWord } from './typed-word.ts'

/** The shells for which there is a script. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const

/** A shell for which there is a script. */
export type Shell = (typeof SHELLS)[number]

/** More than anybody reads; a shell takes long to lay out thousands. */
const MAX_CANDIDATES = 500

/**
 * Writes a completion as the script of a shell reads it: a line that says what follows, then a line for each candidate.
 *
 * - bash: the text to insert, quoted where it must be, with a space at its end when the word is complete.
 * - zsh: `open` or `done`, the word and its description, with tabs between them; zsh quotes by itself.
 * - fish: the word and its description, with a tab between them; fish quotes, and adds no space behind `=`, `:`, `.` and `/`.
 */
export function formatCompletion(shell: Shell, completion: Completion, typed: TypedWord): string {
  if (completion.kind !== 'words') return `${completion.kind}\n`
  const lines = completion.candidates.slice(0, MAX_CANDIDATES).map(({ value, description, isOpen }) => {
    const shown = oneLine(description ?? '')
    if (shell === 'bash') return bashText(value, isOpen === true, typed)
    if (shell === 'zsh') return [isOpen === true ? 'open' : 'done', oneLine(value), shown].join('\t')
    return shown === '' ? oneLine(value) : `${oneLine(value)}\t${shown}`
  })
  return ['words', ...lines].map((line) => `${line}\n`).join('')
}

// Inside a quote that is open the text is taken as it is, and the shell closes the quote.
function bashText(value: string, isOpen: boolean, { openQuote }: TypedWord): string {
  if (openQuote !== null) return oneLine(value)
  const quoted = oneLine(value).replaceAll(/[^\w@%+=:,./~-]|^~/gu, String.raw`\$&`)
  return isOpen ? quoted : `${quoted} `
}

function oneLine(text: string): string {
  return text.replaceAll(/[\t\n\r]+/gu, ' ')
}
