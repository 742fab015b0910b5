import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { webFolder } from '@slipway/web/dist-folder'
import { startServer, type Clock, type DatabaseLocation, type RunningServer, type ServerConfig } from '@slipway/server'
import { requestGraphql, type GraphqlTestAnswer } from './graphql-request.ts'

/** A real server on a free port, with an administrator and a folder of its own. */
export interface TestServer extends AsyncDisposable {
  readonly url: string
  readonly server: RunningServer
  readonly dataFolder: string
  readonly config: ServerConfig
  /** The administrator's key and name. */
  readonly apiKey: string
  readonly username: string
  /** Sends a GraphQL document as the client does, as the administrator unless another key is given. */
  request(
    query: string,
    variables?: Record<string, unknown>,
    options?: { readonly apiKey?: string | null; readonly signal?: AbortSignal },
  ): Promise<GraphqlTestAnswer>
  /** Makes another user and answers with the key. */
  addUser(username: string): Promise<string>
  stop(): Promise<void>
}

/** Starts a server for a test on an empty database; it is stopped and its folder removed when the test disposes of it. */
export async function startTestServer(
  options: {
    readonly database?: DatabaseLocation
    readonly clock?: Clock
    readonly config?: Partial<ServerConfig>
  } = {},
): Promise<TestServer> {
  const dataFolder = options.config?.dataFolder ?? (await mkdtemp(join(tmpdir(), 'slipway-server-')))
  const config: ServerConfig = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    database: options.database ?? { kind: 'sqlite', file: ':memory:' },
    popHoldSeconds: 1,
    leaseSeconds: 60,
    runTimeoutSeconds: 300,
    // On Postgres a server keeps secrets only with a key that was given to it.
    secretKey: { kind: 'text', text: randomBytes(32).toString('base64') },
    refusedLaunchesKept: 1000,
    webFolder,
    logLevel: 'error',
    ...options.config,
    dataFolder,
  }
  const server = await startServer(config, options.clock === undefined ? {} : { clock: options.clock })
  const username = 'admin'
  const created = await server.services.account.createFirstAdministrator(username)
  const apiKey = created?.apiKey ?? ''

  const request: TestServer['request'] = (query, variables, { apiKey: key = apiKey, signal } = {}) =>
    requestGraphql(server.url, key, query, variables, signal)

  async function stop(): Promise<void> {
    await server.stop()
    if (options.config?.dataFolder === undefined)
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }

  return {
    url: server.url,
    server,
    dataFolder,
    config,
    apiKey,
    username,
    request,
    async addUser(name) {
      const answer = await request(
        'mutation($name: String!) { createUser(input: {email: "", username: $name}) { apiKey user { id } } }',
        { name },
      )
      return answer.data.createUser.apiKey
    },
    stop,
    [Symbol.asyncDispose]: stop,
  }
}
