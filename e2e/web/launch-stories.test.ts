import { describeWithNewestClient, startTestBrowser, type TestBrowser, type TestPage } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { field, launchNow, TALL, untilForm } from './launch-fixture.ts'
import { startTeamSite, TEAM, type TeamSite } from './launch-site.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const ITEM_DEADLINE_MS = 200_000

/** The program of the example with one input gone, and another one new. */
const NEXT_PROGRAM = `
import wandb
from wandb.sdk import launch

config = {"trainer": {"learning_rate": 0.01, "batch_size": 32, "model": "resnet", "warmup": 3}, "seed": 42}

with wandb.init(config=config):
    launch.manage_wandb_config(include=["trainer"])
    wandb.log({"loss": wandb.run.config["trainer"]["warmup"]})
`

// The browser's side is the same for all clients.
describeWithNewestClient('stories of launches', (client) => {
  let browser: TestBrowser
  let site: TeamSite
  beforeAll(async () => {
    browser = await startTestBrowser()
    site = await startTeamSite(client)
    await site.capture('train', 'python-run-config')
  })
  afterAll(async () => {
    await browser[Symbol.asyncDispose]()
    await site[Symbol.asyncDispose]()
  })

  test('Ann launches from the form what runs with her values, and Bob with his', async () => {
    const { server, annKey, bobKey } = site
    await using ann = await browser.openPage(server, {
      apiKey: annKey,
      path: `/launch?job=${TEAM}/lab/train`,
      viewport: TALL,
    })
    await untilForm(ann)
    await ann.page.getByText('1 agent is listening').first().waitFor()
    await field(ann, 'trainer.learning_rate').fill('0.5')
    await launchNow(ann)
    const annRun = await untilFinished(ann)
    expect(await site.readRunConfig(annRun, annKey)).toMatchObject({
      trainer: { learning_rate: 0.5, batch_size: 32, private: { key: 'value' } },
      seed: 42,
    })

    const path = `/jobs?launch=${JSON.stringify({ from_run: annRun })}`
    await using bob = await browser.openPage(server, { apiKey: bobKey, path, viewport: TALL })
    await untilForm(bob)
    expect(await field(bob, 'trainer.learning_rate').inputValue()).toBe('0.5')
    await field(bob, 'trainer.batch_size').fill('8')
    await bob.page.getByRole('button', { name: 'Review' }).click()
    const origins = bob.page
      .getByRole('row')
      .filter({ hasText: 'trainer' })
      .getByRole('cell', { name: /^(you|run )/ })
    expect((await origins.allTextContents()).toSorted()).toEqual([`run ${annRun}`, 'you'])
    await bob.page.getByRole('button', { name: 'Launch', exact: true }).click()
    await bob.page.getByRole('status').filter({ hasText: 'Launched' }).waitFor()
    const bobRun = await untilFinished(bob)
    expect(bobRun).not.toBe(annRun)
    expect(await site.readRunConfig(bobRun, bobKey)).toMatchObject({ trainer: { learning_rate: 0.5, batch_size: 8 } })

    // A value that the job does not take is refused before anything is queued.
    await field(bob, 'trainer.batch_size').fill('many')
    await bob.page.getByRole('button', { name: 'Review' }).click()
    await bob.page.getByRole('alert').filter({ hasText: 'One thing stands in the way' }).waitFor()

    // The program changes; Bob takes Ann's old run over to the new version.
    await site.capture('train', 'python-run-config', { 'train.py': NEXT_PROGRAM })
    await using later = await browser.openPage(server, {
      apiKey: bobKey,
      path: `/launch?job=${TEAM}/lab/train:latest`,
      viewport: TALL,
    })
    const { page } = later
    await untilForm(later)
    await field(later, 'trainer.warmup').waitFor()
    await page.getByRole('button', { name: 'Paste from' }).click()
    await page.getByLabel('Run or item').first().fill(annRun)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('1 value fits this job version').waitFor()
    await page.getByRole('button', { name: 'Paste', exact: true }).click()
    await expect.poll(() => field(later, 'trainer.learning_rate').inputValue()).toBe('0.5')
    await field(later, 'trainer.warmup').fill('7')
    await launchNow(later)
    const laterRun = await untilFinished(later)
    expect(await site.readRunConfig(laterRun, bobKey)).toMatchObject({ trainer: { learning_rate: 0.5, warmup: 7 } })
  })

  test('a config file of a TypeScript program is changed from the form', async () => {
    const { server, annKey } = site
    await site.capture('network', 'typescript-config-files', {}, 'train.ts')
    await using tab = await browser.openPage(server, {
      apiKey: annKey,
      path: `/launch?job=${TEAM}/lab/network`,
      viewport: TALL,
    })
    await untilForm(tab)
    await field(tab, 'training.yaml:epochs').fill('2')
    await launchNow(tab)
    const run = await untilFinished(tab)
    expect(JSON.stringify(await site.readRunConfig(run, annKey))).toContain('"epochs":2')
  })
})

/** Waits until the newest launch has finished, which the form shows by itself; answers with its run. */
async function untilFinished({ page }: TestPage): Promise<string> {
  const launched = page.getByRole('status').filter({ hasText: 'Launched' })
  await expect
    .poll(() => launched.textContent(), { timeout: ITEM_DEADLINE_MS, interval: 250 })
    .toMatch(/finished|failed|stopped/u)
  expect(await launched.textContent()).toContain('finished')
  const href = (await launched.getByRole('link', { name: /^Run / }).first().getAttribute('href')) ?? ''
  const [, entity, project, , run] = href.split('/')
  return `${entity}/${project}/${run}`
}
