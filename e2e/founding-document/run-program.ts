import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { kill } from 'node:process'

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
    // A process group of its own, so that nothing that it started outlives it and keeps its output open.
    detached: true,
  })
  let output = ''
  const append = (chunk: string): void => {
    output += chunk
  }
  child.stdout.setEncoding('utf8').on('data', append)
  child.stderr.setEncoding('utf8').on('data', append)
  const exited = once(child, 'exit')
  const ended = once(child, 'close').then(([exitCode]: (number | null)[]) => ({ exitCode: exitCode ?? null, output }))
  // Who awaits the end hears of a program that could not be started.
  exited.catch(() => undefined)
  return {
    ended,
    output: () => output,
    async [Symbol.asyncDispose]() {
      child.kill('SIGINT')
      const timer = setTimeout(() => killGroup(child), KILL_AFTER_MS)
      await exited
      clearTimeout(timer)
      killGroup(child)
      await ended
    },
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    kill(-pid, 'SIGKILL')
  } catch {
    // Nothing is left of it.
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
