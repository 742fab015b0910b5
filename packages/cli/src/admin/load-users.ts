import { CliUserNamesDocument, CliUsersDocument, type CliUsersQuery } from '@slipway/api'
import { nearestName, NotAllowedError, NotFoundError } from '@slipway/core'
import type { Connection } from '../connection.ts'
import { type Listing, readPages } from '../paging.ts'
import type { Terminal } from '../terminal.ts'

/** A user with teams and keys. */
export type ListedUser = NonNullable<NonNullable<CliUsersQuery['users']>['edges'][number]['node']>

/** A key of a user, by its first characters. */
export type ListedKey = NonNullable<NonNullable<ListedUser['apiKeys']>['edges'][number]['node']>

/** The users of the server by name, for an administrator; at most so many, null for all. */
export function readUsers(terminal: Terminal, { api }: Connection, limit: number | null): Promise<Listing<ListedUser>> {
  return readPages(terminal, { limit, what: 'users' }, async (page) => {
    const { users } = await api.request(CliUsersDocument, { query: null, ...page })
    return users ?? { edges: [], pageInfo: { hasNextPage: false, endCursor: null } }
  })
}

/** Finds a user by name. Throws NotAllowedError for somebody else without administration, NotFoundError with the nearest name. */
export async function requireUser(connection: Connection, name: string, what: string): Promise<ListedUser> {
  const { api, caller } = connection
  if (name !== caller.username && !caller.isAdmin) {
    throw new NotAllowedError(`Cannot ${what} of "${name}": only an administrator may. Ask one.`)
  }
  const { users } = await api.request(CliUsersDocument, { query: name, first: 10, after: null })
  const user = users?.edges.map(({ node }) => node).find((node) => node?.username === name)
  if (user !== undefined && user !== null) return user
  const known = (await api.request(CliUserNamesDocument, {})).users?.edges ?? []
  const near = nearestName(
    name,
    known.flatMap(({ node }) => (node === null || node.username === null ? [] : [node.username])),
  )
  throw new NotFoundError(
    `Cannot ${what} of "${name}": there is no such user. ${near === null ? 'List them with "slipway admin user list".' : `Did you mean "${near}"?`}`,
  )
}

/** The keys of a user; the name of each says by dots that it is only the beginning. */
export function keysOf(user: ListedUser): readonly ListedKey[] {
  return user.apiKeys?.edges.flatMap(({ node }) => (node === null ? [] : [{ ...node, name: `${node.name}...` }])) ?? []
}

/** The teams of a user, without the user's own entity. */
export function teamsOf(user: Pick<ListedUser, 'teams' | 'username'>): readonly string[] {
  const names = user.teams?.edges.flatMap(({ node }) => (node === null ? [] : [node.name])) ?? []
  return names.filter((name) => name !== user.username)
}

/** When a user was last heard of: the latest use of any key; null when never. */
export function lastSeen(user: ListedUser): string | null {
  const times = keysOf(user).flatMap(({ lastUsedAt }) => (lastUsedAt === null ? [] : [lastUsedAt]))
  return times.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null
}
