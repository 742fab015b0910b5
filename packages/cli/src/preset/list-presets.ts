import { CliPresetsDocument, type CliPresetsQuery } from '@slipway/api'
import { NotFoundError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { findJobVersion } from '../job/find-job-version.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

/** Options of `slipway preset list`. */
export interface ListPresetsOptions extends CommonOptions {
  readonly team?: string
  readonly job?: string
}

type Preset = NonNullable<NonNullable<NonNullable<CliPresetsQuery['entity']>['presets']>['edges'][number]['node']>

/** Lists presets by name: those of a team, or the person's own and those of all the person's teams. */
export async function listPresets(terminal: Terminal, options: ListPresetsOptions): Promise<CommandResult> {
  const connection = await connect(terminal)
  const { api, caller } = connection
  const job = options.job === undefined ? null : await findJobVersion(connection, options.job)
  const jobPath = job === null ? null : `${job.project.entityName}/${job.project.name}/${job.name}`
  const entityNames = options.team === undefined ? caller.entityNames : [options.team]
  const all = await Promise.all(entityNames.map((entityName) => readPresets(api, entityName, jobPath)))
  const presets = all.flat().toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const now = Date.now()
  const rows = presets.map(({ name, entityName, jobPath: boundTo, latestVersion }) => [
    name,
    latestVersion?.version ?? '',
    entityName,
    boundTo ?? 'any job',
    latestVersion?.author ?? '',
    showAge(latestVersion?.createdAt ?? null, now),
    latestVersion?.description ?? '',
  ])
  return {
    document: presets,
    text:
      rows.length === 0
        ? 'No presets yet. Save one with: slipway preset save NAME --set INPUT=VALUE'
        : formatTable(terminal.stdout, ['PRESET', 'VERSION', 'ENTITY', 'FOR', 'BY', 'SAVED', 'DESCRIPTION'], rows),
  }
}

async function readPresets(api: ApiClient, entityName: string, job: string | null): Promise<readonly Preset[]> {
  const found: Preset[] = []
  let after: string | null = null
  do {
    const answer: CliPresetsQuery = await api.request(CliPresetsDocument, { entityName, job, after })
    if (answer.entity === null) {
      throw new NotFoundError(`Cannot list presets of "${entityName}": there is no such entity that you belong to.`)
    }
    const { presets } = answer.entity
    for (const { node } of presets?.edges ?? []) if (node !== null) found.push(node)
    after = presets?.pageInfo.hasNextPage === true ? presets.pageInfo.endCursor : null
  } while (after !== null)
  return found
}
