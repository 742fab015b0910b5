import { findAccessibilityProblems, startTestBrowser, startTestServer, type TestBrowser } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { TALL, field, launchNow, listItems, makeQueue, makeTrainJob, must, untilForm } from './launch-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let browser: TestBrowser
beforeAll(async () => {
  browser = await startTestBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

describe('the values of a launch, in presets,', () => {
  test('are saved as a preset, with queue and priority, and laid on again by name', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeQueue(server, 'gpu', { priorities: true })
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, {
      viewport: TALL,
      path: '/launch?job=admin/vision/train&set=seed=3&queue=gpu&priority=high',
    })
    const { page } = tab
    await untilForm(tab)
    await page.getByRole('button', { name: 'Save as preset' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('fast run')
    await page.getByRole('switch', { name: 'With queue, priority, template variables and resource settings' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('alert').filter({ hasText: 'Cannot save preset "fast run"' }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('fast')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved preset admin/fast@v0.').waitFor()
    await using other = await browser.openPage(server, {
      viewport: TALL,
      path: '/launch?job=admin/vision/train&set=debug=true',
    })
    await untilForm(other)
    await other.page.getByRole('button', { name: 'Paste from' }).click()
    await other.page.getByRole('tab', { name: 'A preset' }).click()
    await other.page.getByRole('button', { name: /admin\/fast/ }).click()
    await other.page.getByText('1 value fits this job version').waitFor()
    await other.page.getByRole('button', { name: 'Paste', exact: true }).click()
    await expect.poll(() => field(other, 'seed').inputValue()).toBe('3')
    await expect.poll(() => other.page.getByRole('combobox', { name: 'Queue' }).inputValue()).toBe('gpu')
    await other.page.getByRole('button', { name: 'Review' }).click()
    const row = other.page.getByRole('row', { name: /^seed/ })
    expect(await row.getByRole('cell').nth(3).textContent()).toBe('preset admin/fast@v0')
    await other.page.getByRole('button', { name: 'Launch', exact: true }).click()
    await other.page.getByRole('status').filter({ hasText: 'Launched' }).waitFor()
    const [item] = await listItems(server)
    expect(item?.priority).toBe(1)
    const { runQueueItem } = await must(
      server,
      'query($id: ID!) { runQueueItem(id: $id) { origins { kind name version inputs } } }',
      { id: item?.id },
    )
    expect(runQueueItem.origins).toEqual([
      { kind: 'command-line', name: null, version: null, inputs: ['debug'] },
      { kind: 'preset', name: 'admin/fast', version: 'v0', inputs: ['seed'] },
    ])
    await using linked = await browser.openPage(server, {
      viewport: TALL,
      path: '/launch?job=admin/vision/train&preset=fast',
    })
    await untilForm(linked)
    expect(await field(linked, 'seed').inputValue()).toBe('3')
  })

  test('are saved as a preset that builds on another, with resource settings', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    await must(server, 'mutation($input: SavePresetInput!) { savePreset(input: $input) { isNew } }', {
      input: { entityName: 'admin', name: 'fast', content: JSON.stringify({ run_config: { seed: 3, debug: true } }) },
    })
    await using tab = await browser.openPage(server, {
      viewport: TALL,
      path: `/launch?job=admin/vision/train&preset=fast&resource=${encodeURIComponent('env: {B: "2"}')}`,
    })
    const { page } = tab
    await untilForm(tab)
    await field(tab, 'trainer.batch_size').fill('64')
    await field(tab, 'seed').fill('4')
    await page.getByRole('button', { name: 'Save as preset' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('faster')
    expect(await page.getByRole('switch', { name: 'Build on admin/fast@v0' }).isChecked()).toBe(true)
    await page.getByRole('switch', { name: 'With queue, priority, template variables and resource settings' }).click()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved preset admin/faster@v0.').waitFor()
    const { preset } = await must(
      server,
      '{ preset(entityName: "admin", name: "faster") { latestVersion { content basedOn { path } } } }',
    )
    expect(preset.latestVersion).toEqual({
      content: {
        run_config: { trainer: { batch_size: 64 }, seed: 4 },
        queue: 'admin/default',
        resource_args: { 'local-process': { env: { B: '2' } } },
      },
      basedOn: [{ path: 'admin/fast@v0' }],
    })
    await using linked = await browser.openPage(server, {
      viewport: TALL,
      path: '/launch?job=admin/vision/train&preset=faster',
    })
    await untilForm(linked)
    expect(await field(linked, 'debug').isChecked()).toBe(true)
    await launchNow(linked)
    const [item] = await listItems(server)
    expect(item?.runSpec).toMatchObject({
      overrides: { run_config: { trainer: { batch_size: 64 }, seed: 4, debug: true } },
      resource_args: { 'local-process': { env: { B: '2' } } },
    })
  })
})
