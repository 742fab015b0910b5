import {
  WebApiKeysDocument,
  WebProfileDocument,
  WebSecretsDocument,
  WebServerInfoDocument,
  WebTeamMembersDocument,
  WebTeamsDocument,
  WebUsersDocument,
  type WebTeamsQuery,
} from '@slipway/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { ask } from './ask.ts'
import { nextCursor, nodesOf } from './connection.ts'

/** What is asked again after a change: everything below `settings`. */
export const settingsKey = ['settings'] as const

/** A team with its first members. */
export type ListedTeam = NonNullable<WebTeamsQuery['teams']['edges'][number]['node']>

const FIRST_PAGE = null as string | null

export function buildProfileQuery() {
  return queryOptions({
    queryKey: [...settingsKey, 'profile'],
    queryFn: async ({ signal }) => requireViewer((await ask(WebProfileDocument, {}, signal)).viewer),
  })
}

/** The viewer's keys, oldest first, page by page. */
export function buildApiKeysQuery() {
  return infiniteQueryOptions({
    queryKey: [...settingsKey, 'keys'],
    queryFn: async ({ pageParam, signal }) =>
      requireViewer((await ask(WebApiKeysDocument, { after: pageParam }, signal)).viewer).apiKeys ?? null,
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextCursor,
    select: ({ pages }) => pages.flatMap(nodesOf),
  })
}

/** The users whose name or e-mail address contains the text, by name, page by page. */
export function buildUsersQuery(search: string) {
  return infiniteQueryOptions({
    queryKey: [...settingsKey, 'users', search],
    queryFn: async ({ pageParam, signal }) =>
      (await ask(WebUsersDocument, { search: search === '' ? null : search, after: pageParam }, signal)).users ?? null,
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextCursor,
    select: ({ pages }) => pages.flatMap(nodesOf),
  })
}

/** The teams that the viewer sees, by name, page by page. */
export function buildTeamsQuery() {
  return infiniteQueryOptions({
    queryKey: [...settingsKey, 'teams'],
    queryFn: async ({ pageParam, signal }) => (await ask(WebTeamsDocument, { after: pageParam }, signal)).teams,
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextCursor,
    select: ({ pages }) => pages.flatMap(nodesOf),
  })
}

/** All members of a team, by name, page by page. */
export function buildMembersQuery(team: string) {
  return infiniteQueryOptions({
    queryKey: [...settingsKey, 'members', team],
    queryFn: async ({ pageParam, signal }) =>
      (await ask(WebTeamMembersDocument, { team, after: pageParam }, signal)).team?.membersConnection ?? null,
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextCursor,
    select: ({ pages }) => pages.flatMap(nodesOf),
  })
}

/** The secrets of an entity, by name, page by page; null when it does not exist or the viewer does not belong to it. */
export function buildSecretsQuery(entity: string) {
  return infiniteQueryOptions({
    queryKey: [...settingsKey, 'secrets', entity],
    queryFn: async ({ pageParam, signal }) =>
      (await ask(WebSecretsDocument, { entity, after: pageParam }, signal)).entity?.secretsConnection ?? null,
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextCursor,
    select: ({ pages }) => (pages[0] === null ? null : pages.flatMap(nodesOf)),
  })
}

export function buildServerInfoQuery() {
  return queryOptions({
    queryKey: [...settingsKey, 'server'],
    queryFn: async ({ signal }) => (await ask(WebServerInfoDocument, {}, signal)).serverInfo ?? null,
  })
}

/** The API answers "nobody" rather than refusing where it is asked who the viewer is. */
function requireViewer<Found>(viewer: Found | null | undefined): Found {
  if (viewer !== null && viewer !== undefined) return viewer
  throw new ApiError('not-authenticated', 'The session is over. Log in again.')
}
