import { findAccessibilityProblems, startTestBrowser, startTestServer, type TestBrowser } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requireSuccess } from '../founding-document/run-program.ts'
import { requirePython, startRunSite } from './run-site.ts'
import { makeRun, sendLines, sendStream } from './send-lines.ts'

describe('the page of a run', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  describe.skipIf(requirePython() === null)('of a Python program', () => {
    test('grows while the program runs: state, charts, log, summary and alerts', async () => {
      await using site = await startRunSite()
      await using program = site.start('growing_run.py')
      await expect.poll(() => countLines(site.server, 'growing', 'logLineCount')).toBeGreaterThanOrEqual(2)
      await using tab = await browser.openPage(site.server, { path: '/admin/vision/runs/growing?tab=charts' })
      const { page } = tab
      await page.getByRole('heading', { name: 'a growing run' }).waitFor()
      await page.getByText('running', { exact: true }).first().waitFor()
      const chart = page.getByRole('img', { name: 'Chart of train/loss' })
      await expect.poll(() => chart.getAttribute('data-points')).toBe('10')
      await using log = await browser.openPage(site.server, { path: '/admin/vision/runs/growing?tab=log' })
      const first = log.page.getByText('first part')
      expect(await first.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(179, 38, 30)')
      await log.page.getByText(`<img src=x onerror="document.title='hacked'">`).waitFor()
      await site.signal('go')
      await expect.poll(() => chart.getAttribute('data-points')).toBe('20')
      await page.getByRole('img', { name: 'Chart of train/late' }).waitFor()
      await log.page.getByText('second part done').waitFor()
      await page.getByRole('tab', { name: 'Summary' }).click()
      await page.getByRole('row', { name: 'train/late 19' }).waitFor()
      await page.getByRole('tab', { name: 'Overview' }).click()
      await page.getByText('Warning: Nearly done').waitFor()
      await page.getByText('<b>half</b> the way').waitFor()
      await page.getByRole('tab', { name: 'System' }).click()
      await page
        .getByRole('img', { name: /^Chart of cpu/ })
        .first()
        .waitFor()
      await site.signal('end')
      await page.getByText('finished', { exact: true }).first().waitFor()
      expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0)
      requireSuccess(await program.ended)
      expect(await log.page.title()).toBe('a growing run · Slipway')
    })

    test('shows what the program was, and keeps what people write on it', async () => {
      await using site = await startRunSite()
      await using program = site.start('rich_run.py')
      requireSuccess(await program.ended)
      await using tab = await browser.openPage(site.server, { path: '/admin/vision/runs/rich' })
      const { page } = tab
      const about = page.getByRole('region', { name: 'About' })
      expect(await about.textContent()).toMatch(/Commandpython.*rich_run\.py/)
      expect(await about.textContent()).toContain('by hand, by admin')
      await page.getByRole('button', { name: 'Rename the run' }).click()
      await page.getByRole('textbox', { name: 'Name of the run' }).fill('the best one')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'the best one' }).waitFor()
      await page.getByRole('button', { name: 'Edit notes' }).click()
      await page.getByRole('textbox', { name: 'Notes' }).fill('Better than **all** others')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('button', { name: 'Edit tags' }).click()
      await page.getByPlaceholder('Type a tag and press Enter').fill('best')
      await page.keyboard.press('Enter')
      const read = async () => {
        const { data } = await site.server.request(
          '{ project(name: "vision") { run(name: "rich") { displayName notes tags state } } }',
        )
        return data.project.run
      }
      await expect.poll(read).toEqual({
        displayName: 'the best one',
        notes: 'Better than **all** others',
        tags: ['baseline', 'best'],
        state: 'finished',
      })
    })

    test('shows files as what they are and lets none of them run', async () => {
      await using site = await startRunSite()
      await using program = site.start('rich_run.py')
      requireSuccess(await program.ended)
      await using tab = await browser.openPage(site.server, { path: '/admin/vision/runs/rich?tab=files' })
      const { page } = tab
      const files = page.getByRole('region', { name: 'Files of the run' })
      await files.getByRole('button', { name: 'page <b>.html' }).click()
      await page.getByText("<script>document.title = 'hacked'</script><h1>hello</h1>").waitFor()
      await files.getByRole('button', { name: 'table.csv' }).click()
      await page.getByRole('cell', { name: 'x, y' }).waitFor()
      await files.getByRole('button', { name: 'picture.svg' }).click()
      const picture = page.getByRole('img', { name: 'picture.svg' })
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(9)
      await files.getByRole('button', { name: 'model.bin' }).click()
      await page.getByText('This file is not text.').waitFor()
      await files.getByRole('button', { name: 'long.txt' }).click()
      await page.getByText('Shown is the first part of 450 kB.').waitFor()
      await files.getByText('out/', { exact: true }).click()
      await files.getByText('deep/', { exact: true }).click()
      await files.getByRole('button', { name: 'notes.md' }).click()
      await page.getByText('# Notes').waitFor()
      const logged = page.getByRole('region', { name: 'Artifacts logged' })
      await logged.getByText('weights:v0').click()
      await logged.getByText('out/', { exact: true }).or(logged.getByText('data.json')).first().click()
      await logged.getByRole('button', { name: 'data.json' }).click()
      await page.getByText('"a": [').waitFor()
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Download' }).click()
      expect((await download).suggestedFilename()).toBe('data.json')
      expect(await page.title()).toMatch(/ · Slipway$/)
      expect(await findAccessibilityProblems(page)).toEqual([])
    })

    test('each part is accessible, light and dark, and fits a phone', async () => {
      await using site = await startRunSite()
      await using program = site.start('rich_run.py')
      requireSuccess(await program.ended)
      for (const look of [
        { colorScheme: 'light', viewport: { width: 380, height: 800 } },
        { colorScheme: 'dark', viewport: { width: 1360, height: 860 } },
      ] as const) {
        await using tab = await browser.openPage(site.server, { path: '/admin/vision/runs/rich', ...look })
        const { page } = tab
        for (const name of ['Overview', 'Charts', 'Config', 'Summary', 'Log', 'Files', 'System']) {
          await page.getByRole('tab', { name }).click()
          await expect.poll(() => page.getByRole('status', { name: 'Loading' }).count()).toBe(0)
          expect.soft({ name, found: await findAccessibilityProblems(page) }).toEqual({ name, found: [] })
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect.soft({ name, wider: Math.max(0, wider) }).toEqual({ name, wider: 0 })
        }
      }
    })
  })

  test('deleting asks first, and the run is gone afterwards', async () => {
    await using server = await startTestServer()
    await makeRun(server, 'doomed')
    await using tab = await browser.openPage(server, { path: '/admin/vision/runs/doomed' })
    await using other = await browser.openPage(server, { path: '/admin/vision/runs/doomed' })
    const { page } = tab
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Delete the run' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('deleted for good').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/runs')
    await other.page.getByText('There is no such run').waitFor()
    const { data } = await server.request('{ project(name: "vision") { run(name: "doomed") { name } } }')
    expect(data.project.run).toBe(null)
  })

  test('a run that does not exist and one of other people look the same', async () => {
    await using server = await startTestServer()
    await makeRun(server, 'mine')
    const apiKey = await server.addUser('mallory')
    for (const options of [{ path: '/admin/vision/runs/none' }, { path: '/admin/vision/runs/mine', apiKey }]) {
      await using tab = await browser.openPage(server, options)
      await tab.page.getByRole('heading', { name: 'There is no such run' }).waitFor()
      expect(await findAccessibilityProblems(tab.page)).toEqual([])
    }
  })

  test('runs without history, failed and crashed ones are drawn with their reason', async () => {
    await using server = await startTestServer({ config: { runTimeoutSeconds: 1 } })
    await makeRun(server, 'failed')
    await sendStream(server, 'failed', { complete: true, exitcode: 3 })
    await using tab = await browser.openPage(server, { path: '/admin/vision/runs/failed' })
    await tab.page.getByText('The program ended with exit code 3.').waitFor()
    await tab.page.getByRole('tab', { name: 'Charts' }).click()
    await tab.page.getByText('This run logged no metrics').waitFor()
    await tab.page.getByRole('tab', { name: 'Log' }).click()
    await tab.page.getByText('This run printed nothing').waitFor()
    await tab.page.getByRole('tab', { name: 'System' }).click()
    await tab.page.getByText('No system metrics').waitFor()
    await makeRun(server, 'silent')
    await using silent = await browser.openPage(server, { path: '/admin/vision/runs/silent' })
    await silent.page.getByText('crashed', { exact: true }).first().waitFor()
    await silent.page.getByText('Nothing was heard from the program').waitFor()
    expect(silent.faults).toEqual([])
  })

  test('says that a second program writes to it as soon as one does, and what to do', async () => {
    await using server = await startTestServer()
    await makeRun(server, 'twice')
    await sendStream(server, 'twice', twoRows('a'))
    await using tab = await browser.openPage(server, { path: '/admin/vision/runs/twice?tab=charts' })
    const { page } = tab
    await page.getByRole('img', { name: 'Chart of a' }).waitFor()
    expect(await page.getByText('Several programs wrote to this run').count()).toBe(0)
    await sendStream(server, 'twice', twoRows('b'))
    await page.getByText('Several programs wrote to this run').waitFor()
    await page.getByText('A second program wrote to it').waitFor()
    await page.getByRole('img', { name: 'Chart of b' }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    expect(tab.faults).toEqual([])
  })

  test('a log of a million lines is searched and scrolled with few lines on the page', async () => {
    await using server = await startTestServer()
    await makeRun(server, 'long')
    await sendLines(server, 'long', 'output.log', 1_000_000, printedLine)
    await sendStream(server, 'long', { complete: true, exitcode: 0 })
    await using tab = await browser.openPage(server, { path: '/admin/vision/runs/long?tab=log' })
    const { page } = tab
    await page.getByText('1,000,000 lines').waitFor()
    await page.getByText('line 0', { exact: true }).waitFor()
    await page.getByRole('searchbox', { name: 'Search the log' }).fill('needle')
    await page.getByText('0 of 1').waitFor()
    await page.getByRole('button', { name: 'Next match' }).click()
    await page.getByText('a Needle in the hay').waitFor()
    await page.getByText('1 of 1').waitFor()
    await page.getByRole('button', { name: 'Later lines' }).click()
    await page.getByText('line 800000', { exact: true }).waitFor()
    await page.getByRole('switch', { name: 'Follow' }).click({ force: true })
    await page.getByText('line 999999', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Next error' }).click()
    await expect.poll(() => page.locator('[aria-current="true"][data-line]').textContent()).toContain('ValueError: no')
    expect(await page.locator('[data-line]').count()).toBeLessThan(200)
  })
})

async function countLines(
  server: { request: (query: string) => Promise<{ readonly data: unknown }> },
  run: string,
  field: string,
): Promise<number> {
  const { data } = await server.request(`{ project(name: "vision") { run(name: "${run}") { ${field} } } }`)
  const found = data as { readonly project: { readonly run: Record<string, number> | null } | null } | null
  return found?.project?.run?.[field] ?? 0
}

function printedLine(line: number): string {
  const text = line === 765_432 ? 'a Needle in the hay' : line === 432_100 ? 'ValueError: no' : `line ${line}`
  return `2026-01-02T03:04:05.000000 ${text}`
}

/** A request with the first two rows of a program that logs one metric. */
function twoRows(metric: string): object {
  const content = [0, 1].map((step) => `{"${metric}":${step},"_step":${step}}`)
  return { files: { 'wandb-history.jsonl': { offset: 0, content } } }
}
