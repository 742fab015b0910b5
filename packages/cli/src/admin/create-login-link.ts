import { CliCreateLoginLinkDocument } from '@slipway/api'
import { UnavailableError } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'

/** Makes a link that logs the caller's browser in. */
export async function createLoginLink(terminal: Terminal): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const { createLoginLink: created } = await api.request(CliCreateLoginLinkDocument, {})
  if (created === null) throw new UnavailableError('Cannot create a login link: the server gave none. Try again.')
  const url = `${api.baseUrl}${created.path}`
  return { document: { url, username: caller.username }, text: `Open this once, within a day:\n${url}` }
}
