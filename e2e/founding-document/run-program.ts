import { spawn } from 'node:child_process'
import { once } from 'node:events'

const KILL_AFTER_MS = 20_000

/** How a program ended, and what it wrote, stdout and stderr together. */
export interface ProgramEnd {
  readonly exitCode: number | null
  readonly output: string
}

/** Where a program runs. Nothing of this process's environment reaches it but what is given. */
export interface ProgramPlace {
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
}

/** A program at work; it is interrupted, and its end awaited, when it is disposed of. */
export interface RunningProgram extends AsyncDisposable {
  readonly ended: Promise<ProgramEnd>
  /** What it wrote so far. */
  output(): string
}

/** Starts a program. */
export function startProgram(command: readonly [string, ...string[]], place: ProgramPlace): RunningProgram {
  const [program, ...arguments_] = command
  const child = spawn(program, arguments_, {
    cwd: place.folder,
    env: place.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const append = (chunk: string): void => {
    output += chunk
  }
  child.stdout.setEncoding('utf8').on('data', append)
  child.stderr.setEncoding('utf8').on('data', append)
  const ended = once(child, 'close').then(([exitCode]: (number | null)[]) => ({ exitCode: exitCode ?? null, output }))
  return {
    ended,
    output: () => output,
    async [Symbol.asyncDispose]() {
      child.kill('SIGINT')
      const kill = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS)
      await ended
      clearTimeout(kill)
    },
  }
}

/** Runs a program to its end. */
export function runProgram(command: readonly [string, ...string[]], place: ProgramPlace): Promise<ProgramEnd> {
  return startProgram(command, place).ended
}

/** What a program wrote that must have succeeded; throws with it otherwise. */
export function requireSuccess({ exitCode, output }: ProgramEnd): string {
  if (exitCode !== 0) throw new Error(`The program ended with exit code ${exitCode}:\n${output}`)
  return output
}
