import { CliUsersDocument, type CliUsersQuery } from '@slipway/api'
import { nearestName, NotAllowedError, NotFoundError } from '@slipway/core'
import type { Connection } from '../connection.ts'

/** A user with teams and keys. */
export type ListedUser = NonNullable<NonNullable<CliUsersQuery['users']>['edges'][number]['node']>

/** A key of a user, by its first characters. */
export type ListedKey = NonNullable<NonNullable<ListedUser['apiKeys']>['edges'][number]['node']>

/** All users for an administrator; for everybody else only themselves. */
export async function loadUsers({ api, caller }: Connection, isAdmin: boolean): Promise<readonly ListedUser[]> {
  const { users } = await api.request(CliUsersDocument, { query: isAdmin ? null : caller.username })
  return users?.edges.flatMap(({ node }) => (node === null ? [] : [node])) ?? []
}

/** Finds a user by name. Throws NotAllowedError for somebody else without administration, NotFoundError with the nearest name. */
export async function requireUser(connection: Connection, name: string, what: string): Promise<ListedUser> {
  const { caller } = connection
  if (name !== caller.username && !caller.isAdmin) {
    throw new NotAllowedError(`Cannot ${what} of "${name}": only an administrator may. Ask one.`)
  }
  const users = await loadUsers(connection, caller.isAdmin)
  const user = users.find(({ username }) => username === name)
  if (user !== undefined) return user
  const near = nearestName(
    name,
    users.flatMap(({ username }) => (username === null ? [] : [username])),
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
