import {
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
  type TestServer,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, makeJob, makeQueue, must, startAgent } from './queue-site.ts'

async function stateOf(server: TestServer, id: string): Promise<string> {
  return (await must(server, 'query($id: ID!) { runQueueItem(id: $id) { state } }', { id })).runQueueItem.state
}

describe('items', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('an item that waits says why and where it stands, and moves when its priority is raised', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'train', 'echo train')
    const [first, second] = [await launch(server, job, 'gpu'), await launch(server, job, 'gpu')]
    await using tab = await browser.openPage(server, { path: '/queues/admin/gpu' })
    const { page } = tab
    const row = page.getByRole('row', { name: `Item ${second}`, exact: true })
    await row.getByText('No agent listens to run queue "gpu"').waitFor()
    await row.getByText('2 of 2', { exact: true }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await row.getByLabel(`Priority of item ${second}`).selectOption('critical')
    await page.getByText(`The priority of item ${second} is now critical.`).waitFor()
    await row.getByText('1 of 2', { exact: true }).waitFor()
    await page
      .getByRole('row', { name: `Item ${first}`, exact: true })
      .getByText('2 of 2', { exact: true })
      .waitFor()
    await row.getByRole('link', { name: 'train:v0' }).click()
    await page.getByText('Why it waits').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
  })

  test('items are filtered by state, author and job, and the address holds the filter', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const [train, evaluate] = [await makeJob(server, 'train', 'echo'), await makeJob(server, 'evaluate', 'echo')]
    const [one, two] = [await launch(server, train, 'gpu'), await launch(server, evaluate, 'gpu')]
    await must(server, 'mutation($id: ID!) { cancelRunQueueItem(input: {runQueueItemId: $id}) { clientMutationId } }', {
      id: one,
    })
    await using tab = await browser.openPage(server, { path: '/queues/admin/gpu' })
    const { page } = tab
    await page.getByRole('row', { name: `Item ${one}`, exact: true }).waitFor()
    await page
      .getByRole('textbox', { name: 'State' })
      .or(page.getByRole('combobox', { name: 'State' }))
      .first()
      .click()
    await page.getByRole('option', { name: 'Waiting' }).click()
    await page.getByRole('row', { name: `Item ${one}`, exact: true }).waitFor({ state: 'detached' })
    await page.getByRole('row', { name: `Item ${two}`, exact: true }).waitFor()
    expect(new URL(page.url()).searchParams.get('states')).toBe('["pending","leased"]')
    await page.getByLabel('Job').fill('train')
    await page.getByText('Nothing matches').waitFor()
    await page.reload()
    await page.getByText('Nothing matches').waitFor()
    await page.getByRole('button', { name: 'Show all items' }).click()
    await page.getByRole('row', { name: `Item ${one}`, exact: true }).waitFor()
    await page.getByLabel('Job').fill('a/b/c')
    await page.getByText('Cannot list the items of job "a/b/c"').waitFor()
  })

  test('of two hundred items only those in sight are on the page, and scrolling brings the others', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'train', 'echo')
    const ids: string[] = []
    for (let part = 0; part < 10; part += 1)
      ids.push(...(await Promise.all(Array.from({ length: 20 }, () => launch(server, job, 'gpu')))))
    await using tab = await browser.openPage(server, { path: '/queues/admin/gpu' })
    const { page } = tab
    const rows = page.getByRole('row', { name: /^Item / })
    await rows.first().waitFor()
    expect(await rows.count()).toBeLessThan(45)
    const oldest = page.getByRole('row', { name: `Item ${ids.toSorted(byNumber)[0] ?? ''}`, exact: true })
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 4000)
        return oldest.count()
      })
      .toBe(1)
    expect(await rows.count()).toBeLessThan(45)
  })

  test('chosen items are reprioritised and cancelled together, after a question', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'train', 'echo')
    const ids = [await launch(server, job, 'gpu'), await launch(server, job, 'gpu'), await launch(server, job, 'gpu')]
    await using tab = await browser.openPage(server, { path: '/queues/admin/gpu', colorScheme: 'dark' })
    const { page } = tab
    for (const id of ids.slice(0, 2)) await page.getByLabel(`Choose item ${id}`).check()
    await page.getByRole('button', { name: 'Set priority' }).click()
    await page.getByRole('menuitem', { name: 'low' }).click()
    await page.getByText('The priority of 2 items is now low.').waitFor()
    await page.getByLabel('Choose all that have not ended').check()
    await page.getByRole('button', { name: 'Cancel 3' }).click()
    await page.getByText('Cancel 3 items?').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Cancel them' }).click()
    await page.getByText('Cancelled 3 items.').waitFor()
    expect(await Promise.all(ids.map((id) => stateOf(server, id)))).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(await page.getByText('"admin" cancelled it before it ran.').count()).toBe(3)
  })

  test('a failed item shows its reason and its log, and is retried', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'broken', String.raw`printf '\033[31mno such dataset\033[0m\n' >&2; exit 3`)
    await using _agent = await startAgent(server, ['gpu'])
    const id = await launch(server, job, 'gpu', {
      overrides: { run_config: { trainer: { learning_rate: 0.5 } } },
    })
    await using tab = await browser.openPage(server, { path: '/queues/admin/gpu' })
    const { page } = tab
    await page.getByRole('button', { name: `Error log of item ${id}` }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('region', { name: 'Log' }).getByText('no such dataset', { exact: true }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await drawer.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('link', { name: 'broken:v0' }).click()
    await page.getByText('Failed in the stage "run"').waitFor()
    const timeline = page.getByRole('region', { name: 'Timeline' })
    for (const step of ['Pushed', 'Leased', 'Claimed', 'Failed'])
      await timeline.getByText(step, { exact: true }).waitFor()
    await page.getByRole('tab', { name: 'Inputs' }).click()
    const input = page.getByRole('row').filter({ hasText: 'trainer.learning_rate' })
    await input.getByRole('cell', { name: '0.5', exact: true }).first().waitFor()
    await input.getByRole('cell', { name: '0.01', exact: true }).waitFor()
    await page.getByRole('switch', { name: 'Only the 1 that the launch set' }).click()
    await expect.poll(() => page.getByRole('row').count()).toBe(2)
    await page.getByRole('tab', { name: 'Launch spec' }).click()
    await page.getByRole('textbox', { name: 'Launch spec as JSON' }).getByText('"learning_rate"').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('link', { name: 'Launch again with changes' }).click()
    const launching = page.getByRole('dialog', { name: 'Launch' })
    expect(await launching.getByLabel('trainer.learning_rate', { exact: true }).inputValue()).toBe('0.5')
    await launching.getByRole('button', { name: 'Close the launch' }).click()
    await launching.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Retry' }).click()
    await page.getByText('Repeats').waitFor()
    await page.getByRole('link', { name: id, exact: true }).click()
    await page.getByText('Repeated by').waitFor()
  })

  test('an item that runs is watched as it runs, and stopped after a question', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'forever', 'n=0; while :; do n=$((n+1)); echo "step $n"; sleep 0.2; done')
    const id = await launch(server, job, 'gpu')
    await using tab = await browser.openPage(server, {
      path: `/queues/admin/gpu/items/${id}?tab=log`,
      colorScheme: 'dark',
    })
    const { page } = tab
    await page.getByText('Why it waits').waitFor()
    await using _agent = await startAgent(server, ['gpu'])
    const log = page.getByRole('region', { name: 'Log' })
    await log.getByText('step 3', { exact: true }).waitFor()
    await page.getByLabel('Search the log').fill('STEP 2')
    await page.getByLabel('Search the log').press('Enter')
    await log.locator('[aria-current="true"]').getByText('step 2', { exact: true }).waitFor()
    await page.getByRole('region', { name: 'Timeline' }).getByText('Started').waitFor()
    await page.getByRole('region', { name: 'About' }).getByText('on trainer-1').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('dialog').getByText(`Stop the program of item ${id}?`).waitFor()
    await page.getByRole('button', { name: 'Stop it' }).click()
    await page.getByText(`Asked item ${id} to stop.`).waitFor()
    await page.getByRole('region', { name: 'Timeline' }).getByText('Stopped').waitFor()
    expect(await stateOf(server, id)).toBe('stopped')
  })

  test('of two people on one queue each sees what the other does', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'train', 'echo')
    const [one, two] = [await launch(server, job, 'gpu'), await launch(server, job, 'gpu')]
    await using ann = await browser.openPage(server, { path: '/queues/admin/gpu' })
    await using bob = await browser.openPage(server, { path: '/queues/admin/gpu' })
    await bob.page
      .getByRole('row', { name: `Item ${two}`, exact: true })
      .getByText('2 of 2', { exact: true })
      .waitFor()
    await ann.page.getByLabel(`Priority of item ${two}`).selectOption('high')
    await bob.page
      .getByRole('row', { name: `Item ${two}`, exact: true })
      .getByText('1 of 2', { exact: true })
      .waitFor()
    expect(await bob.page.getByLabel(`Priority of item ${two}`).inputValue()).toBe('1')
    await bob.page.getByRole('button', { name: `Actions for item ${one}` }).click()
    await bob.page.getByRole('menuitem', { name: 'Cancel' }).click()
    await ann.page
      .getByRole('row', { name: `Item ${one}`, exact: true })
      .getByText('cancelled', { exact: true })
      .waitFor()
  })

  test('an item that an agent has taken in the meantime is told and goes on', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'forever', 'while :; do sleep 0.2; done')
    const id = await launch(server, job, 'gpu')
    await using tab = await browser.openPage(server, { path: '/queues/admin/gpu' })
    const { page } = tab
    await page.getByLabel(`Choose item ${id}`).check()
    await page.getByRole('button', { name: 'Cancel 1' }).click()
    await page.getByText('Cancel 1 item?').waitFor()
    await using _agent = await startAgent(server, ['gpu'])
    await expect.poll(() => stateOf(server, id)).toBe('claimed')
    await page.getByRole('button', { name: 'Cancel them' }).click()
    await page.getByText(`Cannot cancel item "${id}": an agent has taken it and it runs. Stop it to end it.`).waitFor()
    await page
      .getByRole('row', { name: `Item ${id}`, exact: true })
      .getByText('claimed')
      .waitFor()
    expect(await stateOf(server, id)).toBe('claimed')
  })

  test('others learn nothing of an item', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const id = await launch(server, await makeJob(server, 'train', 'echo'), 'gpu')
    const apiKey = await server.addUser('mallory')
    await using tab = await browser.openPage(server, { path: `/queues/admin/gpu/items/${id}`, apiKey })
    await tab.page.getByText('There is no such item').waitFor()
    expect(await findAccessibilityProblems(tab.page)).toEqual([])
  })

  test('an item fits a phone', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const id = await launch(server, await makeJob(server, 'train', 'echo'), 'gpu')
    await using tab = await browser.openPage(server, {
      path: `/queues/admin/gpu/items/${id}`,
      viewport: { width: 380, height: 800 },
    })
    await tab.page.getByText('trainer.learning_rate').waitFor()
    expect(await tab.page.evaluate('document.documentElement.scrollWidth <= 380')).toBe(true)
  })
})

function byNumber(a: string, b: string): number {
  return Number(a.split('-')[1]) - Number(b.split('-')[1])
}
