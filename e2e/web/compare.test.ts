import {
  createTestJob,
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
  type TestPage,
  type TestServer,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRun, saveRunFile, streamRun } from './run-fixture.ts'

type Page = TestPage['page']

const table = (page: Page) => page.getByRole('table', { name: 'Values of the runs' })

/** The rows of values, each with its label and what the runs have. */
async function rowsOf(page: Page): Promise<readonly (readonly string[])[]> {
  const rows = await table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
    .all()
  return Promise.all(
    rows.map(async (row) => [
      ...(await row.getByRole('rowheader').allTextContents()),
      ...(await row.getByRole('cell').allTextContents()),
    ]),
  )
}

/** Of a row, which runs are marked as different from the base. */
const marksOf = (page: Page, label: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => 'differs' in (cell as HTMLElement).dataset))

async function startWithRuns(): Promise<TestServer> {
  const server = await startTestServer()
  const runs = [
    { name: 'a', config: { lr: 0.1, model: 'vit', seed: 1 }, summary: { loss: 0.5 } },
    { name: 'b', config: { lr: 0.2, model: 'vit', seed: 1 }, summary: { loss: 0.25 } },
    { name: 'c', config: { lr: 0.4, model: 'resnet', seed: 1 } },
  ]
  for (const [index, run] of runs.entries()) {
    await makeRun(server, { displayName: `run-${run.name}`, ...run })
    const lines = Array.from({ length: 20 }, (_, step) => ({
      _step: step,
      _runtime: step,
      loss: (index + 1) / (step + 1),
    }))
    await streamRun(server, run.name, { lines, exitCode: 0 })
  }
  return server
}

const ALL = 'admin/demo/a,admin/demo/b,admin/demo/c'

