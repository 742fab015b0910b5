import {
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
  type TestPage,
  type TestServer,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeProgramFolder } from '../typescript-sdk/program.ts'
import { makeRun, streamRun } from './run-fixture.ts'

type Page = TestPage['page']

/** The names of the runs that are shown, from the top. */
const shown = (page: Page) =>
  page.getByLabel('Runs', { exact: true }).locator('[role=row] [role=rowheader] a').allTextContents()

const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

const stateWidth = (page: Page) => page.getByRole('separator', { name: 'Width of State' }).getAttribute('aria-valuenow')

async function startWithRuns(): Promise<TestServer> {
  const server = await startTestServer()
  const runs = [
    { name: 'a', config: { lr: 0.1, model: 'vit' }, summary: { loss: 0.5 }, tags: ['old'] },
    { name: 'b', config: { lr: 0.5, model: 'resnet' }, summary: { loss: 0.25 } },
    { name: 'c', config: { lr: 0.5, model: 'vit' } },
    { name: 'd', config: { lr: 'auto' }, summary: { loss: 2 } },
  ]
  for (const run of runs) await makeRun(server, { displayName: `run-${run.name}`, ...run })
  await streamRun(server, 'a', { exitCode: 0 })
  await streamRun(server, 'b', { exitCode: 1 })
  return server
}

const isAbout = (data: string | null, operation: string): boolean => data?.includes(operation) === true

