import { findAccessibilityProblems, startTestBrowser, startTestServer, type TestBrowser } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

describe('login', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('whoever is not logged in comes back to the page they asked for after an API key', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server, { apiKey: null, path: '/jobs?search=none' })
    await tab.page.getByRole('textbox', { name: 'API key' }).fill(server.apiKey)
    expect(await findAccessibilityProblems(tab.page)).toEqual([])
    await tab.page.getByRole('button', { name: 'Log in' }).click()
    await tab.page.getByRole('heading', { name: 'Jobs', exact: true }).waitFor()
    expect(new URL(tab.page.url()).search).toBe('?search=none')
    expect(await findAccessibilityProblems(tab.page)).toEqual([])
  })

  test('a login link logs in once', async () => {
    await using server = await startTestServer()
    const { data } = await server.request('mutation { createLoginLink(input: {}) { path } }')
    await using first = await browser.openPage(server, { apiKey: null, path: data.createLoginLink.path })
    await first.page.getByRole('heading', { name: 'Get the first job in' }).waitFor()
    await using second = await browser.openPage(server, { apiKey: null, path: data.createLoginLink.path })
    await expect.poll(() => second.page.getByRole('alert').textContent()).toContain('used already')
  })

  test('logging out ends the session on the server', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server)
    const cookies = await tab.context.cookies()
    expect(cookies).toMatchObject([{ name: 'slipway_session', httpOnly: true, sameSite: 'Strict' }])
    await tab.page.getByRole('button', { name: 'admin menu' }).click()
    await tab.page.getByRole('menuitem', { name: 'Log out' }).click()
    await tab.page.getByRole('heading', { name: 'Log in to Slipway' }).waitFor()
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: server.url,
        cookie: `slipway_session=${cookies[0]?.value ?? ''}`,
      },
      body: JSON.stringify({ query: '{ viewer { username } }' }),
    })
    expect(await answer.json()).toEqual({ data: { viewer: null } })
  })
})
