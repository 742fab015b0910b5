import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InvalidInputError } from '@slipway/core'
import type { Terminal } from '../../terminal.ts'
import { runGit, withoutPassword } from './run-git.ts'

/** A commit of a repository, with what was asked to be read from it. */
export interface FetchedCommit {
  readonly hash: string
  /** The text of a file at this commit; null when there is none. */
  readText(path: string): Promise<string | null>
  [Symbol.asyncDispose](): Promise<void>
}

// What git takes for an option, a program or a local path is no remote: agents refuse those as well.
const REMOTE = /^(https:\/\/|ssh:\/\/|[\w.-]+@[\w.-]+:)[^\s-]\S*$/i
const REVISION = /^\w[\w./+-]*$/

/** Finds the commit that a reference names now, and fetches it alone. Throws InvalidInputError when there is none. */
export async function fetchCommit(
  uri: string,
  ref: string | null,
  environment: Terminal['environment'],
): Promise<FetchedCommit> {
  const shown = withoutPassword(uri)
  if (!REMOTE.test(uri)) {
    throw new InvalidInputError(
      `Cannot create a job from "${shown}": an agent can fetch from https:// and ssh:// addresses and from git@HOST:PATH only. For a local folder use: slipway job create code`,
    )
  }
  if (ref !== null && (!REVISION.test(ref) || ref.includes('..'))) {
    throw new InvalidInputError(`Cannot find "${ref}" in ${shown}: it is no branch, tag or commit.`)
  }
  const folder = await mkdtemp(join(tmpdir(), 'slipway-git-'))
  const git = (...arguments_: readonly string[]) => runGit(arguments_, { folder, environment })
  try {
    await git('init', '--quiet')
    let fetched = await git('fetch', '--quiet', '--depth=1', '--', uri, ref ?? 'HEAD')
    if (!fetched.isOk && ref !== null && /^[0-9a-f]{7,40}$/.test(ref)) {
      // Not every server gives out a single commit; then the whole history has to come.
      const whole = await git('fetch', '--quiet', '--tags', '--', uri, '+refs/heads/*:refs/remotes/origin/*')
      fetched = whole.isOk ? await git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`) : whole
      if (fetched.isOk) await git('update-ref', 'FETCH_HEAD', fetched.stdout.trim())
    }
    const head = fetched.isOk ? await git('rev-parse', 'FETCH_HEAD^{commit}') : fetched
    if (!head.isOk) {
      throw new InvalidInputError(
        `Cannot find ${ref === null ? 'the default branch' : `"${ref}"`} in ${shown}: git says "${head.reason || 'there is no such commit'}". Check the address, the reference and your access.`,
      )
    }
    return {
      hash: head.stdout.trim(),
      async readText(path) {
        const shownFile = await git('show', `FETCH_HEAD:${path}`)
        return shownFile.isOk ? shownFile.stdout : null
      },
      [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
