import {
  WebApiKeysDocument,
  WebProfileDocument,
  WebSecretsDocument,
  WebServerInfoDocument,
  WebTeamsDocument,
  WebUsersDocument,
} from '@slipway/api'
import { queryOptions } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { ask } from './ask.ts'

/** What is asked again after a change: everything below `settings`. */
export const settingsKey = ['settings'] as const

export function buildProfileQuery() {
  return queryOptions({
    queryKey: [...settingsKey, 'profile'],
    queryFn: async ({ signal }) => requireViewer((await ask(WebProfileDocument, {}, signal)).viewer),
  })
}

export function buildApiKeysQuery() {
  return queryOptions({
    queryKey: [...settingsKey, 'keys'],
    queryFn: async ({ signal }) => {
      const viewer = requireViewer((await ask(WebApiKeysDocument, {}, signal)).viewer)
      return (viewer.apiKeys?.edges ?? []).flatMap(({ node }) => (node ? [node] : []))
    },
  })
}

export function buildUsersQuery(query: string) {
  return queryOptions({
    queryKey: [...settingsKey, 'users', query],
    queryFn: async ({ signal }) => {
      const { users } = await ask(WebUsersDocument, { query: query === '' ? null : query }, signal)
      return (users?.edges ?? []).flatMap(({ node }) => (node ? [node] : []))
    },
  })
}

export function buildTeamsQuery() {
  return queryOptions({
    queryKey: [...settingsKey, 'teams'],
    queryFn: async ({ signal }) => (await ask(WebTeamsDocument, {}, signal)).teams,
  })
}

/** The secrets of an entity; null when it does not exist or the viewer does not belong to it. */
export function buildSecretsQuery(entity: string) {
  return queryOptions({
    queryKey: [...settingsKey, 'secrets', entity],
    queryFn: async ({ signal }) => (await ask(WebSecretsDocument, { entity }, signal)).entity?.secrets ?? null,
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
