import { findAccessibilityProblems, startTestBrowser, startTestServer, type TestBrowser } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRun } from './run-fixture.ts'

describe('a list of somebody else', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test.each([
    ['/runs?entity=admin', 'Runs', 'No runs yet'],
    ['/runs?entity=admin&project=demo', 'Runs', 'No runs yet'],
    ['/jobs?entity=admin', 'Jobs', 'No jobs yet'],
    ['/queues?entity=admin', 'Queues', 'No queues yet'],
    ['/agents?entity=admin', 'Agents', 'No agent listens'],
  ])('%s keeps its header, and leads to what is one’s own', async (path, title, own) => {
    await using server = await startTestServer()
    await makeRun(server, { name: 'hidden' })
    const apiKey = await server.addUser('mallory')
    await using tab = await browser.openPage(server, { path, apiKey })
    const { page } = tab
    await page.getByRole('alert').getByRole('heading', { name: 'Not for you to see' }).waitFor()
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    await page.getByRole('combobox', { name: 'Person or team' }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Show what is yours' }).click()
    await page.getByRole('heading', { name: own }).waitFor()
    expect(new URL(page.url()).search).toBe('')
  })

  test('a project that is not there is told beside those that are', async () => {
    await using server = await startTestServer()
    await makeRun(server, { name: 'first', displayName: 'first-run' })
    await using tab = await browser.openPage(server, { path: '/runs?project=dmeo' })
    const { page } = tab
    await page.getByText('admin has no project "dmeo".').waitFor()
    await page.getByRole('combobox', { name: 'Project' }).click()
    await page.getByRole('option', { name: 'demo', exact: true }).click()
    await page.getByRole('link', { name: 'first-run' }).waitFor()
    await page.goto('/runs?project=dmeo')
    await page.getByRole('button', { name: 'Show the runs of all projects' }).click()
    await page.getByRole('link', { name: 'first-run' }).waitFor()
    expect(new URL(page.url()).search).toBe('?entity=admin')
  })
})
