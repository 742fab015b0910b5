import { ViewerDocument } from '@slipway/api'
import { NotAuthenticatedError } from '@slipway/core'
import { createApiClient } from '@slipway/sdk'
import { teamsOf } from '../admin/load-users.ts'
import type { CommandResult } from '../command-result.ts'
import { formatFields } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { locateLogin, type LoginSource } from './find-login.ts'

/** Says which server commands use here, as whom, and where the key comes from. */
export async function whoAmI(terminal: Terminal): Promise<CommandResult> {
  const { baseUrl, apiKey, urlSource, keySource } = await locateLogin(terminal)
  const api = createApiClient({ baseUrl, apiKey, userAgent: 'slipway-cli' })
  const { viewer } = await api.request(ViewerDocument, {}, { timeoutMs: 10_000 })
  if (viewer === null) {
    throw new NotAuthenticatedError(
      `Cannot tell who you are at ${baseUrl}: the server does not know the API key from ${describeSource(keySource)}. Log in again with "slipway login --host ${baseUrl}".`,
    )
  }
  const teams = teamsOf(viewer)
  const isAdmin = viewer.admin === true
  return {
    document: { baseUrl, username: viewer.username, entityName: viewer.entity, isAdmin, teams, urlSource, keySource },
    text: formatFields(terminal.stdout, [
      ['Server', baseUrl],
      ['User', `${viewer.username ?? ''}${isAdmin ? ', an administrator' : ''}`],
      ['Teams', teams.length === 0 ? 'none' : teams.join(', ')],
      ['Address from', describeSource(urlSource)],
      ['Key from', describeSource(keySource)],
    ]),
  }
}

/** Where a part of a login comes from, in words. */
export function describeSource({ kind, name }: LoginSource): string {
  switch (kind) {
    case 'environment':
      return `the variable ${name}`
    case 'file':
      return `"slipway login" (${name})`
    case 'data folder':
      return `the server started here (${name})`
    case 'netrc':
      return `"wandb login" (${name})`
  }
}
