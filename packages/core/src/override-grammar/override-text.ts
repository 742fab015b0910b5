import { InvalidInputError } from '../errors.ts'
import { type InputAddress, formatInputAddress, parseInputAddress } from '../input-address.ts'
import { GrammarFault } from './grammar-fault.ts'
import type { OverrideValue } from './override-value.ts'
import { parseOverrideValue } from './value-parser.ts'

/** What an override does: `a=1` sets, `+a=1` adds, `++a=1` does either, `~a` deletes. */
export type OverrideKind = 'set' | 'add' | 'force-add' | 'delete'

/** An override cut into its parts; the value is not read yet. */
export interface OverrideText {
  readonly kind: OverrideKind
  readonly address: InputAddress
  /** What stands behind the `=`; null for `~a`. */
  readonly value: string | null
  /** The whole, as it was typed. */
  readonly text: string
}

/** An override by Hydra's grammar. */
export interface ParsedOverride {
  readonly kind: OverrideKind
  readonly address: InputAddress
  readonly value: OverrideValue | null
}

const PREFIXES: readonly (readonly [string, OverrideKind])[] = [
  ['++', 'force-add'],
  ['+', 'add'],
  ['~', 'delete'],
]

/** Why `+a=extend_list(1)` is refused. */
export const EXTENSION_WITH_PREFIX = 'extend_list() changes a list that is there, so it is written without "+" and "~"'

/**
 * Reads one override with its value, such as `+trainer.layers=[64,32]`. Keys may also be in a file, `FILE:PATH`, and hold
 * any characters; those with a meaning are escaped: `\.` `\:` `\=` `\+` `\~` `\@` `\\`. Throws InvalidInputError.
 */
export function parseOverride(text: string): ParsedOverride {
  const written = splitOverride(text)
  if (written.value === null) return { ...written, value: null }
  try {
    const value = parseOverrideValue(written.value)
    if (value.kind === 'extension' && written.kind !== 'set') throw new GrammarFault(EXTENSION_WITH_PREFIX, false)
    return { kind: written.kind, address: written.address, value }
  } catch (error) {
    if (!(error instanceof GrammarFault)) throw error
    throw new InvalidInputError(`Cannot read the override "${text}": ${error.message}.`, { cause: error })
  }
}

/** Cuts an override into its kind, its address and the text of its value. Throws InvalidInputError. */
export function splitOverride(text: string): OverrideText {
  const [prefix, kind] = PREFIXES.find(([start]) => text.startsWith(start)) ?? ['', 'set' as const]
  const rest = text.slice(prefix.length)
  const equals = findUnescaped(rest, '=')
  if (equals === -1 && kind !== 'delete') {
    throw new InvalidInputError(
      `Cannot read "${text}": write INPUT=VALUE, such as trainer.learning_rate=0.1, or ~INPUT to delete.`,
    )
  }
  const key = equals === -1 ? rest : rest.slice(0, equals)
  checkKey(text, key)
  const address = parseInputAddress(unescapeKey(key))
  if (address.file === null && findUnescaped(key, '@') !== -1) {
    throw refuse(
      text,
      'config groups and their packages belong to Hydra programs. Name an input; a "@" in a key is "\\@"',
    )
  }
  if (kind === 'delete' && address.path.length === 0) throw refuse(text, 'a whole file cannot be deleted. Name a key')
  return { kind, address, value: equals === -1 ? null : rest.slice(equals + 1), text }
}

/** Writes an address as the left side of an override, which is read back as the same address. */
export function formatOverrideKey(address: InputAddress): string {
  return formatInputAddress(address)
    .replaceAll(/[=@]/gu, String.raw`\$&`)
    .replace(/^[+~]/u, String.raw`\$&`)
}

function checkKey(text: string, key: string): void {
  if (key === '') throw refuse(text, 'no input is named before the "="')
  if (key.trim() !== key)
    throw refuse(text, 'there is a space beside the name of the input. Write INPUT=VALUE without it')
  if (/^[+~]/u.test(key)) {
    throw refuse(
      text,
      'the prefixes are "+", "++" and "~". A key that begins with one is written with a backslash before it',
    )
  }
}

/** The place of the first such character that has no backslash before it; -1 when there is none. */
function findUnescaped(text: string, character: string): number {
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === character) return index
  }
  return -1
}

// The escapes that input addresses know by themselves stay for them.
function unescapeKey(key: string): string {
  return key.replaceAll(/\\([=+~@])|\\./gsu, (escape, character: string | undefined) => character ?? escape)
}

function refuse(text: string, why: string): InvalidInputError {
  return new InvalidInputError(`Cannot read the override "${text}": ${why}.`)
}
