import { findAccessibilityProblems, startTestBrowser, startTestServer, type TestBrowser } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

describe('a page of what is not there', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test.each([
    ['/admin/demo/runs/nope', 'There is no such run', 'Go to the runs', '/runs'],
    ['/admin/demo/jobs/nope', 'Not found', 'Go to the jobs', '/jobs'],
    ['/queues/admin/nope', 'There is no such queue', 'Go to the queues', '/queues'],
    ['/queues/admin/nope/items/1-9', 'There is no such item', 'Go to the queues', '/queues'],
    ['/compare?runs=admin/a/b', 'No runs to compare', 'Go to the runs', '/runs'],
  ])('%s leads on to what is there', async (path, heading, link, address) => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server, { path })
    const { page } = tab
    await page.getByRole('heading', { name: heading }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('link', { name: link }).click()
    await page.waitForURL(`**${address}`)
    expect(new URL(page.url()).pathname).toBe(address)
  })

  test('the agents of an entity without a queue ask for a queue first', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server, { path: '/agents' })
    await tab.page.getByText('Create a queue first, below.').waitFor()
    expect(await tab.page.getByText('the command for each queue is below').count()).toBe(0)
  })
})
