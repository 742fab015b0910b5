import { GrammarFault } from './grammar-fault.ts'

/** The kinds of tokens in the value of an override. */
export type ValueTokenKind =
  | 'open'
  | 'comma'
  | 'close'
  | 'bracket-open'
  | 'bracket-close'
  | 'brace-open'
  | 'brace-close'
  | 'colon'
  | 'equal'
  | 'float'
  | 'int'
  | 'bool'
  | 'null'
  | 'character'
  | 'name'
  | 'escape'
  | 'space'
  | 'quoted'
  | 'interpolation'
  | 'end'

/** One token with its place. */
export interface ValueToken {
  readonly kind: ValueTokenKind
  readonly text: string
  readonly offset: number
}

const INT = String.raw`(?:0|[1-9](?:_?[0-9])*)`
const DIGITS = String.raw`[0-9](?:_?[0-9])*`
const POINT = String.raw`(?:${INT}?\.${DIGITS}|${INT}\.)`

/**
 * The tokens of Hydra's value mode. The longest match wins and, of two that are equally long, the first one; so `1e3` is a
 * number, `1e3x` a number before a name, and `null` no name. The space around punctuation belongs to it.
 */
const PATTERNS: readonly (readonly [ValueTokenKind, RegExp])[] = [
  ['open', /[ \t]*\([ \t]*/y],
  ['comma', /[ \t]*,[ \t]*/y],
  ['close', /[ \t]*\)/y],
  ['bracket-open', /\[[ \t]*/y],
  ['bracket-close', /[ \t]*\]/y],
  ['brace-open', /\{[ \t]*/y],
  ['brace-close', /[ \t]*\}/y],
  ['colon', /[ \t]*:[ \t]*/y],
  ['equal', /[ \t]*=[ \t]*/y],
  [
    'float',
    new RegExp(String.raw`[+-]?(?:(?:${POINT}|${INT})[eE][+-]?${DIGITS}|${POINT}|[iI][nN][fF]|[nN][aA][nN])`, 'y'),
  ],
  ['int', new RegExp(String.raw`[+-]?${INT}`, 'y')],
  ['bool', /true|false/iy],
  ['null', /null/iy],
  ['character', /[/\-\\+.$%*@?|]/y],
  ['name', /[a-zA-Z_][a-zA-Z0-9_-]*/y],
  ['escape', /(?:\\[\\()[\]{}:=, \t])+/y],
  ['space', /[ \t]+/y],
  // Up to the first quote that has an even number of backslashes before it.
  ['quoted', /"(?:[^"\\]|\\\\|\\"|\\(?=[^"\\]))*"|'(?:[^'\\]|\\\\|\\'|\\(?=[^'\\]))*'/y],
  ['interpolation', /\$\{[^}]+\}/y],
]

/** Cuts the value of an override into tokens; the last one is `end`. Throws GrammarFault at a character that fits nowhere. */
export function readValueTokens(text: string): readonly ValueToken[] {
  const tokens: ValueToken[] = []
  let offset = 0
  while (offset < text.length) {
    const token = longestToken(text, offset)
    tokens.push(token)
    offset += token.text.length
  }
  tokens.push({ kind: 'end', text: '', offset })
  return tokens
}

function longestToken(text: string, offset: number): ValueToken {
  let best: ValueToken | null = null
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = offset
    const match = pattern.exec(text)?.[0]
    if (match !== undefined && match.length > (best?.text.length ?? 0)) best = { kind, text: match, offset }
  }
  if (best !== null) return best
  throw new GrammarFault(describeForeign(text, offset), true)
}

function describeForeign(text: string, offset: number): string {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0)
  const place = `at character ${offset + 1}`
  if (character === '"' || character === "'") return `the quote ${character} ${place} is not closed`
  return `${JSON.stringify(character)} ${place} needs quotes around the whole text, such as '...'`
}
