import { decodeJobInputs, formatInputAddress, resolveInputs } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { listAllJobs, type ListedJob } from './list-all-jobs.ts'

const MAX_INPUTS_SHOWN = 4

/** Options of `slipway job list`. */
export interface ListJobsOptions extends CommonOptions {
  readonly project?: string
  readonly entity?: string
}

/** Lists jobs with the inputs of their newest versions. */
export async function listJobs(terminal: Terminal, options: ListJobsOptions): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const entityNames = options.entity === undefined ? caller.entityNames : [options.entity]
  const all = (await Promise.all(entityNames.map((entityName) => listAllJobs(api, entityName)))).flat()
  const jobs = all.filter((job) => options.project === undefined || job.projectName === options.project)
  const rows = jobs.map((job) => [
    job.name,
    job.latestVersion?.version ?? '-',
    `${job.entityName}/${job.projectName}`,
    showAge(job.latestVersion?.createdAt ?? null, Date.now()),
    summarizeInputs(job),
  ])
  return {
    document: jobs.map(({ name, entityName, projectName, latestVersion }) => ({
      name,
      entityName,
      projectName,
      latestVersion,
    })),
    text:
      rows.length === 0
        ? 'No jobs yet. Capture one with: slipway run -- python train.py'
        : formatTable(terminal.stdout, ['JOB', 'VERSION', 'PROJECT', 'CAPTURED', 'INPUTS'], rows),
  }
}

function summarizeInputs(job: ListedJob): string {
  if (job.latestVersion === null) return ''
  if (job.latestVersion.isPartial) return 'not known until its first run'
  const inputs = resolveInputs(decodeJobInputs(job.latestVersion.inputs), { config: {}, files: {} })
  const names = inputs.map((input) => formatInputAddress(input.address))
  const shown = names.slice(0, MAX_INPUTS_SHOWN).join(', ')
  return names.length > MAX_INPUTS_SHOWN ? `${shown} and ${names.length - MAX_INPUTS_SHOWN} more` : shown
}
