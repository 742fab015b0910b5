import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { InvalidInputError } from '@slipway/core'
import type { Terminal } from '../terminal.ts'

/** Where the value of a secret comes from; one of them at most. */
export interface SecretSource {
  readonly fromStdin?: boolean
  readonly fromFile?: string
  readonly fromEnv?: string
}

/**
 * Reads the value of a secret from where the options say; else asks for it without showing it, and where there is no
 * terminal takes all of stdin. One line end at the end is left out, since editors and `echo` add it. Throws InvalidInputError.
 */
export async function readSecretValue(terminal: Terminal, question: string, source: SecretSource): Promise<string> {
  const given = [source.fromStdin === true, source.fromFile !== undefined, source.fromEnv !== undefined]
  if (given.filter(Boolean).length > 1) {
    throw new InvalidInputError(
      'Cannot set the secret from two places: give one of --from-stdin, --from-file and --from-env.',
    )
  }
  const value = await readRaw(terminal, question, source)
  if (value !== '') return value
  throw new InvalidInputError('Cannot set the secret: its value is empty. Check where it comes from.')
}

async function readRaw(terminal: Terminal, question: string, { fromStdin, fromFile, fromEnv }: SecretSource) {
  if (fromFile !== undefined) return withoutLineEnd(await readValueFile(terminal, fromFile))
  if (fromEnv !== undefined) return readVariable(terminal, fromEnv)
  if (fromStdin === true || terminal.stdin.isTTY !== true) return withoutLineEnd(await text(terminal.stdin))
  const { isCancel, password } = await import('@clack/prompts')
  const answer = await password({ message: question, input: terminal.stdin, output: terminal.stderr })
  if (isCancel(answer)) throw new InvalidInputError('Cannot set the secret: no value was given.')
  return answer
}

async function readValueFile(terminal: Terminal, file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(resolve(terminal.workingFolder, file)))
  } catch (cause) {
    const reason = cause instanceof TypeError ? 'it is not a text in UTF-8' : reasonOf(cause)
    throw new InvalidInputError(
      `Cannot read the value of the secret from "${file}": ${reason}. Name a text file with --from-file.`,
      { cause },
    )
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  return code === 'EACCES' ? 'you may not read it' : String(code)
}

function readVariable(terminal: Terminal, variable: string): string {
  const value = terminal.environment[variable]
  if (value !== undefined) return value
  // Whoever writes $TOKEN for TOKEN has put the value here.
  const shown = /^[A-Z_][A-Z0-9_]{0,40}$/u.test(variable) ? `the variable ${variable}` : 'the variable of that name'
  throw new InvalidInputError(
    `Cannot take the value of the secret from ${shown}: it is not set, or not exported. Write --from-env NAME, without "$".`,
  )
}

function withoutLineEnd(value: string): string {
  return value.replace(/\r?\n$/u, '')
}
