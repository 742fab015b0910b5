import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createTestJob, startTestBrowser, startTestServer, type TestBrowser, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'

const AWAY = 'The server cannot be reached'

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

/** A folder for a server that is started more than once. */
async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-web-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  return folder
}

const startIn = (dataFolder: string, port = 0): Promise<TestServer> =>
  startTestServer({
    database: { kind: 'sqlite', file: join(dataFolder, 'test.sqlite') },
    config: { dataFolder, port },
  })

async function must(server: TestServer, query: string): Promise<void> {
  const { errors } = await server.request(query)
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '))
}

describe('an open page', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('says that the server is away, and is up to date by itself when it is back', async () => {
    const folder = await aFolder()
    const first = await startIn(folder)
    await makeJob(first, 'train')
    await using tab = await browser.openPage(first, { path: '/jobs' })
    await tab.page.getByRole('link', { name: 'train', exact: true }).waitFor()
    await tab.page.evaluate('window.isSamePage = true')
    await first.stop()
    await tab.page.getByText(AWAY).waitFor()
    await using second = await startIn(folder, Number(new URL(first.url).port))
    await tab.page.getByText(AWAY).waitFor({ state: 'detached' })
    await makeJob({ ...second, request: (query, variables) => second.request(query, variables, first) }, 'evaluate')
    await tab.page.getByRole('link', { name: 'evaluate', exact: true }).waitFor()
    expect(await tab.page.evaluate('window.isSamePage')).toBe(true)
  })

  test('shows what happened while the network was cut, as soon as it is back', async () => {
    await using server = await startTestServer()
    await makeJob(server, 'train')
    await using tab = await browser.openPage(server, { path: '/jobs' })
    await tab.page.getByRole('link', { name: 'train', exact: true }).waitFor()
    await expect.poll(() => server.server.services.live.count().subscriptions).toBe(1)
    await tab.context.setOffline(true)
    await tab.page.getByText(AWAY).waitFor()
    await makeJob(server, 'evaluate')
    await tab.context.setOffline(false)
    await tab.page.getByRole('link', { name: 'evaluate', exact: true }).waitFor()
    await tab.page.getByText(AWAY).waitFor({ state: 'detached' })
  })

  test('of a session that is over leads to the login page, and from there back to where it was', async () => {
    const folder = await aFolder()
    await using server = await startIn(folder)
    await makeJob(server, 'train')
    await using tab = await browser.openPage(server, { path: '/jobs?search=tra' })
    await tab.page.getByRole('link', { name: 'train', exact: true }).waitFor()
    await tab.page.getByRole('searchbox', { name: 'Search jobs' }).focus()
    {
      using database = new DatabaseSync(join(folder, 'test.sqlite'))
      database.exec('delete from session')
    }
    // By the keys alone: the page may hear of the end just then, and take the field away.
    await tab.page.keyboard.press('End')
    await tab.page.keyboard.type('in')
    await tab.page.getByRole('heading', { name: 'Log in to Slipway' }).waitFor()
    // The address as it was when the end showed: before the typing, if the page asked for something just then.
    const left = new URL(tab.page.url()).searchParams.get('next')
    expect(left).toMatch(/^\/jobs\?search=tra(?:in?)?$/)
    await expect.poll(() => server.server.services.live.count().subscriptions).toBe(0)
    await tab.page.getByRole('textbox', { name: 'API key' }).fill(server.apiKey)
    await tab.page.getByRole('button', { name: 'Log in' }).click()
    await tab.page.getByRole('link', { name: 'train', exact: true }).waitFor()
    const { pathname, search } = new URL(tab.page.url())
    expect(`${pathname}${search}`).toBe(left)
    await expect.poll(() => server.server.services.live.count().subscriptions).toBe(1)
  })

  test("takes a team's things away from somebody who was removed from it, and is live for the rest", async () => {
    await using server = await startTestServer()
    const apiKey = await server.addUser('mallory')
    await must(server, 'mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
    await must(server, 'mutation { addTeamMember(input: {entityName: "vision", username: "mallory"}) { success } }')
    await makeJob(server, 'segment', 'vision')
    await using tab = await browser.openPage(server, { apiKey, path: '/vision/vision/jobs/segment' })
    await tab.page.getByRole('heading', { name: 'segment', exact: true }).waitFor()
    await expect.poll(() => server.server.services.live.count().subscriptions).toBe(1)
    await must(server, 'mutation { removeTeamMember(input: {entityName: "vision", username: "mallory"}) { success } }')
    await tab.page.getByRole('heading', { name: 'Not found' }).waitFor()
    expect(await tab.page.getByRole('heading', { name: 'segment', exact: true }).count()).toBe(0)
    await tab.page.getByRole('link', { name: 'Jobs', exact: true }).first().click()
    await tab.page.getByRole('heading', { name: 'No jobs yet' }).waitFor()
    const own = await createTestJob(
      { request: (query, variables) => server.request(query, variables, { apiKey }) },
      {
        entityName: 'mallory',
        projectName: 'own',
        name: 'mine',
        files: { 'a.py': '' },
        entryPoint: ['python', 'a.py'],
        config: { rate: 1 },
      },
    )
    expect(own).toBe('mallory/own/mine:v0')
    await tab.page.getByRole('link', { name: 'mine', exact: true }).waitFor()
  })

  test.each([
    ['the list', '/runs?entity=vision', 'Not for you to see'],
    ['a list in groups', '/runs?entity=vision&group=config.depth', 'Not for you to see'],
    ['a comparison', '/compare?runs=vision/secret/hidden,mallory/own/mine', null],
  ])('takes the runs of a team away from somebody who was removed from it, in %s', async (_where, path, heading) => {
    await using server = await startTestServer()
    const apiKey = await server.addUser('mallory')
    await must(server, 'mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
    await must(server, 'mutation { addTeamMember(input: {entityName: "vision", username: "mallory"}) { success } }')
    const make = 'mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { inserted } }'
    const config = JSON.stringify({ depth: { value: 4711 } })
    for (const input of [
      { entityName: 'vision', modelName: 'secret', name: 'hidden', config },
      { entityName: 'mallory', modelName: 'own', name: 'mine' },
    ]) {
      const { errors } = await server.request(make, { input }, { apiKey })
      expect(errors).toBeUndefined()
    }
    await using tab = await browser.openPage(server, { apiKey, path })
    const { page } = tab
    await page.getByText('4711').first().waitFor()
    await expect.poll(() => server.server.services.live.count().subscriptions).toBe(1)
    await must(server, 'mutation { removeTeamMember(input: {entityName: "vision", username: "mallory"}) { success } }')
    await page.getByText('4711').first().waitFor({ state: 'detached' })
    if (heading === null) await page.getByText('Not there, or not yours to see: vision/secret/hidden').waitFor()
    else await page.getByRole('heading', { name: heading }).waitFor()
    expect(await page.getByText('4711').count()).toBe(0)
  })

  test('is one of many tabs, of which those in the background hold no connection', async () => {
    await using server = await startTestServer()
    await makeJob(server, 'train')
    await using tab = await browser.openPage(server, { path: '/jobs' })
    for (let index = 0; index < 8; index += 1) {
      const page = await tab.context.newPage()
      await page.goto('/jobs')
      await page.getByRole('link', { name: 'train', exact: true }).waitFor()
      await page.evaluate(HIDE)
    }
    await makeJob(server, 'evaluate')
    await tab.page.getByRole('link', { name: 'evaluate', exact: true }).waitFor()
    // The one that is seen, and the hidden one that connected last.
    await expect.poll(() => server.server.services.live.count().subscriptions).toBe(2)
    const second = tab.context.pages()[1]
    await second?.evaluate(SHOW)
    await second?.getByRole('link', { name: 'evaluate', exact: true }).waitFor()
  })
})

const visibility = (state: string): string =>
  `Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' });
  document.dispatchEvent(new Event('visibilitychange'))`
const HIDE = visibility('hidden')
const SHOW = visibility('visible')
