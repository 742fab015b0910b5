import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort, startTestServer, type TestServer } from '@slipway/testkit'
import { describe, expect, test } from 'vitest'

const WHO = '{ viewer { username } }'

function openSession(apiKey: string): string {
  return `mutation { openSession(input: {apiKey: "${apiKey}"}) { user { username } } }`
}

function post(url: string, query: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })
}

/** Logs in by the administrator's key; the answer is the cookie to send. */
async function logIn(server: TestServer): Promise<string> {
  const response = await post(server.url, openSession(server.apiKey), {})
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describe('a browser session', () => {
  test('answers for its user, from a page of the server', async () => {
    await using server = await startTestServer()
    const cookie = await logIn(server)
    const answer = await post(server.url, WHO, { cookie, origin: server.url })
    expect(await answer.json()).toEqual({ data: { viewer: { username: 'admin' } } })
  })

  test('is refused when the request names another page, or none', async () => {
    await using server = await startTestServer()
    const cookie = await logIn(server)
    for (const headers of [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      {},
    ]) {
      const answer = await post(server.url, WHO, { cookie, ...headers })
      expect(answer.status).toBe(403)
    }
  })

  test('sends a cookie that no script reads and no other site gets sent, over TLS only where there is TLS', async () => {
    await using server = await startTestServer()
    await using behindTls = await startTestServer({
      config: { publicUrl: 'https://slipway.example', port: await findFreePort() },
    })
    const plain = (await post(server.url, openSession(server.apiKey), {})).headers.get('set-cookie')
    expect(plain).toMatch(/^slipway_session=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000$/)
    // The address of the proxy is not that of the server behind it.
    const port = behindTls.config.port
    const own = `http://127.0.0.1:${port}`
    expect((await post(own, openSession(behindTls.apiKey), {})).headers.get('set-cookie')).toMatch(/; Secure$/)
  })

  test('is not opened by an unknown key, nor without any', async () => {
    await using server = await startTestServer()
    const unknown = await post(
      server.url,
      `mutation { openSession(input: {apiKey: "${'0'.repeat(40)}"}) { user { id } } }`,
      {},
    )
    expect([unknown.status, unknown.headers.get('set-cookie')]).toEqual([401, null])
    const none = await post(server.url, 'mutation { openSession(input: {}) { user { id } } }', {})
    expect([none.status, none.headers.get('set-cookie')]).toEqual([400, null])
  })
})

describe('the page of the web application', () => {
  test('is sent at every address that a browser opens, and not to programs', () =>
    withPage(async (server) => {
      const page = await fetch(`${server.url}/admin/demo/runs/abc`, { headers: { accept: 'text/html,*/*' } })
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
      const program = await fetch(`${server.url}/admin/demo/runs/abc`)
      expect([program.status, program.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8'])
      const outside = await fetch(`${server.url}/assets/..%2findex.html`)
      expect(outside.status).toBe(404)
    }))

  test('is sent at / to whoever asks, such as a probe, and other addresses stay unknown to programs', () =>
    withPage(async (server) => {
      const ask = async (path: string, init: RequestInit) => {
        const { status, headers } = await fetch(`${server.url}${path}`, init)
        return [status, headers.get('content-type')?.split(';')[0]]
      }
      for (const accept of ['*/*', 'application/json', '']) {
        expect(await ask('/', { headers: { accept } })).toEqual([200, 'text/html'])
        expect(await ask('/jobs', { headers: { accept } })).toEqual([404, 'application/json'])
      }
      expect(await ask('/', { method: 'HEAD' })).toEqual([200, 'text/html'])
      expect(await ask('/?probe=1', {})).toEqual([200, 'text/html'])
      expect(await ask('/', { method: 'POST' })).toEqual([404, 'application/json'])
    }))

  test('allows no inline script and nothing from elsewhere, and a style element only with the nonce of the answer', () =>
    withPage(async (server) => {
      const read = async () => {
        const response = await fetch(server.url, { headers: { accept: 'text/html' } })
        const policy = response.headers.get('content-security-policy') ?? ''
        return { policy, nonce: /content="(.+)"/.exec(await response.text())?.[1] ?? '' }
      }
      const [first, second] = [await read(), await read()]
      expect(first.policy).toContain("default-src 'none'; script-src 'self'; ")
      expect(first.policy).not.toContain('unsafe')
      expect(first.policy).toContain(`style-src 'self' 'nonce-${first.nonce}'`)
      expect(first.nonce).not.toBe(second.nonce)
    }))

  test('has its files kept by browsers for as long as they like', () =>
    withPage(async (server) => {
      const file = await fetch(`${server.url}/assets/main-1.js`)
      expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    }))

  test('says how to build the application where that is missing', async () => {
    await using server = await startTestServer({ config: { webFolder: null } })
    const page = await fetch(server.url, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain('make setup')
  })
})

/** A server with a web application of one page and one file. */
async function withPage(work: (server: TestServer) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-web-'))
  try {
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '<meta name="style-nonce" content="__STYLE_NONCE__">')
    await writeFile(join(folder, 'assets/main-1.js'), 'export {}')
    await using server = await startTestServer({ config: { webFolder: folder } })
    await work(server)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
