import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findAccessibilityProblems, startTestBrowser, startTestServer, type TestBrowser } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { field, makeQueue, makeTrainJob, TALL, untilForm } from './launch-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const FORM = '/launch?job=admin/vision/train'

let browser: TestBrowser
beforeAll(async () => {
  browser = await startTestBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

describe('a draft of a launch', () => {
  test('survives a reload with what is no value yet, and is discarded with one click', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, { path: FORM, viewport: TALL })
    const { page } = tab
    await untilForm(tab)
    await field(tab, 'seed').fill('12')
    await field(tab, 'trainer.learning_rate').fill('1e-')
    await page.getByRole('textbox', { name: 'Run name' }).fill('half')
    await page.reload()
    await page.getByText('is back.').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    expect(await field(tab, 'seed').inputValue()).toBe('12')
    expect(await field(tab, 'trainer.learning_rate').inputValue()).toBe('1e-')
    expect(await page.getByRole('textbox', { name: 'Run name' }).inputValue()).toBe('half')
    await page.getByRole('button', { name: 'Discard' }).click()
    await expect.poll(() => field(tab, 'seed').inputValue()).toBe('1')
    expect(await page.getByRole('textbox', { name: 'Run name' }).inputValue()).toBe('')
    await page.reload()
    await untilForm(tab)
    expect(await field(tab, 'seed').inputValue()).toBe('1')
    expect(await page.getByText('is back.').count()).toBe(0)
  })

  test('is not lost when the drawer is closed in the middle of a word', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    const path = `/jobs?launch=${JSON.stringify({ job: 'admin/vision/train' })}`
    await using tab = await browser.openPage(server, { path, viewport: TALL })
    await untilForm(tab)
    await field(tab, 'trainer.optimizer').fill('sg')
    await tab.page.keyboard.press('Escape')
    await tab.page.getByRole('dialog').waitFor({ state: 'detached' })
    await tab.page.goto(path)
    await tab.page.getByText('is back.').waitFor()
    expect(await field(tab, 'trainer.optimizer').inputValue()).toBe('sg')
  })

  test('belongs to its tab: two tabs do not write over each other, and each can take the other over', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, { path: FORM, viewport: TALL })
    await untilForm(tab)
    await field(tab, 'seed').fill('5')
    await expect.poll(() => decodeURIComponent(tab.page.url())).toContain('seed=5')
    const second = { page: await tab.context.newPage() }
    await second.page.goto(FORM)
    await second.page.getByText('Another draft of this job').waitFor()
    expect(await field(second, 'seed').inputValue()).toBe('1')
    await field(second, 'seed').fill('6')
    await expect.poll(() => decodeURIComponent(second.page.url())).toContain('seed=6')
    await tab.page.reload()
    await tab.page.getByText('is back.').waitFor()
    expect(await field(tab, 'seed').inputValue()).toBe('5')
    await second.page.reload()
    await second.page.getByText('is back.').waitFor()
    expect(await field(second, 'seed').inputValue()).toBe('6')
    const third = { page: await tab.context.newPage() }
    await third.page.goto(FORM)
    await third.page.getByRole('button', { name: 'Use it' }).click()
    await expect.poll(() => field(third, 'seed').inputValue()).toBe('6')
  })

  test('gives way to a link that says something else, and is kept beside it', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, { path: FORM, viewport: TALL })
    await untilForm(tab)
    await field(tab, 'seed').fill('5')
    await expect.poll(() => decodeURIComponent(tab.page.url())).toContain('seed=5')
    await tab.page.goto(`${FORM}&set=seed=40`)
    await tab.page.getByText('Another draft of this job').waitFor()
    expect(await field(tab, 'seed').inputValue()).toBe('40')
    await tab.page.getByRole('button', { name: 'Use it' }).click()
    await expect.poll(() => field(tab, 'seed').inputValue()).toBe('5')
  })

  test('is there again after the session ended and the person logged in anew', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    const path = `/jobs?launch=${JSON.stringify({ job: 'admin/vision/train' })}`
    await using tab = await browser.openPage(server, { path, viewport: TALL })
    const { page } = tab
    await untilForm(tab)
    await field(tab, 'seed').fill('33')
    await field(tab, 'trainer.learning_rate').fill('0.')
    await tab.context.request.post('/graphql', {
      headers: { origin: server.url },
      data: { query: 'mutation { closeSession { success } }' },
    })
    // The page may have heard of the end by itself, and ask for the key already.
    const key = page.getByRole('textbox', { name: 'API key' })
    await page.getByRole('button', { name: 'Review' }).or(key).click()
    await key.fill(server.apiKey)
    await page.getByRole('button', { name: 'Log in' }).click()
    await untilForm(tab)
    expect(await field(tab, 'seed').inputValue()).toBe('33')
    expect(await field(tab, 'trainer.learning_rate').inputValue()).toBe('0.')
    expect(new URL(page.url()).pathname).toBe('/jobs')
  })

  test('goes on while the server restarts, and is launched once when it is back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-restart-'))
    const options = { database: { kind: 'sqlite', file: join(folder, 'slipway.db') } as const }
    let server = await startTestServer({ ...options, config: { dataFolder: folder } })
    const port = Number(new URL(server.url).port)
    const { apiKey } = server
    try {
      await makeQueue(server, 'default')
      await makeTrainJob(server)
      await using tab = await browser.openPage(server, { path: FORM, viewport: TALL })
      const { page } = tab
      await untilForm(tab)
      await field(tab, 'seed').fill('2')
      await server.stop()
      await page.getByText('The server cannot be reached.').waitFor()
      await field(tab, 'seed').fill('21')
      await page.getByRole('button', { name: 'Review' }).click()
      await page.getByRole('row', { name: /^seed/ }).waitFor()
      server = await startTestServer({ ...options, config: { dataFolder: folder, port } })
      await page.getByText('The server would accept this launch.').waitFor()
      await server.stop()
      await page.getByRole('button', { name: 'Launch', exact: true }).click()
      server = await startTestServer({ ...options, config: { dataFolder: folder, port } })
      await page.getByRole('status').filter({ hasText: 'Launched' }).waitFor()
      const { data } = await server.request(
        '{ entity(name: "admin") { runQueueItems { edges { node { runSpec } } } } }',
        {},
        { apiKey },
      )
      const items: readonly { readonly node: { readonly runSpec: { readonly overrides: unknown } } }[] =
        data.entity.runQueueItems.edges
      expect(items.map(({ node }) => node.runSpec.overrides)).toEqual([{ run_config: { seed: 21 } }])
    } finally {
      await server.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  })
})
