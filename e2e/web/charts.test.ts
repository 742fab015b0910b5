import { readFile } from 'node:fs/promises'
import { findAccessibilityProblems, startTestBrowser, startTestServer, type TestBrowser } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requireSuccess } from '../founding-document/run-program.ts'
import { makeProgramFolder } from '../typescript-sdk/program.ts'
import { requirePython, startRunSite } from './run-site.ts'
import { makeRun, sendLines, sendStream } from './send-lines.ts'

describe('the charts of a run', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('a million points are drawn with their extremes, and a part of them in full', async () => {
    await using server = await startTestServer()
    await makeRun(server, 'million')
    await sendLines(
      server,
      'million',
      'wandb-history.jsonl',
      1_000_000,
      (step) => `{"loss":${valueOf(step)},"_step":${step},"_runtime":${step / 100}}`,
    )
    await sendStream(server, 'million', { complete: true, exitcode: 0 })
    await using tab = await browser.openPage(server, { path: '/admin/vision/runs/million?tab=charts' })
    const chart = tab.page.getByRole('img', { name: 'Chart of loss' })
    await expect.poll(() => chart.getAttribute('aria-label')).toContain('lowest -1000, highest 1000')
    await tab.page.getByText('Gaps: values that are not a number or infinite.').waitFor()
    expect(Number(await chart.getAttribute('data-points'))).toBeLessThan(2000)
    await tab.page.goto('/admin/vision/runs/million?tab=charts&zoom=[777700,777800,"_step"]')
    await expect.poll(() => chart.getAttribute('data-range')).toBe('777700 777800')
    await expect.poll(async () => Number(await chart.getAttribute('data-points'))).toBeGreaterThan(100)
    await expect.poll(() => chart.getAttribute('aria-label')).toContain('highest 1000')
  })

  test('charts of one axis are zoomed together, smoothed, shown as tables and saved', async () => {
    await using server = await startTestServer()
    await using folder = await makeProgramFolder(server)
    const program = folder.start(`import { init } from '@slipway/sdk'
      const run = await init({ project: 'vision', id: 'sdk', settings: { silent: true } })
      for (let step = 0; step < 100; step += 1) {
        run.log({ 'train/loss': 1 / (step + 1), 'train/acc': step / 100,
          ...(step % 10 === 9 ? { 'val/loss': step } : {}) })
      }
      await run.finish()`)
    expect(await program.end).toMatchObject({ code: 0 })
    await using tab = await browser.openPage(server, { path: '/admin/vision/runs/sdk?tab=charts' })
    const { page } = tab
    const loss = page.getByRole('img', { name: 'Chart of train/loss by step' })
    const accuracy = page.getByRole('img', { name: 'Chart of train/acc by step' })
    await loss.scrollIntoViewIfNeeded()
    const box = await loss.locator('.u-over').boundingBox()
    if (box === null) throw new Error('the chart is not drawn')
    await page.mouse.move(box.x + box.width * 0.25, box.y + 50)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.75, box.y + 60, { steps: 4 })
    await page.mouse.up()
    await page.getByRole('button', { name: 'Reset zoom' }).waitFor()
    const range = await loss.getAttribute('data-range')
    const [from = 0, to = 0] = (range ?? '').split(' ').map(Number)
    expect([Math.round(from / 5) * 5, Math.round(to / 5) * 5]).toEqual([25, 75])
    await expect.poll(() => accuracy.getAttribute('data-range')).toBe(range)
    expect(new URL(page.url()).searchParams.get('zoom')).toContain('_step')
    await page.getByRole('button', { name: 'Reset zoom' }).click()
    await expect.poll(() => loss.getAttribute('data-range')).toBe('0 99')
    await page.getByRole('slider', { name: 'Smoothing' }).focus()
    await page.keyboard.press('End')
    await expect.poll(() => loss.getAttribute('data-lines')).toBe('2')
    await page.getByRole('button', { name: 'Values of train/acc as a table' }).click()
    await page.getByRole('cell', { name: '0.99', exact: true }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download val/loss as CSV' }).click()
    const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n')
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([11, '_step,val/loss', '99,99'])
    await page.getByRole('textbox', { name: 'Search metrics' }).fill('acc')
    await expect.poll(() => page.getByRole('img', { name: /^Chart of/ }).count()).toBe(0)
    await page.getByRole('region', { name: 'train/acc', exact: true }).waitFor()
    expect(await page.getByRole('region', { name: 'val/loss' }).count()).toBe(0)
    await page.getByRole('textbox', { name: 'Search metrics' }).fill('nothing')
    await page.getByText('No metric matches').waitFor()
  })

  test.skipIf(requirePython() === null)(
    'a metric is drawn over the one that its program defined, and a hidden one is not',
    async () => {
      await using site = await startRunSite()
      await using program = site.start('rich_run.py')
      requireSuccess(await program.ended)
      await using tab = await browser.openPage(site.server, { path: '/admin/vision/runs/rich?tab=charts' })
      const { page } = tab
      const validation = page.getByRole('img', { name: 'Chart of val/loss by epoch' })
      await expect.poll(() => validation.getAttribute('data-range')).toBe('0 4')
      await page.getByRole('img', { name: 'Chart of train/loss by step' }).waitFor()
      await page.getByText('Gaps: values that are not a number or infinite.').waitFor()
      expect(await page.getByRole('region', { name: 'secret' }).count()).toBe(0)
      await page.getByRole('combobox', { name: 'x-axis' }).click()
      await page.getByRole('option', { name: 'x: time since start' }).click()
      await page.getByRole('img', { name: 'Chart of val/loss by time since start' }).waitFor()
      await page.getByRole('switch', { name: 'Log scale' }).click({ force: true })
      await expect.poll(() => new URL(page.url()).search).toContain('axis=_runtime&log=true')
    },
  )

  test('of two hundred metrics only those in view are drawn', async () => {
    await using server = await startTestServer()
    await makeRun(server, 'wide')
    await sendLines(server, 'wide', 'wandb-history.jsonl', 50, (step) => `{${metrics(step)},"_step":${step}}`)
    await using tab = await browser.openPage(server, { path: '/admin/vision/runs/wide?tab=charts' })
    const { page } = tab
    await page.getByRole('img', { name: 'Chart of m0 ' }).waitFor()
    expect(await page.getByRole('region', { name: /^m\d+$/ }).count()).toBe(200)
    expect(await page.locator('canvas').count()).toBeLessThan(40)
    await page.getByRole('region', { name: 'm199' }).scrollIntoViewIfNeeded()
    await page.getByRole('img', { name: 'Chart of m199 ' }).waitFor()
    expect(await page.locator('canvas').count()).toBeLessThan(40)
    await page.getByRole('button', { name: 'Metrics 200' }).click()
    await expect.poll(() => page.getByRole('region', { name: /^m\d+$/ }).count()).toBe(0)
  })
})

/** A spike up, a spike down, a value that is none, and a wave. */
function valueOf(step: number): string {
  if (step === 777_777) return '1000'
  if (step === 123_456) return '-1000'
  if (step === 500_000) return 'NaN'
  return Math.sin(step / 9999).toFixed(6)
}

function metrics(step: number): string {
  return Array.from({ length: 200 }, (_, index) => `"m${index}":${index + step}`).join(',')
}
