import type { TestServer } from '@slipway/testkit'
import { expect } from 'vitest'

/** Sends file stream requests for one run of project `p`, and reads the run back. */
export interface StreamClient {
  /** Sends one request; `writer` makes it one of several programs that write to the run. */
  send(body: unknown, options?: SendOptions): Promise<Response>
  history(offset: number, lines: readonly string[], options?: SendOptions): Promise<Response>
  log(offset: number, lines: readonly string[], options?: SendOptions): Promise<Response>
  /** All history lines as they came. */
  readHistory(): Promise<readonly string[]>
  /** All console lines, with their numbers. */
  readLog(): Promise<readonly { readonly number: number; readonly line: string }[]>
  /** Fields of the run. The tests look into answers of many shapes. */
  // oxlint-disable-next-line typescript/no-explicit-any
  read(fields: string): Promise<any>
}

interface SendOptions {
  readonly writer?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A client for a run, whose key may be of an earlier start of the server. */
export function streamClient(server: Pick<TestServer, 'url' | 'request'>, run: string, apiKey: string): StreamClient {
  const authorization = `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`
  const client: StreamClient = {
    send: (body, { writer, headers } = {}) =>
      fetch(`${server.url}/files/admin/p/${run}/file_stream`, {
        method: 'POST',
        headers: {
          authorization,
          'content-type': 'application/json',
          ...(writer === undefined ? {} : sharedHeaders('x-wandb-async-client-id', writer)),
          ...headers,
        },
        body: Buffer.isBuffer(body) ? new Uint8Array(body) : typeof body === 'string' ? body : JSON.stringify(body),
      }),
    history: (offset, content, options) =>
      client.send({ files: { 'wandb-history.jsonl': { offset, content } } }, options),
    log: (offset, content, options) => client.send({ files: { 'output.log': { offset, content } } }, options),
    readHistory: async () => (await client.read('history(minStep: 0, maxStep: 1000000000)')).history,
    async readLog() {
      const { logLines } = await client.read('logLines(first: 10000) { edges { node { number line } } }')
      return logLines.edges.map(({ node }: { node: unknown }) => node)
    },
    async read(fields) {
      const query = `query($name: String!) { project(entityName: "admin", name: "p") { run(name: $name) { ${fields} } } }`
      const answer = await server.request(query, { name: run }, { apiKey })
      expect(answer.errors).toBeUndefined()
      return answer.data.project.run
    },
  }
  return client
}

/** The headers by which a program says that it is one of several. Source: wandb client, `mode="shared"`. */
function sharedHeaders(
  idHeader: 'x-wandb-client-id' | 'x-wandb-async-client-id',
  writer: string,
): Readonly<Record<string, string>> {
  return { 'x-wandb-use-async-filestream': 'true', [idHeader]: writer }
}

/** Makes a run of project `p`, or begins it again, as a program does; `writer` makes it one of several. */
export async function beginRun(
  server: Pick<TestServer, 'url'>,
  apiKey: string,
  input: Readonly<Record<string, unknown>>,
  writer?: string,
): Promise<{
  readonly inserted: boolean
  readonly bucket: { readonly config: string; readonly state: string; readonly historyLineCount: number }
}> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`,
      ...(writer === undefined ? {} : sharedHeaders('x-wandb-client-id', writer)),
    },
    body: JSON.stringify({
      query: `mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) {
        bucket { config state historyLineCount } inserted } }`,
      variables: {
        input: { entityName: 'admin', modelName: 'p', host: 'h', config: '{"_wandb":{"value":{"t":{}}}}', ...input },
      },
    }),
  })
  const { data, errors } = (await response.json()) as { readonly data?: never; readonly errors?: unknown }
  if (data === undefined || errors !== undefined) throw new Error(`No run was made: ${JSON.stringify(errors)}`)
  return data['upsertBucket']
}
