import { execFile } from 'node:child_process'
import type { Terminal } from '../terminal.ts'

const TIMEOUT_MS = 20_000

/** What a program printed; null when there is no such program, it failed or took too long. */
export function runTool(
  terminal: Pick<Terminal, 'environment' | 'workingFolder'>,
  command: string,
  arguments_: readonly string[],
): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(
      command,
      arguments_,
      { cwd: terminal.workingFolder, env: { ...terminal.environment }, timeout: TIMEOUT_MS },
      (error, stdout) => resolve(error === null ? stdout.trim() : null),
    )
  })
}
