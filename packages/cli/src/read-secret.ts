import { text } from 'node:stream/consumers'
import { InvalidInputError } from '@slipway/core'
import type { Terminal } from './terminal.ts'

/**
 * Reads a secret from stdin: asks for it without showing it on a terminal, and otherwise takes all that comes. With
 * `isFromStdin` it never asks, so that a script that forgot its pipe does not hang at a question.
 */
export async function readSecret(terminal: Terminal, question: string, isFromStdin = false): Promise<string> {
  if (terminal.stdin.isTTY !== true) return (await text(terminal.stdin)).trim()
  if (isFromStdin) {
    throw new InvalidInputError(
      'Cannot read the key from stdin: it is a terminal. Pipe the key in, or leave --key-stdin out.',
    )
  }
  const { isCancel, password } = await import('@clack/prompts')
  const answer = await password({ message: question, input: terminal.stdin, output: terminal.stderr })
  if (isCancel(answer)) throw new InvalidInputError('Cannot go on: no key was given.')
  return answer.trim()
}
