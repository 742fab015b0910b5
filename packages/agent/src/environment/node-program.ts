import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)
/** The oldest Node that runs TypeScript as it is, and what `@slipway/sdk` needs. */
const OLDEST_MAJOR = 24
const TIMEOUT_MS = 10_000

/** Chooses the Node that runs a program. */
export interface NodePrograms {
  /** This Node when it is new enough, else the agent's own. */
  choose(found: string): Promise<{ readonly file: string; readonly version: string | null }>
}

/** Makes NodePrograms. Each Node is asked for its version once; `own` is the Node that runs the agent. */
export function createNodePrograms(own: string): NodePrograms {
  const versions = new Map<string, Promise<string | null>>()
  return {
    async choose(found) {
      const known = versions.get(found) ?? readVersion(found)
      versions.set(found, known)
      const version = await known
      return { file: version !== null && Number.parseInt(version, 10) >= OLDEST_MAJOR ? found : own, version }
    },
  }
}

async function readVersion(file: string): Promise<string | null> {
  try {
    const { stdout } = await execute(file, ['--version'], { timeout: TIMEOUT_MS })
    return /^v(\d+\.\d+\.\d+)/.exec(stdout.trim())?.[1] ?? null
  } catch {
    return null
  }
}
