import { realpathSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import type { Host } from '../host.ts'
import { findGitRoot } from './git-state.ts'

/** The program that runs, as a job starts it again. */
export interface Program {
  /** Its path inside the code folder, with `/`. */
  readonly path: string
  /** `node`, the options that matter, the path and its arguments. */
  readonly command: readonly string[]
}

/** Options of Node that concern this one run only. */
const PERSONAL = /^--(inspect|watch|prof|cpu-prof|heap-prof|debug)/u

/** Finds the program in the code folder; null when it is not a file in there, as with `node -e`. */
export function findProgram(host: Host, codeRoot: string): Program | null {
  const file = host.argv[1]
  if (file === undefined || !(statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)) return null
  const path = relative(realpathSync(codeRoot), realpathSync(file)).split(sep).join('/')
  if (path === '' || path.startsWith('../') || path.startsWith('/')) return null
  const options = host.execArgv.filter((option) => !PERSONAL.test(option))
  return { path, command: ['node', ...options, path, ...host.argv.slice(2)] }
}

/**
 * The folder whose files are the code: `WANDB_CODE_DIR`, else the working folder; the repository's for a job that names a
 * commit instead of files.
 */
export function findCodeRoot(host: Host): string {
  const repository = isFromRepository(host) ? findGitRoot(host.workingFolder) : null
  if (repository !== null) return repository
  const chosen = host.environment['WANDB_CODE_DIR']
  return resolve(host.workingFolder, chosen === undefined || chosen === '' ? '.' : chosen)
}

/** Tells whether the job is to name a commit of a repository, which `WANDB_JOB_SOURCE=repo` asks for. */
export function isFromRepository({ environment }: Host): boolean {
  return environment['WANDB_JOB_SOURCE'] === 'repo'
}
