import type { Diagnostic } from '@codemirror/lint'
import type { Text } from '@codemirror/state'
import type { CodeProblem } from './code-problem.ts'

/** Where problems are in a text, as the editor's library wants it. A place that the text does not have becomes its end. */
export function toDiagnostics(text: Text, problems: readonly CodeProblem[]): readonly Diagnostic[] {
  return problems.map(({ message, line = 1, column, severity = 'error' }) => {
    const { from, to } = text.line(Math.min(Math.max(1, line), text.lines))
    const start = column === undefined ? from : Math.min(from + Math.max(0, column - 1), to)
    return { from: start, to, severity, message }
  })
}
