import type { RawBuilder } from 'kysely'
import { matchesPattern, matchesPieces, type DatabaseDialect } from './dialect.ts'
import { translatePattern, type RefusePattern } from './text-pattern.ts'

/**
 * A condition that a text matches a regular expression somewhere. Literal text with `.*`, `^` and `$` needs no engine of
 * regular expressions; the syntax of others is told at `translatePattern`. Throws what `refuse` makes of a reason.
 */
export function matchesExpression(
  dialect: DatabaseDialect,
  text: RawBuilder<string | null>,
  asked: { readonly expression: string; readonly ignoresCase: boolean; readonly refuse: RefusePattern },
): RawBuilder<boolean> {
  const form = asked.ignoresCase ? null : readPieces(asked.expression)
  if (form !== null) return matchesPieces(dialect, text, form)
  return matchesPattern(dialect, text, translatePattern(asked.expression, { dialect, ...asked }))
}

/** SQLite takes 50,000 bytes with their escapes. */
const MAX_LITERAL = 10_000

function readPieces(expression: string): Parameters<typeof matchesPieces>[2] | null {
  if (expression.length > MAX_LITERAL) return null
  const isOpenAtStart = !expression.startsWith('^')
  const isOpenAtEnd = !/(?<!\\)\$$/u.test(expression)
  const pieces = expression.slice(isOpenAtStart ? 0 : 1, isOpenAtEnd ? undefined : -1).split('.*')
  const areLiteral = pieces.every((piece) => /^(?:[^\\.*+?()[\]{}|^$]|\\[^\w\s])*$/u.test(piece))
  if (!areLiteral) return null
  return { pieces: pieces.map((piece) => piece.replaceAll(/\\(.)/gu, '$1')), isOpenAtStart, isOpenAtEnd }
}
