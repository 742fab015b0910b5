import { InvalidInputError } from './errors.ts'
import { type InputPath, formatInputPath, splitEscaped } from './input-path.ts'

/** Names one input of a job: a path in the run config (`file` is null) or in a config file. */
export interface InputAddress {
  readonly file: string | null
  readonly path: InputPath
}

/**
 * Reads `trainer.learning_rate` or `config.yaml:trainer.learning_rate`. The first colon without a backslash ends the
 * file name; a colon that belongs to the file name or to a key is written `\:`. `config.yaml:` is the whole file.
 * Throws InvalidInputError.
 */
export function parseInputAddress(text: string): InputAddress {
  const colon = findSeparator(text)
  if (colon === -1) return { file: null, path: splitEscaped(text, text, '.\\:') }
  const file = text.slice(0, colon).replaceAll(/\\([\\:])/gu, '$1')
  if (file === '') {
    throw new InvalidInputError(
      `Cannot read the input address "${text}": the file name before ":" is empty. Write a colon inside a key as "\\:".`,
    )
  }
  const rest = text.slice(colon + 1)
  return { file, path: rest === '' ? [] : splitEscaped(rest, text, '.\\:') }
}

/** Writes an address as `parseInputAddress` reads it. */
export function formatInputAddress(address: InputAddress): string {
  const path = formatInputPath(address.path).replaceAll(':', String.raw`\:`)
  if (address.file === null) return path
  return `${address.file.replaceAll(/[\\:]/gu, String.raw`\$&`)}:${path}`
}

function findSeparator(text: string): number {
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '\\') index++
    else if (character === ':') return index
  }
  return -1
}
