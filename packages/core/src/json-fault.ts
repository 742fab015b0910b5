import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { describePosition } from './text-position.ts'

const FAULTS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'an unknown word or character',
  InvalidNumberFormat: 'a malformed number',
  PropertyNameExpected: 'a key in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a ":" is missing',
  CommaExpected: 'a "," is missing',
  CloseBraceExpected: 'a "}" is missing',
  CloseBracketExpected: 'a "]" is missing',
  EndOfFileExpected: 'text follows the end of the value',
  InvalidCommentToken: 'comments are not allowed in JSON',
  UnexpectedEndOfString: 'a string is not closed',
  InvalidEscapeCharacter: 'an unknown escape in a string',
  InvalidCharacter: 'a control character in a string',
}

/** Says in a few words what makes a text not JSON, with line and column. Independent of the engine's own messages. */
export function findJsonFault(text: string): string {
  if (text.trim() === '') return 'the text is empty'
  const errors: ParseError[] = []
  parseTree(maskBareNumbers(text), errors, { disallowComments: true, allowTrailingComma: false })
  const first = errors[0]
  if (first === undefined) return 'it is not JSON'
  return `${FAULTS[printParseErrorCode(first.error)] ?? 'a mistake'} at ${describePosition(text, first.offset)}`
}

/** Replaces the bare words NaN and Infinity by digits of the same length, so that offsets stay true. */
export function maskBareNumbers(text: string): string {
  if (!/NaN|Infinity/u.test(text)) return text
  return text.replaceAll(/"(?:[^"\\]|\\.)*"?|\bInfinity\b|\bNaN\b/gsu, (token) =>
    token.startsWith('"') ? token : '1'.repeat(token.length),
  )
}