describe('the list of runs', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('shows inputs and metrics, sorts by a metric with what lacks it last, and filters by an input', async () => {
    await using server = await startWithRuns()
    await using tab = await browser.openPage(server, { path: '/runs' })
    const { page } = tab
    await expect.poll(() => shown(page)).toEqual(['run-d', 'run-c', 'run-b', 'run-a'])
    expect(await row(page, 'run-b').textContent()).toMatch(/failed.*resnet.*0\.25/)
    await page.getByRole('columnheader', { name: 'loss' }).getByRole('button').click()
    await expect.poll(() => shown(page)).toEqual(['run-b', 'run-a', 'run-d', 'run-c'])
    await page.getByRole('columnheader', { name: 'loss' }).getByRole('button').click()
    await expect.poll(() => shown(page)).toEqual(['run-d', 'run-a', 'run-b', 'run-c'])
    expect(await page.getByRole('columnheader', { name: 'loss' }).getAttribute('aria-sort')).toBe('descending')

    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('combobox', { name: 'Field' }).fill('lr')
    await page.getByRole('option', { name: 'lr', exact: true }).click()
    await page.getByRole('combobox', { name: 'Condition' }).click()
    await page.getByRole('option', { name: '≥' }).click()
    await page.getByRole('textbox', { name: 'Value' }).fill('0.5')
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Add filter' }).click()
    await expect.poll(() => shown(page)).toEqual(['run-b', 'run-c'])
    await page.getByText('2 runs').waitFor()
    await page.getByRole('button', { name: 'Remove the filter lr ≥ 0.5' }).click()
    await expect.poll(() => shown(page)).toHaveLength(4)

    await page.getByRole('combobox', { name: 'States' }).click()
    await page.getByRole('option', { name: 'failed' }).click()
    await expect.poll(() => shown(page)).toEqual(['run-b'])
    await page.getByRole('searchbox', { name: 'Search names' }).fill('nothing like this')
    await page.getByRole('heading', { name: 'No run matches' }).waitFor()
    await page.getByRole('button', { name: 'Remove all conditions' }).click()
    await expect.poll(() => shown(page)).toHaveLength(4)
  })

  test('groups runs with what their numbers are together, and opens a group to its runs', async () => {
    await using server = await startWithRuns()
    await using tab = await browser.openPage(server, { path: '/runs' })
    const { page } = tab
    await page.getByRole('combobox', { name: 'Group by' }).click()
    await page.getByRole('option', { name: 'By model' }).click()
    const groups = page.locator('[role=row][aria-expanded]')
    await expect.poll(() => groups.locator('[role=rowheader]').allTextContents()).toEqual(['none1', 'resnet1', 'vit2'])
    expect(await groups.filter({ hasText: 'vit' }).textContent()).toContain('0.5')
    await groups.filter({ hasText: 'vit' }).click()
    await expect.poll(() => shown(page)).toEqual(['run-c', 'run-a'])
    expect(await findAccessibilityProblems(page)).toEqual([])
  })

  test('an address shows the same columns, order, widths, filters and groups in another browser', async () => {
    await using server = await startWithRuns()
    await using first = await browser.openPage(server, { path: '/runs' })
    await first.page.getByRole('button', { name: 'Columns' }).click()
    const columns = first.page.getByRole('dialog', { name: 'Columns' })
    await columns.getByRole('textbox', { name: 'Search columns' }).fill('mod')
    await columns.getByRole('checkbox', { name: 'model' }).uncheck()
    await columns.getByRole('textbox', { name: 'Search columns' }).fill('')
    await columns.getByRole('checkbox', { name: 'Group' }).check()
    await columns.getByRole('button', { name: 'Move Duration to the left' }).click()
    expect(await findAccessibilityProblems(first.page)).toEqual([])
    await first.page.keyboard.press('Escape')
    const handle = first.page.getByRole('separator', { name: 'Width of State' })
    await handle.focus()
    await first.page.keyboard.press('ArrowRight')
    await first.page.getByRole('columnheader', { name: 'loss' }).getByRole('button').click()
    await first.page.getByRole('searchbox', { name: 'Search names' }).fill('run-')
    await expect.poll(() => shown(first.page)).toEqual(['run-b', 'run-a', 'run-d', 'run-c'])
    await expect.poll(() => first.page.url()).toContain('q=run-')
    const headings = await first.page.getByRole('columnheader').allTextContents()
    expect(headings.slice(1, 3)).toEqual(['State', 'Duration'])
    expect(headings).not.toContain('model')

    const { pathname, search } = new URL(first.page.url())
    await using second = await browser.openPage(server, { path: pathname + search })
    await expect.poll(() => shown(second.page)).toEqual(['run-b', 'run-a', 'run-d', 'run-c'])
    expect(await second.page.getByRole('columnheader').allTextContents()).toEqual(headings)
    expect(await stateWidth(second.page)).toBe(await stateWidth(first.page))
  })

  test('a saved view comes back by its name', async () => {
    await using server = await startWithRuns()
    await using tab = await browser.openPage(server, { path: '/runs?q=run-a' })
    const { page } = tab
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('only a')
    await page.getByRole('button', { name: 'Save view' }).click()
    await page.getByText('Saved the view "only a"').waitFor()
    await page.goto('/runs')
    await expect.poll(() => shown(page)).toHaveLength(4)
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('button', { name: 'only a', exact: true }).click()
    await expect.poll(() => shown(page)).toEqual(['run-a'])
    expect(await findAccessibilityProblems(page)).toEqual([])
  })

  test('a run that changes is shown at once, and new runs wait while the table is scrolled', async () => {
    await using server = await startTestServer()
    for (let index = 100; index < 180; index += 1)
      await makeRun(server, { name: `r${index}`, displayName: `run-${index}` })
    await using tab = await browser.openPage(server, { path: '/runs' })
    const { page } = tab
    await row(page, 'run-179').getByText('running').waitFor()
    await streamRun(server, 'r179', { exitCode: 1 })
    await row(page, 'run-179').getByText('failed').waitFor()
    await makeRun(server, { name: 'new', displayName: 'made-later' })
    await row(page, 'made-later').waitFor()

    await page.getByRole('grid').evaluate((grid) => (grid.scrollTop = 1200))
    await row(page, 'run-150').getByText('running').waitFor()
    const before = await row(page, 'run-150').boundingBox()
    await makeRun(server, { name: 'newer', displayName: 'made-last' })
    await page.getByRole('button', { name: '1 new run' }).waitFor()
    await streamRun(server, 'r150', { exitCode: 0 })
    await row(page, 'run-150').getByText('finished').waitFor()
    expect(await row(page, 'run-150').boundingBox()).toEqual(before)
    await page.getByRole('button', { name: '1 new run' }).click()
    await row(page, 'made-last').waitFor()
    await page.getByRole('button', { name: '1 new run' }).waitFor({ state: 'detached' })
  })

  test('the keyboard selects runs, which are tagged, stopped and deleted after one question', async () => {
    await using server = await startWithRuns()
    await using tab = await browser.openPage(server, { path: '/runs' })
    const { page } = tab
    await row(page, 'run-d').waitFor()
    await page.getByRole('grid').focus()
    await page.keyboard.press(' ')
    await page.keyboard.press('Shift+ArrowDown')
    const bar = page.getByRole('toolbar', { name: 'Selected runs' })
    await bar.getByText('2 selected').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await bar.getByRole('button', { name: 'Tag' }).click()
    await page.getByRole('combobox', { name: 'Add' }).fill('best')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Change tags' }).click()
    await page.getByText('Changed the tags of 2 runs.').waitFor()
    const tags = await server.request(
      '{ project(name: "demo") { runs(order: "+name") { edges { node { name tags } } } } }',
    )
    expect(tags.data.project.runs.edges.map(({ node }: { node: { tags: string[] } }) => node.tags)).toEqual([
      ['old'],
      [],
      ['best'],
      ['best'],
    ])
    await bar.getByRole('button', { name: 'Tag' }).click()
    await page.getByRole('combobox', { name: 'Remove' }).click()
    await page.getByRole('option', { name: 'best' }).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await bar.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('dialog', { name: 'Stop 2 runs?' }).getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Asked 2 runs to stop.').waitFor()
    await bar.getByRole('button', { name: 'Delete' }).click()
    const question = page.getByRole('dialog', { name: 'Delete 2 runs?' })
    await question.getByText('run-d, run-c').waitFor()
    await question.getByRole('button', { name: 'Cancel' }).click()
    await bar.getByRole('button', { name: 'Delete' }).click()
    await question.getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => shown(page)).toEqual(['run-b', 'run-a'])
    await bar.waitFor({ state: 'detached' })
  })

  test('runs that could not be deleted stay selected', async () => {
    await using server = await startWithRuns()
    await using tab = await browser.openPage(server, { path: '/runs' })
    const { page } = tab
    await row(page, 'run-d').getByRole('checkbox').click()
    await row(page, 'run-c').getByRole('checkbox').click()
    const bar = page.getByRole('toolbar', { name: 'Selected runs' })
    await page.route('**/graphql', (route) =>
      isAbout(route.request().postData(), 'WebDeleteRuns') ? route.abort() : route.continue(),
    )
    await bar.getByRole('button', { name: 'Delete' }).click()
    const question = page.getByRole('dialog', { name: 'Delete 2 runs?' })
    await question.getByRole('button', { name: 'Delete' }).click()
    await page.getByText('Cannot reach the server').first().waitFor()
    await makeRun(server, { name: 'e', displayName: 'run-e' })
    await row(page, 'run-e').waitFor()
    await page.unroute('**/graphql')
    await bar.getByText('2 selected').waitFor()
    await bar.getByRole('button', { name: 'Delete' }).click()
    await question.getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => shown(page)).toEqual(['run-e', 'run-b', 'run-a'])
  })

  test('a range is selected with shift, copied as it is shown, and leads to a comparison', async () => {
    await using server = await startWithRuns()
    await using tab = await browser.openPage(server, { path: '/runs?sort=summary_metrics.loss' })
    const { page } = tab
    await tab.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await row(page, 'run-b').getByRole('checkbox').click()
    await row(page, 'run-d')
      .getByRole('gridcell')
      .first()
      .click({ modifiers: ['Shift'] })
    await page.getByText('3 selected').waitFor()
    await page.getByRole('button', { name: 'Copy as CSV' }).click()
    await page.getByText('Copied 3 runs as CSV.').waitFor()
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\r\n')
    expect(lines[0]).toMatch(/^Name,State,Created,.*config\.lr.*summary_metrics\.loss/)
    expect(lines.map((line) => line.split(',')[0])).toEqual(['Name', 'run-b', 'run-a', 'run-d'])
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByRole('heading', { name: 'Compare runs' }).waitFor()
    expect(new URL(page.url()).searchParams.get('runs')).toBe('admin/demo/b,admin/demo/a,admin/demo/d')
  })

  test('a run of a Node program opens from its row, on a phone and in the dark too', async () => {
    await using server = await startTestServer()
    await using folder = await makeProgramFolder(server)
    await folder.start(`import { init } from '@slipway/sdk'
      const run = await init({ project: 'sdk', id: 'made', name: 'by-the-sdk', config: { trainer: { lr: 0.1 } } })
      run.log({ loss: 0.125 }); await run.finish()`).end
    await using tab = await browser.openPage(server, {
      path: '/admin/sdk',
      colorScheme: 'dark',
      viewport: { width: 380, height: 760 },
    })
    const { page } = tab
    await row(page, 'by-the-sdk').waitFor()
    expect(new URL(page.url()).pathname).toBe('/runs')
    expect(await findAccessibilityProblems(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.getByRole('grid').evaluate((grid) => (grid.scrollLeft = 5000))
    await expect.poll(() => row(page, 'by-the-sdk').textContent()).toContain('0.125')
    expect((await page.getByRole('link', { name: 'by-the-sdk' }).boundingBox())?.x).toBeLessThan(200)
    await page.getByRole('link', { name: 'by-the-sdk' }).click()
    await page.waitForURL('**/admin/sdk/runs/made')
  })

  test('an entity without runs shows how to make one, and a stranger to it learns nothing', async () => {
    await using server = await startTestServer()
    await using empty = await browser.openPage(server, { path: '/runs' })
    await empty.page.getByRole('heading', { name: 'No runs yet' }).waitFor()
    expect(await findAccessibilityProblems(empty.page)).toEqual([])
    await makeRun(server, { name: 'first', displayName: 'first-run' })
    await row(empty.page, 'first-run').waitFor()
    const mallory = await server.addUser('mallory')
    await using other = await browser.openPage(server, { apiKey: mallory, path: '/runs?entity=admin' })
    await other.page.getByText('There is no person or team "admin", or you do not belong to it.').waitFor()
  })
})
