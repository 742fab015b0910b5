import { findAccessibilityProblems, startTestBrowser, startTestServer, type TestBrowser } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { launchNow, listItems, makeQueue, makeTrainJob, must, untilForm } from './launch-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let browser: TestBrowser
beforeAll(async () => {
  browser = await startTestBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

const FORM = `/launch?job=${encodeURIComponent('admin/vision/train')}`

describe('the queue of a launch', () => {
  test('is found on the server among more than the list shows at once, which grows as one scrolls', async () => {
    await using server = await startTestServer()
    await makeTrainJob(server)
    await makeQueue(server, 'default')
    for (let index = 100; index < 165; index += 1) await makeQueue(server, `q-${index}`)
    await must(server, 'mutation { createTeam(input: {teamName: "lab"}) { entity { id } } }')
    await makeQueue(server, 'q-of-the-lab', { entityName: 'lab' })
    await using tab = await browser.openPage(server, { path: FORM })
    const { page } = tab
    await untilForm(tab)
    const choice = page.getByRole('combobox', { name: 'Queue' })
    expect(await choice.inputValue()).toBe('default')
    await choice.click()
    const options = page.getByRole('option')
    await page.getByRole('option', { name: 'q-148' }).waitFor()
    await page.getByRole('option', { name: 'q-of-the-lab' }).waitFor()
    expect(await page.getByRole('option', { name: 'q-164' }).count()).toBe(0)
    await options.last().scrollIntoViewIfNeeded()
    await page.getByRole('option', { name: 'q-164' }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])

    await page.reload()
    await untilForm(tab)
    await choice.fill('Q-16')
    await expect
      .poll(() => options.allTextContents())
      .toEqual(['160', '161', '162', '163', '164'].map((number) => expect.stringContaining(`q-${number}`)))
    await choice.fill('q-of')
    await expect.poll(() => options.count()).toBe(1)
    await choice.fill('none of these')
    await page.getByText('No queue of this name').waitFor()
    await choice.fill('163')
    await page.getByRole('option', { name: 'q-163' }).click()
    await page.getByRole('status', { name: 'State of the queue' }).getByText('no agent is listening').waitFor()
    expect(await choice.inputValue()).toBe('q-163')
    await launchNow(tab)
    expect((await listItems(server))[0]).toMatchObject({ runSpec: { resource: 'local-process' } })
    const { entity } = await must(
      server,
      '{ entity(name: "admin") { runQueueItems(first: 1) { edges { node { runQueue { name } } } } } }',
    )
    expect(entity.runQueueItems.edges[0].node.runQueue.name).toBe('q-163')
  })

  test('that a link names is shown although the list would not reach it', async () => {
    await using server = await startTestServer()
    await makeTrainJob(server)
    for (let index = 100; index < 155; index += 1) await makeQueue(server, `q-${index}`)
    await using tab = await browser.openPage(server, { path: `${FORM}&queue=q-154` })
    await untilForm(tab)
    expect(await tab.page.getByRole('combobox', { name: 'Queue' }).inputValue()).toBe('q-154')
  })

  test('is none until there is one, and then the only one', async () => {
    await using server = await startTestServer()
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, { path: FORM })
    await untilForm(tab)
    const { page } = tab
    await page.getByText('There is no run queue yet. Make one:').waitFor()
    await makeQueue(server, 'gpu')
    await expect.poll(() => page.getByRole('combobox', { name: 'Queue' }).inputValue()).toBe('gpu')
    await page.getByText('There is no run queue yet. Make one:').waitFor({ state: 'detached' })
    await makeQueue(server, 'other')
    await expect.poll(() => page.getByRole('combobox', { name: 'Queue' }).inputValue()).toBe('')
    expect(await page.getByText('There is no run queue yet. Make one:').count()).toBe(0)
  })
})
