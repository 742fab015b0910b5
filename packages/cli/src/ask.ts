import type * as Prompts from '@clack/prompts'
import { InvalidInputError } from '@slipway/core'
import type { InputStream, OutputStream, Terminal } from './terminal.ts'

/** Tells whether a person is there to answer: both ends are a terminal, and the output is not for a program. */
export function canAsk({ stdin, stderr }: Terminal, isJson: boolean): boolean {
  return stdin.isTTY === true && stderr.isTTY === true && !isJson
}

/** Asks one question on stderr, so that stdout holds results alone. Throws InvalidInputError when there is no answer. */
export async function ask<Answer>(
  { stdin, stderr }: Terminal,
  whatIsMissing: string,
  question: (
    prompts: typeof Prompts,
    streams: { readonly input: InputStream; readonly output: OutputStream },
  ) => Promise<Answer>,
): Promise<Exclude<Answer, symbol>> {
  const prompts = await import('@clack/prompts')
  const answer = await question(prompts, { input: stdin, output: stderr })
  if (typeof answer === 'symbol') throw new InvalidInputError(`Cannot go on: ${whatIsMissing}.`)
  return answer as Exclude<Answer, symbol>
}
