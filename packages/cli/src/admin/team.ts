import { CliAddTeamMemberDocument, CliCreateTeamDocument } from '@slipway/api'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'

/** Options of `slipway admin team create`. */
export interface CreateTeamOptions extends CommonOptions {
  readonly owner?: string
}

/** Options of `slipway admin team add`. */
export interface AddTeamMemberOptions extends CommonOptions {
  readonly admin?: boolean
}

/** Makes a team with one administrator. */
export async function createTeam(terminal: Terminal, name: string, options: CreateTeamOptions): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const owner = options.owner ?? caller.username
  await api.request(CliCreateTeamDocument, { input: { teamName: name, teamAdminUserName: owner } })
  return { document: { name, owner }, text: `Made team "${name}"; ${owner} manages it.` }
}

/** Adds an existing user to a team. */
export async function addTeamMember(
  terminal: Terminal,
  team: string,
  username: string,
  options: AddTeamMemberOptions,
): Promise<CommandResult> {
  const { api } = await connect(terminal)
  const isAdmin = options.admin === true
  await api.request(CliAddTeamMemberDocument, { input: { entityName: team, username, admin: isAdmin } })
  return { document: { team, username, isAdmin }, text: `Added ${username} to team "${team}".` }
}
