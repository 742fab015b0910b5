import { InvalidInputError } from './errors.ts'

/** The keys that lead to a value in a config, outermost first. Lists are values: a path never goes into one. */
export type InputPath = readonly string[]

/**
 * Reads a dotted path. `\.` is a dot inside a key and `\\` a backslash. Any other escape, a trailing backslash and an
 * empty part throw InvalidInputError with the path quoted.
 */
export function parseInputPath(text: string): InputPath {
  return splitEscaped(text, text, '.\\')
}

/** Writes a path as `parseInputPath` reads it. A key that is empty gives text that no parser accepts. */
export function formatInputPath(path: InputPath): string {
  return path.map((key) => key.replaceAll(/[\\.]/gu, String.raw`\$&`)).join('.')
}

/** Splits at unescaped dots; `escapable` lists the characters that may follow a backslash. `whole` is quoted in errors. */
export function splitEscaped(text: string, whole: string, escapable: string): string[] {
  const keys: string[] = []
  let key = ''
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '\\') {
      index++
      key += readEscape(text, index, whole, escapable)
    } else if (character === '.') {
      keys.push(key)
      key = ''
    } else {
      key += character
    }
  }
  keys.push(key)
  if (keys.includes('')) {
    throw new InvalidInputError(
      `Cannot read the input path "${whole}": it has an empty part. Write the keys with one dot between them, such as "trainer.learning_rate".`,
    )
  }
  return keys
}

function readEscape(text: string, index: number, whole: string, escapable: string): string {
  const character = text.charAt(index)
  if (character !== '' && escapable.includes(character)) return character
  const found = character === '' ? 'it ends with a backslash' : `"\\${character}" is not an escape`
  const allowed = escapable
    .split('')
    .map((item) => `\\${item}`)
    .join(' ')
  throw new InvalidInputError(`Cannot read the input path "${whole}": ${found}. Use one of ${allowed}`)
}
