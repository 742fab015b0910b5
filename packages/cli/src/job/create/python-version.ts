import { execFile } from 'node:child_process'
import { InvalidInputError } from '@slipway/core'
import type { Terminal } from '../../terminal.ts'

/**
 * The Python version of a job, `3.11`: the one that was asked for, the one that the code names in `runtime.txt` or
 * `.python-version`, or the one that runs here. Empty when none is known: an agent then takes what it has.
 */
export async function findPythonVersion(
  terminal: Terminal,
  asked: string | undefined,
  readCodeFile: (path: string) => Promise<string | null>,
): Promise<string> {
  if (asked !== undefined) {
    if (/^3\.\d+$/.test(asked)) return asked
    throw new InvalidInputError(
      `Cannot use Python "${asked}": give a minor version of Python 3 with --runtime, such as 3.11.`,
    )
  }
  for (const file of ['runtime.txt', '.python-version']) {
    const version = minorVersion((await readCodeFile(file))?.trim().split('\n')[0] ?? '')
    if (version !== null) return version
  }
  return minorVersion(await askPython(terminal)) ?? ''
}

function minorVersion(text: string): string | null {
  return /\d+\.\d+/.exec(text)?.[0] ?? null
}

function askPython({ environment }: Terminal): Promise<string> {
  return new Promise((resolve) => {
    execFile('python3', ['--version'], { env: { ...environment }, timeout: 10_000 }, (_error, stdout) =>
      resolve(stdout),
    )
  })
}
