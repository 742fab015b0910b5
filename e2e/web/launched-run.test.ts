import { describeWithEachClient, startTestBrowser, type TestBrowser } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLaunchSite } from '../founding-document/launch-site.ts'
import { requireSuccess } from '../founding-document/run-program.ts'
import { requirePython, startRunSite } from './run-site.ts'

const TRAIN = `
import wandb

settings = wandb.Settings(console="off")
with wandb.init(config={"trainer": {"lr": 0.1, "epochs": 3}, "seed": 1}, settings=settings) as run:
    run.config["found"] = 7
    print(f"lr is {run.config['trainer']['lr']}")
    print("ValueError: only said")
`

let browser: TestBrowser
beforeAll(async () => {
  browser = await startTestBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

test.skipIf(requirePython() === null)('the stop button stops the program', async () => {
  await using site = await startRunSite()
  await using program = site.start('long_run.py')
  await expect
    .poll(async () => {
      const { data } = await site.server.request('{ project(name: "vision") { run(name: "endless") { state } } }')
      return data.project?.run?.state
    })
    .toBe('running')
  await using tab = await browser.openPage(site.server, { path: '/admin/vision/runs/endless' })
  await tab.page.getByRole('button', { name: 'Stop' }).click()
  await tab.page.getByText('stopping', { exact: true }).first().waitFor()
  await tab.page.getByText('killed', { exact: true }).first().waitFor()
  await tab.page.getByText('Stopped on request.').waitFor()
  expect((await program.ended).output).toContain('RESULT interrupted')
})

describeWithEachClient('the page of a launched run', (client) => {
  test('tells what launched it, where each value of its config comes from, and its lineage', async () => {
    await using site = await startLaunchSite(client)
    await site.capture('train', { files: { 'train.py': TRAIN } })
    requireSuccess(await site.runSlipway(['launch', 'founding/train', 'trainer.lr=0.5', '--queue', 'default']))
    const [item = ''] = await site.itemIds()
    expect((await site.untilEnded(item)).state).toBe('finished')
    const { data } = await site.server.request(
      'query($id: ID!) { runQueueItem(id: $id) { run { name } jobVersion { sourceRun { name displayName } } } }',
      { id: item },
    )
    const { run, jobVersion } = data.runQueueItem
    await using tab = await browser.openPage(site.server, { path: `/admin/founding/runs/${run.name}` })
    const { page } = tab
    const about = page.getByRole('region', { name: 'About' })
    expect(await about.getByRole('link', { name: /^item / }).getAttribute('href')).toContain(encodeURIComponent(item))
    expect(await about.getByRole('link', { name: 'train:v0' }).getAttribute('href')).toBe(
      '/admin/founding/jobs/train?version=v0',
    )
    expect(await about.getByRole('link', { name: 'default' }).getAttribute('href')).toBe('/queues/admin/default')
    expect(await about.textContent()).toContain('by the agent')
    const lineage = page.getByRole('region', { name: 'Lineage' })
    const source = lineage.getByRole('link', { name: jobVersion.sourceRun.displayName })
    expect(await source.getAttribute('href')).toBe(`/admin/founding/runs/${jobVersion.sourceRun.name}`)
    const again = page.getByRole('link', { name: 'Launch again with changes' })
    expect(decodeURIComponent((await again.getAttribute('href')) ?? '')).toContain(`admin/founding/${run.name}`)

    await page.getByRole('tab', { name: 'Config' }).click()
    await page.getByRole('row', { name: /^trainer\.lr/ }).waitFor()
    const rows = page.getByRole('table').getByRole('row')
    // The client sends the keys in an order of its own.
    const shown = (await rows.allInnerTexts()).map((text) =>
      text
        .split(/\s+/u)
        .filter((part) => part !== '')
        .join(' '),
    )
    expect(shown.toSorted()).toEqual([
      'Input Value Default Source',
      'found 7 7 default',
      'seed 1 1 default',
      'trainer.epochs 3 3 default',
      'trainer.lr 0.5 0.1 changed typed',
    ])
    await page.getByRole('switch', { name: 'Only changed (1)' }).click({ force: true })
    await expect.poll(() => rows.count()).toBe(2)
    expect(new URL(page.url()).search).toContain('changed=true')
    await page.getByRole('tab', { name: 'Log' }).click()
    await page.getByText('The program sent no log of its own').waitFor()
    await page.getByText('lr is 0.5').waitFor()
    await page.getByRole('button', { name: 'Next error' }).click()
    await expect
      .poll(() => page.locator('[aria-current="true"][data-line]').textContent())
      .toContain('ValueError: only said')
  })
})
