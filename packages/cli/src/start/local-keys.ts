import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UnavailableError } from '@slipway/core'
import type { RunningServer } from '@slipway/server'
import { LOCAL_LOGIN_FILE, readLogin, writeLogin } from '../login/login-file.ts'

type AccountService = RunningServer['services']['account']
type Viewer = NonNullable<Awaited<ReturnType<AccountService['authenticate']>>>

const ADMINISTRATOR = 'admin'
const AGENT_KEY_FILE = 'agent-key'
const FIRST_USER_ID = 1

/** The keys that the programs of one data folder use, and what a first start has to tell. */
export interface LocalKeys {
  readonly username: string
  /** The key of the administrator, for commands that are started near the data folder. */
  readonly apiKey: string
  /** The key that only the local agent uses, so that it can be taken from it alone. */
  readonly agentKey: string
  /** The secret of a login link; null unless this is the first start. */
  readonly loginSecret: string | null
}

/**
 * Makes the administrator at the first start, and keeps two keys of that user in the data folder, readable by the owner of
 * the folder only. A key that is lost or was deleted is made anew: who may write the folder owns the server.
 */
export async function prepareLocalKeys(server: RunningServer, dataFolder: string): Promise<LocalKeys> {
  const { account } = server.services
  const loginFile = join(dataFolder, LOCAL_LOGIN_FILE)
  const created = await account.createFirstAdministrator(ADMINISTRATOR)
  const known = created?.apiKey ?? (await readLogin(loginFile))?.apiKey ?? null
  const viewer = (known === null ? null : await account.authenticate(known)) ?? (await loadAdministrator(account))
  const isValid = known !== null && (await account.authenticate(known)) !== null
  const apiKey = isValid ? known : await makeKey(account, viewer, 'local command line')
  await writeLogin(loginFile, { baseUrl: server.url, apiKey })
  return {
    username: viewer.user.username,
    apiKey,
    agentKey: await prepareAgentKey(account, viewer, join(dataFolder, AGENT_KEY_FILE)),
    loginSecret: created === null ? null : await account.createLoginLink(created.user.id),
  }
}

async function prepareAgentKey(account: AccountService, viewer: Viewer, file: string): Promise<string> {
  const known = (await readFile(file, 'utf8').catch(() => '')).trim()
  if (known !== '' && (await account.authenticate(known)) !== null) return known
  const key = await makeKey(account, viewer, 'local agent')
  await writeFile(file, `${key}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
  return key
}

async function makeKey(account: AccountService, viewer: Viewer, description: string): Promise<string> {
  const { wholeKey } = await account.createApiKey(viewer, description)
  if (wholeKey !== undefined) return wholeKey
  throw new UnavailableError(`Cannot create an API key for the ${description}. Start again.`)
}

/** The first user, through the same door as a browser that opens a login link. */
async function loadAdministrator(account: AccountService): Promise<Viewer> {
  const user = await account.findUserById(FIRST_USER_ID)
  const session =
    user === null
      ? null
      : await account.openSession({ kind: 'login-link', secret: await account.createLoginLink(user.id) })
  const viewer = session === null ? null : await account.authenticateSession(session.token)
  if (session !== null) await account.closeSession(session.token)
  if (viewer !== null) return viewer
  throw new UnavailableError(
    'Cannot find the administrator of this data folder. Put a login into its client.json: {"baseUrl": ..., "apiKey": ...}.',
  )
}
