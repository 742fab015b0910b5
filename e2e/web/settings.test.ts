import {
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
  type TestServer,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

function whoIs(server: TestServer, apiKey: string) {
  return server.request('{ viewer { username admin } }', {}, { apiKey })
}

describe('the settings', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('a password that is set logs in, and one that is taken away does not', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server, { path: '/settings' })
    const { page } = tab
    await page.getByLabel('E-mail address').fill('admin@example.org')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The e-mail address is saved.').waitFor()
    await page.getByLabel('New password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('The password is set.').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])

    await using other = await browser.openPage(server, { apiKey: null, path: '/settings' })
    await other.page.getByText('Password', { exact: true }).click()
    await other.page.getByLabel('User name').fill('admin')
    await other.page.getByRole('textbox', { name: 'Password' }).fill('wrong')
    await other.page.getByRole('button', { name: 'Log in' }).click()
    await expect
      .poll(() => other.page.getByRole('alert').textContent())
      .toContain('the user name or the password is wrong')
    expect(await findAccessibilityProblems(other.page)).toEqual([])
    await other.page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery')
    await other.page.getByRole('button', { name: 'Log in' }).click()
    await other.page.getByRole('heading', { name: 'Settings' }).waitFor()

    await page.getByLabel('Current password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Take it away' }).click()
    await page.getByText('The password is taken away.').waitFor()
    // The session that the password opened is over, and its page says so by itself.
    await other.page.getByRole('heading', { name: 'Log in to Slipway' }).waitFor()
  })

  test('a key is made, shown once, and refused after it is deleted', async () => {
    await using server = await startTestServer()
    // Where the client's login command sends people.
    await using tab = await browser.openPage(server, { path: '/authorize' })
    const { page } = tab
    await page.getByLabel('What the key is for').fill('laptop')
    await page.getByRole('button', { name: 'Create a key' }).click()
    const key =
      (await page.getByRole('alert').filter({ hasText: 'Copy the key now' }).locator('pre').textContent()) ?? ''
    expect((await whoIs(server, key)).data.viewer.username).toBe('admin')
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.reload()
    await page.getByRole('row', { name: /laptop/ }).waitFor()
    expect(await page.getByText(key).count()).toBe(0)
    await page
      .getByRole('row', { name: /laptop/ })
      .getByRole('button')
      .click()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Delete the key', exact: true }).click()
    await page.getByRole('row', { name: /laptop/ }).waitFor({ state: 'detached' })
    expect((await whoIs(server, key)).status).toBe(401)
  })

  test('an administrator makes a user and a team; the user is put into the team and out of it', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server, { path: '/settings?tab=users', colorScheme: 'dark' })
    const { page } = tab
    await page.getByLabel('New user').fill('ann')
    await page.getByRole('button', { name: 'Create the user' }).click()
    const key =
      (await page.getByRole('alert').filter({ hasText: 'Give ann this key' }).locator('pre').textContent()) ?? ''
    expect((await whoIs(server, key)).data.viewer).toEqual({ username: 'ann', admin: false })
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Make administrator: ann' }).click()
    await page.getByRole('button', { name: 'Make administrator', exact: true }).click()
    await page.getByRole('button', { name: 'Remove as administrator: ann' }).waitFor()
    await page.getByRole('button', { name: 'Remove as administrator: admin' }).click()
    await page.getByRole('button', { name: 'Remove as administrator', exact: true }).click()
    await page.getByRole('tab', { name: 'Teams' }).click()
    await page.getByLabel('New team').fill('vision')
    await page.getByRole('button', { name: 'Create the team' }).click()
    const team = page.getByRole('region', { name: 'Team vision' })
    await team.getByLabel('User to add to vision').fill('nobody')
    await team.getByRole('button', { name: 'Add' }).click()
    await page.getByText('Cannot find user "nobody". Check the name.').waitFor()
    await team.getByLabel('User to add to vision').fill('ann')
    await team.getByRole('button', { name: 'Add' }).click()
    await team.getByRole('row', { name: /ann/ }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await team.getByRole('button', { name: 'Remove ann from vision' }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await team.getByRole('row', { name: /ann/ }).waitFor({ state: 'detached' })
  })

  test('a secret is set and never shown again, for a person and for a team', async () => {
    await using server = await startTestServer()
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
    await using tab = await browser.openPage(server, { path: '/settings?tab=secrets' })
    const { page } = tab
    await page.getByText('admin has no secrets yet.').waitFor()
    await page.getByLabel('Name', { exact: true }).fill('HF_TOKEN')
    await page.getByLabel('Value', { exact: true }).fill('hf_canary_value')
    await page.getByRole('button', { name: 'Set the secret' }).click()
    await page.getByRole('row', { name: /HF_TOKEN/ }).waitFor()
    expect(await page.content()).not.toContain('hf_canary_value')
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('combobox', { name: 'Person or team' }).click()
    await page.getByRole('option', { name: 'vision' }).click()
    await page.getByText('vision has no secrets yet.').waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Delete the secret HF_TOKEN' }).click()
    await page.getByRole('button', { name: 'Delete the secret', exact: true }).click()
    await page.getByText('admin has no secrets yet.').waitFor()
  })

  test('settings that are not yours say so, and what to do', async () => {
    await using server = await startTestServer()
    const apiKey = await server.addUser('bob')
    await using tab = await browser.openPage(server, { apiKey, path: '/settings?tab=users', colorScheme: 'dark' })
    const { page } = tab
    await page.getByRole('heading', { name: 'Only administrators see the users' }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.goto('/settings?tab=secrets&entity=admin')
    await page.getByRole('heading', { name: 'The secrets of "admin" are not yours to see' }).waitFor()
    expect(await page.getByRole('button', { name: 'Set the secret' }).count()).toBe(0)
    expect(await findAccessibilityProblems(page)).toEqual([])
  })

  test('who is no administrator sees no users, and what the server is', async () => {
    await using server = await startTestServer()
    const apiKey = await server.addUser('bob')
    await using tab = await browser.openPage(server, {
      apiKey,
      path: '/settings?tab=server',
      viewport: { width: 380, height: 760 },
    })
    const { page } = tab
    await page.getByText(`export WANDB_BASE_URL=${server.url}`).waitFor()
    expect(await page.getByRole('tab', { name: 'Users' }).count()).toBe(0)
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    expect(await findAccessibilityProblems(page)).toEqual([])
  })
})
