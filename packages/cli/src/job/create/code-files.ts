import { lstat, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InvalidInputError } from '@slipway/core'
import type { Terminal } from '../../terminal.ts'
import { runGit } from './run-git.ts'

/** Never part of the code, whatever `.gitignore` says: what tools make again, what is ours, and secrets. */
const LEFT_OUT =
  /(^|\/)(\.git|wandb|\.wandb|\.slipway|\.slipway-agent|node_modules|__pycache__|\.venv|\.env)(\/|$)|\.py[co]$/

/** The files of a folder of code. */
export interface CodeFiles {
  /** Paths with `/` between the parts, sorted. */
  readonly paths: readonly string[]
  /** What was left out although `.gitignore` does not say so, and why, one sentence each. */
  readonly notes: readonly string[]
}

/**
 * Lists the code in a folder as git sees it: what `.gitignore` files name is left out, in a repository and outside of one.
 * Throws InvalidInputError when there is no such folder, or nothing in it.
 */
export async function listCodeFiles(folder: string, environment: Terminal['environment']): Promise<CodeFiles> {
  const kind = await stat(folder).catch(() => null)
  if (kind?.isDirectory() !== true) {
    const reason = kind === null ? 'there is no such folder' : 'it is a file. Give the folder that it is in'
    throw new InvalidInputError(`Cannot create a job from "${folder}": ${reason}.`)
  }
  const listed = (await listByGit(folder, environment)).filter((path) => path !== '' && !LEFT_OUT.test(path))
  const paths: string[] = []
  const notes: string[] = []
  for (const path of new Set(listed.toSorted())) {
    const file = await lstat(join(folder, path)).catch(() => null)
    if (file?.isFile() === true) paths.push(path)
    else if (file?.isSymbolicLink() === true) notes.push(`"${path}" is left out: links are not followed.`)
    else if (file !== null) notes.push(`"${path}" is left out: it is a repository of its own.`)
  }
  if (paths.length === 0) {
    throw new InvalidInputError(
      `Cannot create a job from "${folder}": it has no files${listed.length > 0 ? ' that can be taken' : ', or .gitignore names all of them'}.`,
    )
  }
  return { paths, notes }
}

async function listByGit(folder: string, environment: Terminal['environment']): Promise<readonly string[]> {
  const place = { folder, environment }
  const inside = await runGit(['rev-parse', '--is-inside-work-tree'], place)
  if (inside.isOk && inside.stdout.trim() === 'true') {
    const command = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', '.']
    return read(await runGit(command, place), folder)
  }
  // Only git reads `.gitignore` as git does, and it wants a repository: an empty one elsewhere will do.
  const repository = await mkdtemp(join(tmpdir(), 'slipway-code-'))
  try {
    await runGit(['init', '--quiet', repository], { folder: tmpdir(), environment })
    const where = [`--git-dir=${repository}/.git`, `--work-tree=${folder}`]
    return read(await runGit([...where, 'ls-files', '-z', '--others', '--exclude-standard'], place), folder)
  } finally {
    await rm(repository, { recursive: true, force: true })
  }
}

function read(end: { readonly isOk: boolean; readonly stdout: string; readonly reason: string }, folder: string) {
  if (end.isOk) return end.stdout.split('\0')
  throw new InvalidInputError(`Cannot list the code in "${folder}": git says "${end.reason}".`)
}
