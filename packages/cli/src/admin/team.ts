import {
  CliAddTeamMemberDocument,
  CliCreateTeamDocument,
  CliRemoveTeamMemberDocument,
  CliTeamsDocument,
} from '@slipway/api'
import { nearestName, NotFoundError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { confirm, type ConfirmOptions } from '../confirm.ts'
import { type Connection, connect } from '../connection.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

/** Options of `slipway admin team create`. */
export interface CreateTeamOptions extends CommonOptions {
  readonly owner?: string
}

/** Options of `slipway admin team add`. */
export interface AddTeamMemberOptions extends CommonOptions {
  readonly admin?: boolean
}

/** Options of `slipway admin team remove`. */
export interface RemoveTeamMemberOptions extends CommonOptions, ConfirmOptions {}

/** Makes a team with one administrator. */
export async function createTeam(terminal: Terminal, name: string, options: CreateTeamOptions): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const owner = options.owner ?? caller.username
  await api.request(CliCreateTeamDocument, { input: { teamName: name, teamAdminUserName: owner } })
  return { document: { name, owner }, text: `Made team "${name}"; ${owner} manages it.` }
}

/** Lists the teams of the person; for an administrator all teams. */
export async function listTeams(terminal: Terminal): Promise<CommandResult> {
  const teams = await loadTeams(await connect(terminal))
  const rows = teams.map(({ name, members }) => [
    name,
    String(members.length),
    members
      .filter(({ isAdmin }) => isAdmin)
      .map(({ username }) => username)
      .join(', ') || '-',
    members
      .filter(({ isAdmin }) => !isAdmin)
      .map(({ username }) => username)
      .join(', ') || '-',
  ])
  return {
    document: teams,
    text:
      rows.length === 0
        ? 'No teams yet. Make one with: slipway admin team create NAME'
        : formatTable(terminal.stdout, ['TEAM', 'PEOPLE', 'MANAGED BY', 'MEMBERS'], rows),
  }
}

/** Adds an existing user to a team, or changes whether a member manages it. */
export async function addTeamMember(
  terminal: Terminal,
  team: string,
  username: string,
  options: AddTeamMemberOptions,
): Promise<CommandResult> {
  const { api } = await connect(terminal)
  const isAdmin = options.admin === true
  await api.request(CliAddTeamMemberDocument, { input: { entityName: team, username, admin: isAdmin } })
  return {
    document: { team, username, isAdmin },
    text: `Added ${username} to team "${team}"${isAdmin ? ', and lets them manage it' : ''}.`,
  }
}

/** Takes somebody out of a team, after a question. */
export async function removeTeamMember(
  terminal: Terminal,
  team: string,
  username: string,
  options: RemoveTeamMemberOptions,
): Promise<CommandResult> {
  const connection = await connect(terminal)
  const teams = await loadTeams(connection)
  const found = teams.find(({ name }) => name === team)
  if (found === undefined)
    throw unknownName(
      team,
      'team',
      teams.map(({ name }) => name),
    )
  const names = found.members.map((member) => member.username)
  if (!names.includes(username)) throw unknownName(username, `member of team "${team}"`, names)
  await confirm(
    terminal,
    `Take ${username} out of team "${team}"? They will not see its jobs, runs and queues any more.`,
    options,
  )
  await connection.api.request(CliRemoveTeamMemberDocument, { input: { entityName: team, username } })
  return { document: { team, username }, text: `Took ${username} out of team "${team}".` }
}

async function loadTeams({ api }: Connection) {
  const { teams } = await api.request(CliTeamsDocument, {})
  return teams.map(({ name, members }) => ({
    name,
    members: (members ?? []).map((member) => ({ username: member.username ?? '', isAdmin: member.admin === true })),
  }))
}

function unknownName(name: string, kind: string, known: readonly string[]): NotFoundError {
  const near = nearestName(name, known)
  const hint = near === null ? 'List them with "slipway admin team list".' : `Did you mean "${near}"?`
  return new NotFoundError(`Cannot find "${name}": there is no such ${kind} that you may see. ${hint}`)
}
