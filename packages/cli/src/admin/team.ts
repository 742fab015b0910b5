import {
  CliAddTeamMemberDocument,
  CliCreateTeamDocument,
  CliRemoveTeamMemberDocument,
  CliTeamMembersDocument,
  CliTeamNamesDocument,
  CliTeamsDocument,
} from '@slipway/api'
import { nearestName, NotFoundError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { confirm, type ConfirmOptions } from '../confirm.ts'
import { type Connection, connect } from '../connection.ts'
import { noteMore, type PagingOptions, readLimit, readPages } from '../paging.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

/** Options of `slipway admin team create`. */
export interface CreateTeamOptions extends CommonOptions {
  readonly owner?: string
}

/** Options of `slipway admin team list`. */
export interface ListTeamsOptions extends CommonOptions, PagingOptions {}

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
  return { document: { name, owner }, text: `Created team "${name}"; ${owner} manages it.` }
}

/** Lists the teams of the person; for an administrator all teams. */
export async function listTeams(terminal: Terminal, options: ListTeamsOptions): Promise<CommandResult> {
  const limit = readLimit(options, 'teams')
  const { api } = await connect(terminal)
  const listing = await readPages(
    terminal,
    { limit, what: 'teams' },
    async (page) => (await api.request(CliTeamsDocument, page)).teams,
  )
  noteMore(terminal, listing, 'teams')
  const teams = listing.rows.map(({ name, memberCount, membersConnection: { edges } }) => ({
    name,
    memberCount,
    members: edges.map(({ node }) => ({ username: node.username ?? '', isAdmin: node.admin === true })),
  }))
  const rows = teams.map(({ name, memberCount, members }) => {
    const managers = members.filter(({ isAdmin }) => isAdmin)
    const others = members.filter(({ isAdmin }) => !isAdmin)
    const rest = memberCount > members.length ? `, and ${memberCount - members.length} more` : ''
    return [name, String(memberCount), showNames(managers), `${showNames(others)}${rest}`]
  })
  return {
    document: teams,
    text:
      rows.length === 0
        ? 'No teams yet. Create one with: slipway admin team create NAME'
        : formatTable(terminal.stdout, ['TEAM', 'PEOPLE', 'MANAGED BY', 'MEMBERS'], rows),
  }
}

function showNames(members: readonly { readonly username: string }[]): string {
  return members.map(({ username }) => username).join(', ') || '-'
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
  const names = await readMemberNames(terminal, connection, team)
  if (!names.includes(username)) throw unknownName(username, `member of team "${team}"`, names)
  await confirm(
    terminal,
    `Take ${username} out of team "${team}"? They will not see its jobs, runs and queues any more.`,
    options,
  )
  await connection.api.request(CliRemoveTeamMemberDocument, { input: { entityName: team, username } })
  return { document: { team, username }, text: `Took ${username} out of team "${team}".` }
}

async function readMemberNames(terminal: Terminal, { api }: Connection, team: string): Promise<readonly string[]> {
  const listing = await readPages(terminal, { limit: null, what: 'members' }, async (page) => {
    const { team: found } = await api.request(CliTeamMembersDocument, { team, ...page })
    if (found !== null) return found.membersConnection
    const { teams } = await api.request(CliTeamNamesDocument, {})
    throw unknownName(
      team,
      'team',
      teams.edges.flatMap(({ node }) => (node === null ? [] : [node.name])),
    )
  })
  return listing.rows.map((member) => member.username ?? '')
}

function unknownName(name: string, kind: string, known: readonly string[]): NotFoundError {
  const near = nearestName(name, known)
  const hint = near === null ? 'List them with "slipway admin team list".' : `Did you mean "${near}"?`
  return new NotFoundError(`Cannot find "${name}": there is no such ${kind} that you may see. ${hint}`)
}
