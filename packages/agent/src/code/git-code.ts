import { rm } from 'node:fs/promises'
import { isRepositoryAddress } from '@slipway/core'
import { ItemFailedError } from '../item/item-outcome.ts'
import { runTool } from '../run-tool.ts'
import { exists } from './folder-cache.ts'

/** A commit of a git repository, and the uncommitted changes that the job was captured with. */
export interface GitCode {
  readonly remote: string
  /** A commit, tag or branch; null is the repository's default branch. */
  readonly commit: string | null
  /** A patch to apply after the checkout; a file that need not exist. */
  readonly patchFile: string
}

/** Where git runs and where its output goes. */
export interface GitContext {
  readonly variables: Readonly<Record<string, string>>
  readonly outputFile: string
  /** Values that must not be seen in what git prints. */
  readonly secrets: readonly string[]
  readonly signal: AbortSignal
}

// From a job, so from whoever may make jobs: nothing that git takes for an option.
const REVISION = /^[\w][\w./+-]*$/

/** Refuses a repository address that is not https or ssh, or a revision that git could take for something else. */
export function checkGitCode({ remote, commit }: Pick<GitCode, 'remote' | 'commit'>): void {
  if (!isRepositoryAddress(remote)) {
    throw new ItemFailedError(
      'environment',
      `Cannot fetch the code from "${withoutPassword(remote)}": only https and ssh addresses are allowed. Capture the job from such a remote.`,
    )
  }
  if (commit !== null && (!REVISION.test(commit) || commit.includes('..'))) {
    throw new ItemFailedError('environment', `Cannot check out "${commit}": it is no commit, tag or branch name.`)
  }
}

/** Checks a commit out into an empty folder and applies the captured changes; the folder keeps no history. */
export async function checkOutGitCode(code: GitCode, folder: string, context: GitContext): Promise<void> {
  checkGitCode(code)
  const variables = { ...context.variables, GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: 'https:ssh' }
  const git = (purpose: string, ...args: readonly string[]): Promise<void> =>
    runTool({ ...context, variables, folder, stage: 'environment', purpose, command: ['git', ...args] })
  const from = `the code from "${withoutPassword(code.remote)}"`
  await git(`fetch ${from}`, 'init', '--quiet')
  try {
    await git(`fetch ${from}`, 'fetch', '--quiet', '--depth=1', '--', code.remote, code.commit ?? 'HEAD')
    await git(`check out ${from}`, 'checkout', '--quiet', '--detach', 'FETCH_HEAD')
  } catch (error) {
    if (context.signal.aborted || code.commit === null) throw error
    // Not every server gives out a single commit; then the whole history has to come.
    await git(`fetch ${from}`, 'fetch', '--quiet', '--tags', '--', code.remote, '+refs/heads/*:refs/remotes/origin/*')
    await git(`check out commit ${code.commit} of ${from}`, 'checkout', '--quiet', '--detach', code.commit)
  }
  if (await exists(code.patchFile)) {
    await git('apply the uncommitted changes of the capture', 'apply', '--whitespace=nowarn', '--', code.patchFile)
  }
  await rm(`${folder}/.git`, { recursive: true, force: true })
}

function withoutPassword(remote: string): string {
  return remote.replace(/^(\w+:\/\/)[^/@]*@/, '$1')
}
