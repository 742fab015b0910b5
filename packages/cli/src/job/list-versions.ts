import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { noteMore, type PagingOptions } from '../paging.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { findJob } from './find-job.ts'

/** Options of `slipway job versions`. */
export interface ListVersionsOptions extends CommonOptions, PagingOptions {}

/** Lists the versions of a job, newest first. */
export async function listVersions(
  terminal: Terminal,
  name: string,
  options: ListVersionsOptions,
): Promise<CommandResult> {
  const job = await findJob(terminal, await connect(terminal), name, options)
  noteMore(terminal, job.versions, 'versions')
  const now = Date.now()
  const rows = job.versions.rows.map((version) => [
    version.version,
    version.aliases.join(', ') || '-',
    showAge(version.createdAt, now),
    version.sourceType,
    version.entryPoint?.join(' ') ?? '-',
    version.sourceRun?.name ?? '-',
    version.isPartial ? 'inputs not known until its first run' : '',
  ])
  return {
    document: job.versions.rows.map(({ runs: _runs, ...version }) => version),
    text: formatTable(terminal.stdout, ['VERSION', 'ALIASES', 'CAPTURED', 'SOURCE', 'COMMAND', 'FROM RUN', ''], rows),
  }
}
