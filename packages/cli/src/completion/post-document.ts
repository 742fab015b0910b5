import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import type { TypedDocumentString } from '@slipway/api'
import type { Login } from '../login/login-file.ts'

/**
 * Sends one GraphQL document and returns its data; null for whatever goes wrong. By Node's older client: importing `fetch` and
 * the SDK takes longer than the server's answer.
 */
export async function postDocument<R, V>(
  login: Login,
  document: TypedDocumentString<R, V>,
  variables: V,
  signal: AbortSignal,
): Promise<R | null> {
  try {
    const answer: unknown = JSON.parse(
      await post(login, JSON.stringify({ query: String(document), variables }), signal),
    )
    const hasData = typeof answer === 'object' && answer !== null && 'data' in answer && !('errors' in answer)
    return hasData ? (answer.data as R) : null
  } catch {
    return null
  }
}

async function post({ baseUrl, apiKey }: Login, body: string, signal: AbortSignal): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const options: RequestOptions = {
    method: 'POST',
    signal,
    agent: false,
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'slipway-completion',
      authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`,
    },
  }
  const read = (response: IncomingMessage): void => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('error', reject)
    response.on('end', () => resolve(Buffer.concat(chunks).toString()))
  }
  const request = await open(`${baseUrl}/graphql`, options, read)
  request.on('error', reject)
  request.end(body)
  return promise
}

async function open(
  url: string,
  options: RequestOptions,
  read: (response: IncomingMessage) => void,
): Promise<ClientRequest> {
  if (url.startsWith('https:')) return (await import('node:https')).request(url, options, read)
  // Not by `import`, which asks the module for all that it exports, and so loads another client of 20 ms.
  return process.getBuiltinModule('node:http').request(url, options, read)
}
