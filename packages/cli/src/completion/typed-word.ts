/** A word as it stands on a command line, with its quotes, read as the shell would. */
export interface TypedWord {
  readonly text: string
  /** The quote that is not closed yet; null for none. */
  readonly openQuote: '"' | "'" | null
}

/** Takes quotes and backslashes out of a word. One that is cut off in the middle is read as far as it goes. */
export function readTypedWord(word: string): TypedWord {
  let text = ''
  let quote: '"' | "'" | null = null
  for (let index = 0; index < word.length; index += 1) {
    const character = word.charAt(index)
    if (character === quote) quote = null
    else if (quote === null && (character === '"' || character === "'")) quote = character
    else if (character === '\\' && quote !== "'") {
      const next = word.charAt(index + 1)
      const isEscape = quote === null || next === '"' || next === '\\' || next === '$' || next === '`'
      if (isEscape) index += 1
      text += isEscape ? next : character
    } else text += character
  }
  return { text, openQuote: quote }
}
