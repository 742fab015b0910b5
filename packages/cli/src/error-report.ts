import { styleText } from 'node:util'
import { KnownError, type Problem } from '@slipway/core'
import { exitCodeByError, FAILED_EXIT_CODE } from './exit-code.ts'
import type { Terminal } from './terminal.ts'

/** Says why a command failed: for a person on stderr, and with `isJson` as one document on stdout. Returns the exit code. */
export function reportError(terminal: Terminal, error: unknown, isJson: boolean): number {
  const known = error instanceof KnownError ? error : null
  const message = error instanceof Error ? error.message : String(error)
  const problems = known?.details.problems ?? []
  const title = styleText('red', 'Error:', { stream: terminal.stderr })
  terminal.stderr.write(`${title} ${withoutProblems(message, problems)}\n`)
  for (const problem of problems) terminal.stderr.write(`  ${formatProblem(problem)}\n`)
  if (known === null && error instanceof Error && terminal.environment['SLIPWAY_DEBUG'] === '1') {
    terminal.stderr.write(`${error.stack ?? ''}\n`)
  }
  if (isJson) {
    const document = { error: { code: known?.code ?? 'unexpected', message, problems } }
    terminal.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
  }
  return known === null ? FAILED_EXIT_CODE : exitCodeByError[known.code]
}

/** One line for one problem, with its path in front unless the message is a whole error, which names its place itself. */
export function formatProblem({ path, message }: Problem): string {
  const isNamed = path === '' || message.includes(`"${path}"`) || message.startsWith('Cannot ')
  return isNamed ? message : `${path}: ${message}`
}

// The server repeats the problems in its message for clients that show nothing else; here each has a line of its own.
function withoutProblems(message: string, problems: readonly Problem[]): string {
  let text = message
  for (const problem of problems) text = text.replace(problem.message, '')
  const lines = text.split('\n').map((line) => line.trimEnd())
  return lines.filter((line) => line !== '' && line !== '-').join('\n') || 'Refused:'
}
