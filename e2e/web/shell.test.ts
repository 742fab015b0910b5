import {
  createTestJob,
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
  type TestServer,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

function makeJob(server: TestServer, name: string, entityName = 'admin'): Promise<string> {
  return createTestJob(server, {
    entityName,
    projectName: 'vision',
    name,
    files: { 'train.py': 'print("hello")\n' },
    entryPoint: ['python', 'train.py'],
    config: { rate: 0.1 },
  })
}

/** The text of the element that has the focus. */
const FOCUSED = `document.activeElement?.tagName + ' ' + document.activeElement?.textContent`
const BACKGROUND = `getComputedStyle(document.body).backgroundColor`

describe('the frame of the web application', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('names the tab after each page, and moves the focus to its heading', async () => {
    await using server = await startTestServer()
    await makeJob(server, 'train')
    await using tab = await browser.openPage(server, { path: '/jobs' })
    const { page } = tab
    await expect.poll(() => page.title()).toBe('Jobs · Slipway')
    await page.getByRole('link', { name: 'train', exact: true }).click()
    await expect.poll(() => page.title()).toBe('train · Slipway')
    await expect.poll(() => page.evaluate(FOCUSED)).toBe('H1 train')
    await page.goBack()
    await expect.poll(() => page.evaluate(FOCUSED)).toBe('H1 Jobs')
    const search = page.getByRole('searchbox', { name: 'Search jobs' })
    await search.fill('none')
    await page.getByRole('heading', { name: 'No job matches "none"' }).waitFor()
    expect(await page.evaluate(`document.activeElement?.getAttribute('aria-label')`)).toBe('Search jobs')
    await page.goto('/nowhere/at/all/really')
    await expect.poll(() => page.title()).toBe('Not found · Slipway')
    await page.goto('/admin/vision/jobs/missing')
    await page.getByRole('heading', { name: 'Not found' }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await using login = await browser.openPage(server, { apiKey: null, path: '/login' })
    await expect.poll(() => login.page.title()).toBe('Log in · Slipway')
  })

  test('goes by the keyboard alone, and leaves keys to whoever types', async () => {
    await using server = await startTestServer()
    await makeJob(server, 'train')
    await using tab = await browser.openPage(server, { path: '/agents' })
    const { page } = tab
    const path = (): string => new URL(page.url()).pathname
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('j')
    await page.getByRole('link', { name: 'train', exact: true }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('g q?')
    await page.getByRole('heading', { name: 'No job matches "g q?"' }).waitFor()
    expect(path()).toBe('/jobs')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('searchbox').blur()
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await help.getByText('Queues').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    expect(path()).toBe('/jobs')
    await page.keyboard.press('g')
    await page.keyboard.press('q')
    await page.getByRole('heading', { name: 'Queues', level: 1 }).waitFor()
  })

  test('finds jobs, runs and queues of all entities of the viewer, and things to do', async () => {
    await using server = await startTestServer()
    await server.request('mutation { createTeam(input: {teamName: "perception"}) { entity { id } } }')
    await makeJob(server, 'segment', 'perception')
    await server.request(`mutation { upsertRunQueue(input: {entityName: "admin", projectName: "model-registry",
      queueName: "big gpu", resourceType: "local-process", resourceConfig: "{}"}) { success } }`)
    await using tab = await browser.openPage(server, { path: '/agents' })
    const { page } = tab
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor()
    const field = page.getByRole('combobox', { name: 'Find a job, run or queue, or something to do' })
    const open = async (text: string): Promise<void> => {
      await page.keyboard.press('Control+k')
      await field.fill(text)
    }
    await open('segm')
    await page.getByRole('option', { name: /^segment.*perception\/vision/ }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'segment', level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/perception/vision/jobs/segment')
    await open('capture-seg')
    await page.getByRole('option', { name: /Run · perception\/vision · capture-segment$/ }).click()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/perception/vision/runs/capture-segment')
    await open('GPU')
    await page.getByRole('option', { name: /^big gpu.*Queue/ }).click()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/queues/admin/big%20gpu')
    await open('(.*')
    await page.getByText('Nothing matches "(.*".').waitFor()
    await field.fill('dark')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(`document.documentElement.dataset.mantineColorScheme`)).toBe('dark')
    await open('segm')
    await page.getByRole('option', { name: /^Launch segment/ }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('has the chosen colours before its program runs', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server, { path: '/agents', colorScheme: 'light' })
    const { page } = tab
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor()
    const light = await page.evaluate(BACKGROUND)
    await page.getByRole('button', { name: 'admin menu' }).click()
    await page.getByRole('menuitem', { name: 'Dark' }).click()
    await expect.poll(() => page.evaluate(BACKGROUND)).not.toBe(light)
    const dark = await page.evaluate(BACKGROUND)
    await page.route(/assets\/index-.*\.js/, (route) => route.abort())
    await page.goto('/jobs')
    expect(await page.evaluate(`document.querySelector('#root').childElementCount`)).toBe(0)
    expect(await page.evaluate(BACKGROUND)).toBe(dark)
  })

  test('offers to load again when a part of it is not on the server any more', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server, { path: '/jobs' })
    const { page } = tab
    await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor()
    const part = /assets\/agents-page-.*\.js/
    await page.route(part, (route) => route.fulfill({ status: 404, body: '' }))
    await page.getByRole('link', { name: 'Agents' }).click()
    await page.getByRole('heading', { name: 'This page has to be loaded again' }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.unroute(part)
    await page.getByRole('button', { name: 'Load again' }).click()
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor()
  })

  test('shows that a page is on its way', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server, { path: '/jobs' })
    const { page } = tab
    await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor()
    const { promise: isLetThrough, resolve: letThrough } = Promise.withResolvers<void>()
    await page.route(/assets\/agents-page-.*\.js/, async (route) => {
      await isLetThrough
      await route.continue()
    })
    await page.getByRole('link', { name: 'Agents' }).click()
    await page.getByRole('progressbar', { name: 'Loading the page' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Agents', level: 1 }).count()).toBe(0)
    letThrough()
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor()
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
  })

  test('is a drawer on a phone, which closes when somebody goes somewhere', async () => {
    await using server = await startTestServer()
    await makeJob(server, 'train')
    await using tab = await browser.openPage(server, { path: '/jobs', viewport: { width: 380, height: 780 } })
    const { page } = tab
    await page.getByRole('link', { name: 'train', exact: true }).waitFor()
    expect(await page.getByRole('link', { name: 'Queues' }).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Open menu' }).click()
    await page.getByRole('link', { name: 'Queues' }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('link', { name: 'Queues' }).click()
    await page.getByRole('heading', { name: 'Queues', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Open menu' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'Queues', exact: true }).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Open menu' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Open menu' }).waitFor()
    for (const path of ['/jobs', '/admin/vision/jobs/train', '/welcome', '/settings']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    }
  })
})
