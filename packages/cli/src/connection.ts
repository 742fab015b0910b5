import { ViewerDocument, type ViewerQuery } from '@slipway/api'
import { NotAuthenticatedError } from '@slipway/core'
import { type ApiClient, createApiClient } from '@slipway/sdk'
import { findLogin } from './login/find-login.ts'
import type { Login } from './login/login-file.ts'
import type { Terminal } from './terminal.ts'

/** The person that a command works for. */
export interface Caller {
  readonly username: string
  /** Whether the person is an administrator of the server. */
  readonly isAdmin: boolean
  /** The entity of what this person makes. */
  readonly entityName: string
  /** The person's own entity, then those of the person's teams. */
  readonly entityNames: readonly string[]
}

type AnsweredViewer = Pick<NonNullable<ViewerQuery['viewer']>, 'username' | 'entity' | 'admin' | 'teams'>

/** A server, and who uses it. */
export interface Connection {
  readonly api: ApiClient
  readonly caller: Caller
}

/** Finds the server of the login, without asking it anything yet. */
export async function openApi(terminal: Terminal): Promise<{ readonly api: ApiClient; readonly login: Login }> {
  const login = await findLogin(terminal)
  return { api: createApiClient({ ...login, userAgent: 'slipway-cli' }), login }
}

/** Connects to the server of the login. Throws NotAuthenticatedError when there is no login or its key is unknown. */
export async function connect(terminal: Terminal): Promise<Connection> {
  const { api, login } = await openApi(terminal)
  return { api, caller: await readCaller(api, login) }
}

/** Asks the server whose key this is. */
export async function readCaller(api: ApiClient, login: Login): Promise<Caller> {
  const { viewer } = await api.request(ViewerDocument, {}, { timeoutMs: 10_000 })
  return toCaller(viewer, login)
}

/** Reads who the caller is out of an answer. Throws NotAuthenticatedError when the server does not know the key. */
export function toCaller(viewer: AnsweredViewer | null, login: Login): Caller {
  if (viewer === null) {
    throw new NotAuthenticatedError(
      `Cannot log in to ${login.baseUrl}: the server does not know the API key. Log in again with "slipway login --host ${login.baseUrl}".`,
    )
  }
  const username = viewer.username ?? ''
  const entityName = viewer.entity ?? username
  const teams = viewer.teams?.edges.flatMap(({ node }) => (node === null ? [] : [node.name])) ?? []
  return { username, isAdmin: viewer.admin === true, entityName, entityNames: [...new Set([entityName, ...teams])] }
}
