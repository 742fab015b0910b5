import { CliRefusedLaunchesDocument } from '@slipway/api'
import { NotFoundError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { CommandResult } from '../command-result.ts'
import { formatProblem } from '../error-report.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

/** Lists launches that were refused, a line for each problem. */
export async function listRefusedLaunches(
  terminal: Terminal,
  api: ApiClient,
  which: { readonly entityName: string; readonly first: number },
): Promise<CommandResult> {
  const { entity } = await api.request(CliRefusedLaunchesDocument, which)
  if (entity === null) {
    throw new NotFoundError(
      `Cannot list refused launches of "${which.entityName}": there is no such entity that you belong to.`,
    )
  }
  const launches = entity.refusedLaunches?.edges.flatMap(({ node }) => (node === null ? [] : [node])) ?? []
  const now = Date.now()
  const rows = launches.flatMap((launch) => {
    const reasons = launch.problems.length === 0 ? [launch.message] : launch.problems.map(formatProblem)
    return reasons.map((reason, index) =>
      index === 0
        ? [showAge(launch.createdAt, now), launch.author ?? '', launch.jobPath ?? '', launch.queueName ?? '', reason]
        : ['', '', '', '', reason],
    )
  })
  return {
    document: launches,
    text:
      rows.length === 0
        ? 'No launch was refused.'
        : formatTable(terminal.stdout, ['WHEN', 'WHO', 'JOB', 'QUEUE', 'REASON'], rows),
  }
}
