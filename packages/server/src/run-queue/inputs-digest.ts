import { createHash } from 'node:crypto'
import { canonicalJson, leastOverrides, type LaunchOverrides } from '@slipway/core'
import { repairedEntryPoint, type LaunchableJob } from './launchable-job.ts'

/**
 * Stands for a job version and all that a launch changes of it: inputs, files, arguments, artifacts and command. Equal for
 * launches whose programs see the same. Numbers are compared by value, as the wire carries them: `1.0` is `1`.
 */
export function digestInputs(job: LaunchableJob, overrides: LaunchOverrides): string {
  const { config, files } = leastOverrides(job.inputs, { config: overrides.runConfig, files: overrides.files })
  const text = canonicalJson([
    job.artifactId,
    config,
    files,
    overrides.args,
    overrides.artifacts,
    changedEntryPoint(job, overrides.entryPoint),
    overrides.dockerfile,
    overrides.workingDir,
    overrides.rest,
  ])
  return createHash('sha256').update(text).digest('base64url')
}

function changedEntryPoint(job: LaunchableJob, asked: readonly string[] | null): readonly string[] | null {
  const isOwn = [job.entryPoint, repairedEntryPoint(job)].some(
    (known) => known !== null && JSON.stringify(known) === JSON.stringify(asked),
  )
  return isOwn ? null : asked
}
