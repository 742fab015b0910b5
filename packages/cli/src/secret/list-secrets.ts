import { CliSecretsDocument, type CliSecretsQuery } from '@slipway/api'
import { NotFoundError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

/** A secret as the server lists it. */
export type ListedSecret = NonNullable<NonNullable<CliSecretsQuery['entity']>['secrets']>[number]

/** Options of `slipway secret list`. */
export interface ListSecretsOptions extends CommonOptions {
  readonly team?: string
}

/** Lists secrets without their values. */
export async function listSecrets(terminal: Terminal, options: ListSecretsOptions): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const entityNames = options.team === undefined ? caller.entityNames : [options.team]
  const secrets = (await Promise.all(entityNames.map((entityName) => readSecrets(api, entityName)))).flat()
  const now = Date.now()
  const rows = secrets.map((secret) => [
    secret.name,
    secret.entityName,
    secret.variable,
    `${showAge(secret.updatedAt, now)} by ${secret.updatedBy ?? '-'}`,
    secret.lastUsedAt === null ? '-' : `${showAge(secret.lastUsedAt, now)}, item ${secret.lastUsedItemId ?? '-'}`,
    secret.runQueues.map(({ name }) => name).join(', ') || '-',
    secret.isReadable ? '' : 'set it again: its key is gone',
  ])
  const header = ['SECRET', 'ENTITY', 'VARIABLE', 'SET', 'LAST USED', 'QUEUES', '']
  return {
    document: secrets,
    text:
      rows.length === 0
        ? 'No secrets yet. Make one with: slipway secret set NAME'
        : formatTable(terminal.stdout, header, rows),
  }
}

/** Reads the secrets of an entity. Throws NotFoundError for one that the caller is not in. */
export async function readSecrets(api: ApiClient, entityName: string): Promise<readonly ListedSecret[]> {
  const { entity } = await api.request(CliSecretsDocument, { entityName })
  if (entity !== null) return entity.secrets ?? []
  throw new NotFoundError(`Cannot list secrets of "${entityName}": there is no such entity that you belong to.`)
}
