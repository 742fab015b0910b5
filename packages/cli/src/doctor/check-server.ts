import { CliServerInfoDocument, ViewerDocument } from '@slipway/api'
import { KnownError } from '@slipway/core'
import { type ApiClient, createApiClient } from '@slipway/sdk'
import type { Caller } from '../connection.ts'
import { readCaller } from '../connection.ts'
import { type LocatedLogin, locateLogin } from '../login/find-login.ts'
import { describeSource } from '../login/who-am-i.ts'
import type { Terminal } from '../terminal.ts'
import { VERSION } from '../version.ts'
import { type Check, fail, ok, warn } from './check.ts'

const TIMEOUT_MS = 10_000
const TOLERATED_SKEW_MS = 3000
const HARMFUL_SKEW_MS = 5 * 60 * 1000

/** What the other checks need of the server; null where it cannot be had. */
export interface ServerFindings {
  readonly checks: readonly Check[]
  readonly login: LocatedLogin | null
  readonly connection: { readonly api: ApiClient; readonly caller: Caller } | null
  /** The releases of the wandb client that the server is made for. */
  readonly clientVersions: { readonly oldest: string; readonly newest: string } | null
}

/** Looks whether there is a login, the server answers, has the same time and version, and knows the key. */
export async function checkServer(terminal: Terminal): Promise<ServerFindings> {
  let login: LocatedLogin
  try {
    login = await locateLogin(terminal)
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    const check = fail(
      'login',
      error.message,
      'Run "slipway login --host URL", or start a server with "slipway start".',
    )
    return { checks: [check], login: null, connection: null, clientVersions: null }
  }
  const { baseUrl } = login
  const found = ok('login', `${baseUrl}, key from ${describeSource(login.keySource)}`)
  const reached = await checkReached(baseUrl)
  if (reached.some(({ status }) => status === 'fail')) {
    return { checks: [found, ...reached], login, connection: null, clientVersions: null }
  }
  const api = createApiClient({ ...login, userAgent: 'slipway-cli' })
  const { check: key, caller } = await checkKey(api, login)
  const { check: version, clientVersions } = await checkVersion(createApiClient({ baseUrl, apiKey: '' }))
  return {
    checks: [found, ...reached, ...(version === null ? [] : [version]), key],
    login,
    connection: caller === null ? null : { api, caller },
    clientVersions,
  }
}

async function checkReached(baseUrl: string): Promise<readonly Check[]> {
  const startedAt = Date.now()
  try {
    const response = await fetch(`${baseUrl}/ready`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    const tookMs = Date.now() - startedAt
    const body = await response.text()
    if (response.status === 503) {
      return [
        fail('server', `${baseUrl} is stopping or its database does not answer`, 'Look at the log of the server.'),
      ]
    }
    if (!response.ok || !body.includes('"status"')) {
      const reason = `${baseUrl} answers with HTTP status ${response.status}, but not as a Slipway server`
      return [fail('server', reason, 'Check the address, and any proxy in between.')]
    }
    return [ok('server', `${baseUrl} is ready, answered in ${tookMs} ms`), checkClock(response, startedAt, tookMs)]
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const reason = cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : String(cause)
    return [
      fail(
        'server',
        `${baseUrl} does not answer (${reason})`,
        'Start it with "slipway start", or log in to another one with "slipway login --host URL".',
      ),
    ]
  }
}

function checkClock(response: Response, startedAt: number, tookMs: number): Check {
  const theirs = Date.parse(response.headers.get('date') ?? '')
  const skewMs = skewOf(theirs, startedAt, startedAt + tookMs)
  if (Number.isNaN(skewMs)) return warn('clock', 'the server does not tell its time', 'Check the proxy in between.')
  const seconds = Math.round(Math.abs(skewMs) / 1000)
  if (Math.abs(skewMs) <= TOLERATED_SKEW_MS) return ok('clock', 'the same as that of the server')
  const message = `the clock of the server is ${seconds} seconds ${skewMs > 0 ? 'ahead' : 'behind'}`
  const hint = 'Set both clocks, for example with an NTP service: times of runs are wrong otherwise.'
  return Math.abs(skewMs) > HARMFUL_SKEW_MS ? fail('clock', message, hint) : warn('clock', message, hint)
}

// The date was written at some moment of the wait, and leaves the part of a second out: only what is beyond that counts.
function skewOf(theirs: number, from: number, until: number): number {
  if (theirs + 1000 < from) return theirs + 1000 - from
  if (theirs > until) return theirs - until
  return Number.isNaN(theirs) ? theirs : 0
}

async function checkVersion(api: ApiClient) {
  const answer = await api.request(CliServerInfoDocument, {}, { timeoutMs: TIMEOUT_MS }).catch(() => null)
  const info = answer?.serverInfo ?? null
  if (info === null) return { check: null, clientVersions: null }
  const versions = info.cliVersionInfo
  const clientVersions =
    typeof versions === 'object' && versions !== null && 'min_cli_version' in versions && 'max_cli_version' in versions
      ? { oldest: String(versions.min_cli_version), newest: String(versions.max_cli_version) }
      : null
  const version = info.version ?? 'unknown'
  const check =
    version === VERSION
      ? ok('version', `server and command line are ${VERSION}`)
      : warn('version', `the server is ${version}, this command line ${VERSION}`, 'Use the same version on both sides.')
  return { check, clientVersions }
}

async function checkKey(api: ApiClient, login: LocatedLogin): Promise<{ check: Check; caller: Caller | null }> {
  try {
    const { viewer } = await api.request(ViewerDocument, {}, { timeoutMs: TIMEOUT_MS })
    if (viewer !== null) {
      const caller = await readCaller(api, login)
      const { length } = caller.entityNames
      const teams = length === 1 ? 'no teams' : `${length - 1} team${length === 2 ? '' : 's'}`
      const role = caller.isAdmin ? ', an administrator' : ''
      return { check: ok('key', `valid, of ${caller.username}${role}, ${teams}`), caller }
    }
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    if (error.code !== 'not-authenticated') return { check: fail('key', error.message, 'Try again.'), caller: null }
  }
  const hint = `Log in again with "slipway login --host ${login.baseUrl}".`
  return {
    check: fail('key', `the server does not know the key from ${describeSource(login.keySource)}`, hint),
    caller: null,
  }
}
