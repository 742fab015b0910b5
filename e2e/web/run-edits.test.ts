import { startTestBrowser, startTestServer, type TestBrowser, type TestPage, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRun } from './send-lines.ts'

const PATH = '/admin/vision/runs/edited'

describe('what people write on a run', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('notes and a name that do not reach the server stay in their fields', async () => {
    await using server = await startTestServer()
    await makeRun(server, 'edited')
    await using tab = await browser.openPage(server, { path: PATH })
    const { page } = tab
    const comeBack = await goAway(page, 'WebChangeRun')
    await page.getByRole('button', { name: 'Add notes' }).click()
    const notes = page.getByRole('textbox', { name: 'Notes' })
    await notes.fill('worth keeping')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Cannot reach the server').first().waitFor()
    expect(await notes.inputValue()).toBe('worth keeping')
    await page.getByRole('button', { name: 'Rename the run' }).click()
    const name = page.getByRole('textbox', { name: 'Name of the run' })
    await name.fill('the best one')
    const refusal = page.waitForEvent('requestfailed', (request) => isOperation(request.postData(), 'WebChangeRun'))
    await page.keyboard.press('Enter')
    await refusal
    await expect.poll(() => name.getAttribute('readonly')).toBe(null)
    expect(await name.inputValue()).toBe('the best one')
    await comeBack()
    await name.press('Enter')
    await page.getByRole('heading', { name: 'the best one' }).waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await notes.waitFor({ state: 'detached' })
    expect(await readRun(server)).toMatchObject({ displayName: 'the best one', notes: 'worth keeping' })
  })

  test('quick changes of tags and those of two people at once all stay', async () => {
    await using server = await startTestServer()
    await makeRun(server, 'edited')
    await using tab = await browser.openPage(server, { path: PATH })
    await using other = await browser.openPage(server, { path: PATH })
    for (const { page } of [tab, other]) {
      await page.getByRole('button', { name: 'Edit tags' }).click()
      await page.getByPlaceholder('Type a tag and press Enter').waitFor()
    }
    // Each sees the run without what the other adds until both have sent theirs.
    const held = await holdBack(other.page, 'query WebRun(')
    await addTags(tab.page, ['one', 'two', 'three'])
    await expect.poll(async () => (await readRun(server)).tags).toEqual(['one', 'two', 'three'])
    await addTags(other.page, ['four', 'five'])
    await expect
      .poll(async () => (await readRun(server)).tags.toSorted())
      .toEqual(['five', 'four', 'one', 'three', 'two'])
    await held()
    await other.page.getByRole('button', { name: 'Done' }).click()
    for (const tag of ['one', 'five']) await other.page.getByText(tag, { exact: true }).waitFor()
  })
})

async function addTags(page: TestPage['page'], tags: readonly string[]): Promise<void> {
  for (const tag of tags) {
    await page
      .getByPlaceholder('Type a tag and press Enter')
      .or(page.getByRole('combobox', { name: 'Tags' }))
      .fill(tag)
    await page.keyboard.press('Enter')
  }
}

async function readRun(server: TestServer) {
  const { data } = await server.request(
    '{ project(name: "vision") { run(name: "edited") { displayName notes tags } } }',
  )
  return data.project.run
}

function isOperation(body: string | null, text: string): boolean {
  return body?.includes(text) === true
}

/** Has the requests that hold a text fail, as without a network, until the answer is called. */
async function goAway(page: TestPage['page'], text: string): Promise<() => Promise<void>> {
  await page.route('**/graphql', (route) =>
    isOperation(route.request().postData(), text) ? route.abort() : route.fallback(),
  )
  return () => page.unroute('**/graphql')
}

/** Keeps the requests that hold a text from the server until the answer is called. */
async function holdBack(page: TestPage['page'], text: string): Promise<() => Promise<void>> {
  const waiting: (() => Promise<void>)[] = []
  await page.route('**/graphql', async (route) => {
    if (isOperation(route.request().postData(), text)) waiting.push(() => route.continue().catch(() => undefined))
    else await route.fallback()
  })
  return async () => {
    await page.unroute('**/graphql')
    for (const go of waiting) await go()
  }
}
