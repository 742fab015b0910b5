import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { InvalidInputError } from '@slipway/core'
import type { Terminal } from '../terminal.ts'

const FORWARDED: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']

/**
 * Runs a command with the input and output of this one and resolves with its exit code, 128 and the signal's number when
 * a signal ended it. Throws InvalidInputError when there is no such program.
 */
export async function runProgram(
  terminal: Terminal,
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  isOutputToStderr: boolean,
): Promise<number> {
  const [program = '', ...arguments_] = command
  let child: ChildProcess | null = null
  // In place before the program is: a signal in between would end this process and leave the program behind.
  const forwards = FORWARDED.map((signal) => {
    const forward = (): void => {
      // Ctrl-C on a terminal reaches the program by itself; this process only has to outlive it.
      if (signal === 'SIGINT' && terminal.stdin.isTTY === true) return
      child?.kill(signal)
    }
    process.on(signal, forward)
    return { signal, forward }
  })
  try {
    const started = spawn(program, arguments_, {
      cwd: terminal.workingFolder,
      env: environment,
      stdio: ['inherit', isOutputToStderr ? 2 : 'inherit', 'inherit'],
    })
    child = started
    return await new Promise<number>((resolve, reject) => {
      started.once('error', (cause) => {
        reject(
          new InvalidInputError(
            `Cannot run "${program}": ${'code' in cause && cause.code === 'ENOENT' ? 'there is no such program' : cause.message}. Write the command after "--", such as: slipway run -- python train.py`,
            { cause },
          ),
        )
      })
      started.once('exit', (code, signal) => {
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
      })
    })
  } finally {
    for (const { signal, forward } of forwards) process.off(signal, forward)
  }
}