describe('a comparison of runs', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('hides what is the same until asked, and marks what differs from a base that can be moved', async () => {
    await using server = await startWithRuns()
    await using tab = await browser.openPage(server, { path: `/compare?runs=${ALL}` })
    const { page } = tab
    await table(page).waitFor()
    const rows = await rowsOf(page)
    expect(rows.slice(0, 2)).toEqual([
      ['lr', '0.1', '0.2', '0.4'],
      ['model', 'vit', 'vit', 'resnet'],
    ])
    expect(rows.map(([label]) => label)).not.toContain('seed')
    expect(await marksOf(page, 'model')).toEqual([false, false, true])
    expect(await findAccessibilityProblems(page)).toEqual([])

    await page.getByRole('button', { name: 'run-c is the base' }).click()
    await expect.poll(() => marksOf(page, 'model')).toEqual([true, true, false])
    await page.getByRole('switch', { name: 'Show values that are the same' }).click()
    await expect.poll(async () => (await rowsOf(page)).map(([label]) => label)).toContain('seed')
    await page.getByRole('button', { name: 'Move run-c to the left' }).click()
    await expect.poll(() => marksOf(page, 'model')).toEqual([true, false, true])
    await page.getByRole('button', { name: 'Take run-a out of the comparison' }).click()
    await expect.poll(async () => (await rowsOf(page))[0]).toEqual(['lr', '0.4', '0.2'])
    await page.getByRole('searchbox', { name: 'Search values' }).fill('model')
    await expect.poll(async () => (await rowsOf(page)).length).toBe(1)

    const { pathname, search } = new URL(page.url())
    await using other = await browser.openPage(server, { path: pathname + search, colorScheme: 'dark' })
    await expect.poll(async () => rowsOf(other.page)).toEqual([['model', 'resnet', 'vit']])
    expect(await findAccessibilityProblems(other.page)).toEqual([])
  })

  test('shows the values of config files too, and marks what is not the default of the job', async () => {
    await using server = await startTestServer()
    await createTestJob(server, {
      entityName: 'admin',
      projectName: 'demo',
      name: 'train',
      files: { 'train.py': '' },
      entryPoint: ['python', 'train.py'],
      config: { lr: 0.1, epochs: 3 },
      fileInputs: { 'data.yaml': { workers: 4 } },
      configFiles: { 'data.yaml': 'workers: 4\n' },
    })
    const { data } = await server.request(
      '{ project(name: "demo") { artifact(name: "train:latest") { id } run(name: "capture-train") { id } } }',
    )
    await makeRun(server, { name: 'launched', displayName: 'launched', config: { lr: 0.5, epochs: 3 } })
    await saveRunFile(server, 'launched', '_wandb_configs/data.yaml', 'workers: 8\n')
    // What the client says of a run that it was launched as: the job that it uses.
    const used = await server.request(
      'mutation($input: UseArtifactInput!) { useArtifact(input: $input) { artifact { id } } }',
      {
        input: { entityName: 'admin', projectName: 'demo', runName: 'launched', artifactID: data.project.artifact.id },
      },
    )
    expect(used.errors).toBeUndefined()
    await using tab = await browser.openPage(server, {
      path: '/compare?runs=admin/demo/capture-train,admin/demo/launched&same=true',
    })
    const { page } = tab
    await expect.poll(() => rowsOf(page)).toContainEqual(['workers', '4', '8changed'])
    const rows = await rowsOf(page)
    expect(rows).toContainEqual(['lr', '0.1', '0.5changed'])
    expect(rows).toContainEqual(['epochs', '3', '3'])
    expect(await table(page).getByRole('rowheader').allTextContents()).toContain('data.yaml')
  })

  test('draws each metric once with a line for each run, and grows while a run goes on', async () => {
    await using server = await startWithRuns()
    await makeRun(server, { name: 'd', displayName: 'run-d' })
    await streamRun(server, 'd', { lines: [{ _step: 0, loss: 5 }] })
    await using tab = await browser.openPage(server, { path: `/compare?tab=charts&runs=${ALL},admin/demo/d` })
    const { page } = tab
    const chart = page.getByRole('img', { name: /^Chart of loss/ })
    await expect
      .poll(() => chart.getAttribute('aria-label'))
      .toMatch(/run-a: last 0\.05.*run-b: last 0\.1.*run-c: last 0\.15/)
    const legend = page.getByRole('list', { name: 'Colours of the runs' }).getByRole('listitem')
    expect(await legend.allTextContents()).toEqual(['run-a', 'run-b', 'run-c', 'run-d'])
    await page.getByRole('switch', { name: 'Log scale' }).click()
    await expect.poll(() => page.url()).toContain('log=true')
    expect(await findAccessibilityProblems(page)).toEqual([])
    await streamRun(server, 'd', { offset: 1, lines: [{ _step: 1, loss: 7 }] })
    await expect.poll(() => chart.getAttribute('aria-label')).toContain('run-d: last 7')
  })

  test('parallel coordinates keep the runs that go through a chosen part of an axis', async () => {
    await using server = await startWithRuns()
    await using tab = await browser.openPage(server, { path: `/compare?tab=parallel&runs=${ALL}` })
    const { page } = tab
    const values = page.getByRole('table', { name: 'Values of the axes' })
    const names = () => values.getByRole('link').allTextContents()
    await expect.poll(names).toEqual(['run-a', 'run-b', 'run-c'])
    expect(await findAccessibilityProblems(page)).toEqual([])
    const box = await page.getByTestId('axis lr').boundingBox()
    if (box === null) throw new Error('The axis is not drawn')
    const x = box.x + box.width / 2
    await page.mouse.move(x, box.y + box.height * 0.5)
    await page.mouse.down()
    await page.mouse.move(x, box.y + box.height + 10, { steps: 4 })
    await page.mouse.up()
    await expect.poll(names).toEqual(['run-a', 'run-b'])
    await page.getByText('2 of 3 runs go through the chosen parts.').waitFor()
    expect(await page.locator('path[data-run="run-c"]').getAttribute('data-dim')).toBe('true')
    await page.getByRole('button', { name: 'Keep all' }).click()
    await expect.poll(names).toHaveLength(3)
  })

  test('a scatter draws an input against a metric, on log scales too, and its points lead to the runs', async () => {
    await using server = await startWithRuns()
    await using tab = await browser.openPage(server, { path: `/compare?tab=scatter&runs=${ALL}` })
    const { page } = tab
    const plot = page.getByRole('group', { name: 'loss over lr' })
    await expect.poll(() => plot.getByRole('link').count()).toBe(2)
    await page.getByText('1 run is not drawn: a value is missing.').waitFor()
    expect(await plot.getByRole('link', { name: /^run-b: lr 0\.2, loss/ }).count()).toBe(1)
    const place = () =>
      plot
        .getByRole('link', { name: /^run-b/ })
        .locator('circle')
        .getAttribute('cx')
    const linear = await place()
    await page.getByRole('switch', { name: 'Log x' }).click()
    await expect.poll(place).not.toBe(linear)
    await page.getByRole('combobox', { name: 'x', exact: true }).click()
    await page.getByRole('option', { name: 'model' }).click()
    await page.getByRole('group', { name: 'loss over model' }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('link', { name: /^run-b: model vit/ }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/admin/demo/runs/b')
  })

  test('a run that is not there is named while the others are compared', async () => {
    await using server = await startWithRuns()
    const mallory = await server.addUser('mallory')
    await using tab = await browser.openPage(server, { path: '/compare?runs=admin/demo/a,admin/demo/gone' })
    await tab.page.getByText('Not there, or not yours to see: admin/demo/gone').waitFor()
    await table(tab.page).waitFor()
    await using stranger = await browser.openPage(server, { apiKey: mallory, path: `/compare?runs=${ALL}` })
    await stranger.page.getByText('Not there, or not yours to see: admin/demo/a').waitFor()
    expect(await stranger.page.textContent('main')).not.toContain('run-a')
    await using none = await browser.openPage(server, { path: '/compare' })
    await none.page.getByRole('heading', { name: 'No runs to compare' }).waitFor()
    expect(await findAccessibilityProblems(none.page)).toEqual([])
  })
})
