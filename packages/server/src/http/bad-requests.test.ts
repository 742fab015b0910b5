import { startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

async function post(
  url: string,
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<Response> {
  return fetch(`${url}/graphql`, { method: 'POST', headers, body })
}

test('a body that is not JSON is answered with status 400', async () => {
  await using server = await startTestServer()
  const response = await post(server.url, '{"query": ')
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('Cannot read the request')
})

test('a JSON body without a document is answered with status 400', async () => {
  await using server = await startTestServer()
  for (const body of ['[]', '"text"', '{"query": 7}', '{}']) expect((await post(server.url, body)).status).toBe(400)
})

test('a body over the limit is answered with status 413', async () => {
  await using server = await startTestServer()
  const response = await post(
    server.url,
    JSON.stringify({ query: '{ viewer { id } }', variables: { x: 'x'.repeat(65 * 1024 * 1024) } }),
  )
  expect(response.status).toBe(413)
})

test('a body of 10 MB is taken', async () => {
  await using server = await startTestServer()
  const response = await post(
    server.url,
    JSON.stringify({ query: '{ serverInfo { version } }', variables: { x: 'x'.repeat(10 * 1024 * 1024) } }),
  )
  expect(response.status).toBe(200)
})

test('a document of a hundred thousand tokens is refused', async () => {
  await using server = await startTestServer()
  const response = await post(server.url, JSON.stringify({ query: `{ ${'serverInfo { version } '.repeat(30_000)} }` }))
  expect(response.status).toBe(400)
})

test('an address that the server does not have is answered with status 404', async () => {
  await using server = await startTestServer()
  expect((await fetch(`${server.url}/api/v1/jobs`)).status).toBe(404)
})

test('an authorization header of another scheme is refused', async () => {
  await using server = await startTestServer()
  const response = await post(server.url, JSON.stringify({ query: '{ viewer { id } }' }), {
    'content-type': 'application/json',
    authorization: 'Digest x',
  })
  expect(response.status).toBe(401)
})
