import { CliSecretsDocument, type CliSecretsQuery } from '@slipway/api'
import { NotFoundError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { type Connection, connect } from '../connection.ts'
import { chooseEntities } from '../entity-choice.ts'
import { chainListings, type Listing, noteMore, type PagingOptions, readLimit, readPages } from '../paging.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

/** A secret as the server lists it. */
export type ListedSecret = NonNullable<
  NonNullable<CliSecretsQuery['entity']>['secretsConnection']
>['edges'][number]['node']

/** Options of `slipway secret list`. */
export interface ListSecretsOptions extends CommonOptions, PagingOptions {
  readonly team?: string
}

/** Lists secrets without their values. */
export async function listSecrets(terminal: Terminal, options: ListSecretsOptions): Promise<CommandResult> {
  const limit = readLimit(options, 'secrets')
  const connection = await connect(terminal)
  const listings: Listing<ListedSecret>[] = []
  for (const entityName of chooseEntities(connection.caller, options.team)) {
    listings.push(await readSecrets(terminal, connection, entityName, limit))
  }
  const listing = chainListings(listings, limit)
  noteMore(terminal, listing, 'secrets')
  const secrets = listing.rows
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
        ? 'No secrets yet. Create one with: slipway secret set NAME'
        : formatTable(terminal.stdout, header, rows),
  }
}

/** Reads the secrets of an entity, at most so many. Throws NotFoundError for an entity that the caller is not in. */
export function readSecrets(
  terminal: Terminal,
  { api }: Connection,
  entityName: string,
  limit: number | null,
): Promise<Listing<ListedSecret>> {
  return readPages(terminal, { limit, what: 'secrets' }, async (page) => {
    const { entity } = await api.request(CliSecretsDocument, { entityName, ...page })
    if (entity?.secretsConnection != null) return entity.secretsConnection
    throw new NotFoundError(`Cannot list secrets of "${entityName}": there is no such entity that you belong to.`)
  })
}
