import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Terminal } from '../terminal.ts'

const execute = promisify(execFile)
/** The oldest Node that runs TypeScript as it is, and what `@slipway/sdk` needs. */
const OLDEST_MAJOR = 24

/** Puts the Node of this command line in the place of a `node` that is too old for TypeScript, and says so. */
export async function chooseNode(
  terminal: Terminal,
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const [program, ...args] = command
  if (program !== 'node') return command
  const version = await readVersion(terminal.workingFolder, environment)
  if (version !== null && Number.parseInt(version, 10) >= OLDEST_MAJOR) return command
  terminal.stderr.write(
    `The "node" on the PATH is ${version ?? 'missing'}; the command runs with Node ${process.versions.node} instead.\n`,
  )
  return [process.execPath, ...args]
}

async function readVersion(cwd: string, env: Readonly<Record<string, string>>): Promise<string | null> {
  try {
    const { stdout } = await execute('node', ['--version'], { cwd, env })
    return stdout.trim().replace(/^v/, '')
  } catch {
    return null
  }
}
