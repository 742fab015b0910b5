import { InvalidInputError } from '@slipway/core'
import type { Terminal } from './terminal.ts'

/** The option of commands that destroy something. */
export interface ConfirmOptions {
  readonly yes?: boolean
}

/**
 * Asks before something is destroyed that cannot be brought back. `question` says what is lost: `Delete run queue "gpu",
 * and cancel 3 waiting items?`. Without a terminal nobody can answer, and `--yes` is needed. Throws InvalidInputError
 * when the answer is no.
 */
export async function confirm(terminal: Terminal, question: string, options: ConfirmOptions): Promise<void> {
  if (options.yes === true) return
  if (terminal.stdin.isTTY !== true || terminal.stderr.isTTY !== true) {
    throw new InvalidInputError(`Cannot go on without an answer to: ${question} Add --yes to say yes.`)
  }
  const prompts = await import('@clack/prompts')
  const answer = await prompts.confirm({
    message: question,
    initialValue: false,
    input: terminal.stdin,
    output: terminal.stderr,
  })
  if (answer !== true) throw new InvalidInputError('Nothing was changed, as you answered no.')
}
