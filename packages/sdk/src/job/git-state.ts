import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const TIMEOUT_MS = 5000

/** The repository that a program is in. */
export interface GitState {
  readonly remote: string | null
  readonly commit: string | null
}

/** Reads remote and commit of the repository that a folder is in; null outside one or without git. */
export async function readGitState(folder: string): Promise<GitState | null> {
  if (findGitRoot(folder) === null) return null
  const git = async (...args: readonly string[]): Promise<string | null> => {
    try {
      const { stdout } = await execute('git', args, { cwd: folder, timeout: TIMEOUT_MS })
      return stdout.trim() === '' ? null : stdout.trim()
    } catch {
      return null
    }
  }
  const [remote, commit] = await Promise.all([git('remote', 'get-url', 'origin'), git('rev-parse', 'HEAD')])
  return remote === null && commit === null
    ? null
    : { remote: remote === null ? null : withoutPassword(remote), commit }
}

/** What has changed since the commit, as a patch; null when nothing has. Files that git does not know are not in it. */
export async function readGitPatch(folder: string): Promise<string | null> {
  const args = ['diff', '--binary', '--no-color', '--no-ext-diff', 'HEAD']
  try {
    const { stdout } = await execute('git', args, { cwd: folder, timeout: TIMEOUT_MS, maxBuffer: 2 ** 26 })
    return stdout === '' ? null : stdout
  } catch {
    return null
  }
}

/** The folder of the repository that a folder is in; null outside one. */
export function findGitRoot(folder: string): string | null {
  for (let place = resolve(folder); ; place = dirname(place)) {
    if (existsSync(join(place, '.git'))) return place
    if (place === dirname(place)) return null
  }
}

function withoutPassword(remote: string): string {
  return remote.replace(/^(\w+:\/\/)[^/@]*@/u, '$1')
}
