import { mkdir, rm } from 'node:fs/promises'
import type { JobVersion } from '../job-version.ts'
import { artifactIdOfReference, type ArtifactReader } from './artifact-download.ts'
import { checkGitCode, checkOutGitCode, type GitContext } from './git-code.ts'
import type { FolderCache } from './folder-cache.ts'
import type { SpareCopies } from './spare-copies.ts'

/** Brings the code of job versions to this machine. */
export interface CodePreparer {
  /**
   * Puts a fresh copy of the job's code at `folder`; `revision` replaces the commit that a git job names. Returns a key
   * that is the same for the same code.
   */
  prepare(job: JobVersion, revision: string | null, folder: string, context: GitContext): Promise<string>
  /** A folder with the job artifact's own files, such as `requirements.frozen.txt`. Only for reading. */
  jobFiles(job: JobVersion, signal: AbortSignal): Promise<string>
}

const JOB_FILES = ['requirements.frozen.txt', 'diff.patch']

/** Makes a CodePreparer. What it fetched is kept by content, so that the next launch of the same code only copies. */
export function createCodePreparer(deps: {
  readonly artifacts: ArtifactReader
  readonly cache: FolderCache
  readonly spares: SpareCopies
}): CodePreparer {
  const { artifacts, cache, spares } = deps

  async function jobFiles(job: JobVersion, signal: AbortSignal): Promise<string> {
    const { id } = job
    if (id === null) return cache.get('no job', signal, () => Promise.resolve())
    const digest = await artifacts.digest(id, signal)
    return cache.get(`job ${digest}`, signal, (folder) => artifacts.downloadSome(id, JOB_FILES, folder, signal))
  }

  async function source(job: JobVersion, revision: string | null, context: GitContext): Promise<string | null> {
    const { signal } = context
    if (job.source.kind === 'artifact') {
      const id = artifactIdOfReference(job.source.artifact)
      const digest = await artifacts.digest(id, signal)
      return cache.get(`artifact ${digest}`, signal, (folder) => artifacts.download(id, folder, signal))
    }
    if (job.source.kind === 'none') return null
    const { remote } = job.source
    const commit = revision ?? job.source.commit
    checkGitCode({ remote, commit })
    const patchFile = `${await jobFiles(job, signal)}/diff.patch`
    const fill = (folder: string): Promise<void> => checkOutGitCode({ remote, commit, patchFile }, folder, context)
    // A branch moves, so only a full commit names its contents for good.
    const isCommit = commit !== null && /^[0-9a-f]{40}$/.test(commit)
    return cache.get(
      `git ${remote} ${commit} ${job.id ?? ''}${isCommit ? '' : ` ${crypto.randomUUID()}`}`,
      signal,
      fill,
    )
  }

  return {
    jobFiles,
    async prepare(job, revision, folder, context) {
      // Left by an agent that was killed while it copied.
      await rm(folder, { recursive: true, force: true })
      const from = await source(job, revision, context)
      if (from === null) await mkdir(folder, { recursive: true, mode: 0o700 })
      else await spares.place(from, folder)
      return from ?? ''
    },
  }
}
