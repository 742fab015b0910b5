import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { ViewerDocument } from '@slipway/api'
import { GoneError, InvalidInputError, NotAllowedError, NotAuthenticatedError, UnavailableError } from '@slipway/core'
import { ServerFailedError } from './api-answer.ts'
import { createApiClient } from './api-client.ts'

type Answer = { readonly status?: number; readonly body: unknown } | 'hang' | 'cut'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

function answerThirdCall(call: number): Answer {
  return call < 3 ? 'cut' : { body: { data: { viewer: null } } }
}

async function serve(answer: (call: number, request: IncomingMessage) => Answer) {
  let calls = 0
  const server = createServer((request, response) => {
    calls += 1
    const given = answer(calls, request)
    request.resume()
    if (given === 'cut') request.socket.destroy()
    else if (given !== 'hang') response.writeHead(given.status ?? 200).end(JSON.stringify(given.body))
  })
  servers.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { baseUrl: `http://127.0.0.1:${port}`, calls: () => calls }
}

describe('createApiClient', () => {
  it('sends JSON text to an address beside GraphQL, with the key, and returns what it answers', async () => {
    const seen: (string | undefined)[] = []
    const { baseUrl } = await serve((call, request) => {
      seen.push(request.url, request.headers.authorization)
      return call === 1 ? { body: { stopped: true } } : { status: 410, body: { error: 'It was deleted.' } }
    })
    const client = createApiClient({ baseUrl, apiKey: 'secret' })
    expect(await client.send('/files/a/b/c/file_stream', '{}')).toEqual({ stopped: true })
    expect(seen).toEqual(['/files/a/b/c/file_stream', `Basic ${Buffer.from('api:secret').toString('base64')}`])
    await expect(client.send('/files/a/b/c/file_stream', '{}')).rejects.toThrow(new GoneError('It was deleted.'))
  })

  it('stores bytes at a signed address, with its headers and without the key', async () => {
    const seen: IncomingMessage[] = []
    const { baseUrl } = await serve((call, request) => {
      seen.push(request)
      return { status: call === 1 ? 200 : 403, body: {} }
    })
    const client = createApiClient({ baseUrl, apiKey: 'secret' })
    await client.upload(`${baseUrl}/storage/x?sign=y`, new Uint8Array([1, 2]), { headers: ['Content-Type: a/b'] })
    expect(seen[0]).toMatchObject({ method: 'PUT', url: '/storage/x?sign=y' })
    expect(seen[0]?.headers).toMatchObject({ 'content-type': 'a/b', 'content-length': '2' })
    expect(seen[0]?.headers.authorization).toBeUndefined()
    // What signs the address is a secret.
    await expect(client.upload(`${baseUrl}/storage/x?sign=y`, new Uint8Array())).rejects.toThrow(
      new NotAllowedError(`Cannot upload to ${baseUrl}/storage/x: the answer was HTTP status 403.`),
    )
    await expect(client.upload('http://127.0.0.1:9/x', new Uint8Array())).rejects.toThrow(UnavailableError)
  })

  it('sends the key as the password of the user api and returns the data', async () => {
    const seen: (string | undefined)[] = []
    const { baseUrl } = await serve((_, request) => {
      seen.push(request.url, request.headers.authorization)
      return { body: { data: { viewer: null } } }
    })
    const client = createApiClient({ baseUrl: `${baseUrl}/`, apiKey: 'secret' })
    expect(await client.request(ViewerDocument, {})).toEqual({ viewer: null })
    expect(seen).toEqual(['/graphql', `Basic ${Buffer.from('api:secret').toString('base64')}`])
  })

  it('turns an error of the answer into the error with its code and problems', async () => {
    const problems = [{ path: 'trainer.seed', message: 'seed is not an input' }]
    const { baseUrl } = await serve(() => ({
      body: { errors: [{ message: 'refused', extensions: { code: 'invalid-input', problems } }] },
    }))
    const refused = createApiClient({ baseUrl, apiKey: 'k' }).request(ViewerDocument, {})
    await expect(refused).rejects.toThrow(InvalidInputError)
    await expect(refused).rejects.toMatchObject({ message: 'refused', details: { problems } })
  })

  it('tells a failure inside the server apart from a server that is away', async () => {
    const { baseUrl } = await serve(() => ({ body: { errors: [{ message: 'm', extensions: { code: 'internal' } }] } }))
    const failed = createApiClient({ baseUrl, apiKey: 'k' }).request(ViewerDocument, {})
    await expect(failed).rejects.toThrow(ServerFailedError)
  })

  it('tells a refused key apart when the answer is not GraphQL', async () => {
    const { baseUrl } = await serve(() => ({ status: 401, body: { error: 'unknown key' } }))
    const refused = createApiClient({ baseUrl, apiKey: 'k' }).request(ViewerDocument, {})
    await expect(refused).rejects.toThrow(NotAuthenticatedError)
  })

  it('says which address does not answer', async () => {
    const client = createApiClient({ baseUrl: 'http://127.0.0.1:1', apiKey: 'k' })
    await expect(client.request(ViewerDocument, {})).rejects.toThrow(/Cannot reach http:\/\/127\.0\.0\.1:1/)
  })

  it('gives up after the time limit', async () => {
    const { baseUrl } = await serve(() => 'hang')
    const late = createApiClient({ baseUrl, apiKey: 'k' }).request(ViewerDocument, {}, { timeoutMs: 30 })
    await expect(late).rejects.toThrow(/within 30 ms/)
  })

  it('tries again only when asked to', async () => {
    const once = await serve(answerThirdCall)
    await expect(createApiClient({ ...once, apiKey: 'k' }).request(ViewerDocument, {})).rejects.toThrow(
      UnavailableError,
    )
    const again = await serve(answerThirdCall)
    const retry = { attempts: 3, firstDelayMs: 1 }
    await createApiClient({ ...again, apiKey: 'k' }).request(ViewerDocument, {}, { retry })
    expect(again.calls()).toBe(3)
  })

  it('rejects with the reason of the signal', async () => {
    const { baseUrl } = await serve(() => 'hang')
    const controller = new AbortController()
    const call = createApiClient({ baseUrl, apiKey: 'k' }).request(ViewerDocument, {}, { signal: controller.signal })
    controller.abort(new Error('shutting down'))
    await expect(call).rejects.toThrow('shutting down')
  })
})
