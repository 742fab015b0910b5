import { CliPresetVersionsDocument, type CliPresetVersionsQuery } from '@slipway/api'
import { NotFoundError, parsePresetReference } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { findPreset } from './find-preset.ts'

/** A version in a list of versions. */
export type ListedVersion = NonNullable<
  NonNullable<NonNullable<CliPresetVersionsQuery['preset']>['versions']>['edges'][number]['node']
>

/** Lists the versions of a preset, newest first. */
export async function listVersions(terminal: Terminal, name: string): Promise<CommandResult> {
  const { api } = await connect(terminal)
  const { entityName, name: presetName } = parsePresetReference(name)
  const { version } = await findPreset(api, entityName === null ? presetName : `${entityName}/${presetName}`)
  const versions = await readVersions(api, version.preset)
  const now = Date.now()
  const rows = versions.map((one) => [
    one.version,
    one.author ?? '',
    showAge(one.createdAt, now),
    (one.basedOn ?? []).map(({ path }) => path).join(', '),
    one.description ?? '',
  ])
  return {
    document: versions,
    text: formatTable(terminal.stdout, ['VERSION', 'BY', 'SAVED', 'BUILDS ON', 'DESCRIPTION'], rows),
  }
}

/** Reads all versions of a preset, newest first. */
export async function readVersions(
  api: ApiClient,
  { entityName, name }: { readonly entityName: string; readonly name: string },
): Promise<readonly ListedVersion[]> {
  const found: ListedVersion[] = []
  let after: string | null = null
  do {
    const answer: CliPresetVersionsQuery = await api.request(CliPresetVersionsDocument, { entityName, name, after })
    if (answer.preset === null) {
      throw new NotFoundError(`Cannot list the versions of preset "${name}": it was deleted a moment ago.`)
    }
    const { versions } = answer.preset
    for (const { node } of versions?.edges ?? []) if (node !== null) found.push(node)
    after = versions?.pageInfo.hasNextPage === true ? versions.pageInfo.endCursor : null
  } while (after !== null)
  return found
}
