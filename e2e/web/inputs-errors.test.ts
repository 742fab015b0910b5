import { createTestJob, findAccessibilityProblems, startTestBrowser, startTestServer } from '@slipway/testkit'
import type { TestBrowser, TestPage, TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { field, makeQueue, TALL } from './launch-fixture.ts'

const SCHEMA = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    sizes: { type: 'array', items: { type: 'integer', minimum: 1 } },
    model: {
      type: 'object',
      properties: {
        layers: { type: 'array', minItems: 1, items: { $ref: '#/$defs/Layer' } },
        depth: { type: 'integer' },
      },
    },
    rate: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
  },
  $defs: {
    Layer: {
      type: 'object',
      properties: { width: { type: 'integer', minimum: 1 }, kind: { enum: ['dense', 'conv'] } },
      required: ['width'],
    },
  },
}

const CONFIG = {
  name: 'first',
  sizes: [1, 2],
  model: {
    layers: [
      { width: 16, kind: 'dense' },
      { width: 8, kind: 'conv' },
    ],
    depth: 2,
  },
  rate: 0.5,
}

describe('what is wrong in the form', () => {
  let browser: TestBrowser
  let server: TestServer
  let job: string
  beforeAll(async () => {
    browser = await startTestBrowser()
    server = await startTestServer()
    await makeQueue(server, 'default')
    job = await createTestJob(server, {
      entityName: 'admin',
      projectName: 'vision',
      name: 'errors',
      files: { 'train.sh': 'true' },
      entryPoint: ['sh', 'train.sh'],
      config: CONFIG,
      schema: SCHEMA,
      configFiles: { 'conf/data.yaml': 'paths:\n  - name: a\n    share: 1\n' },
    })
  })
  afterAll(async () => {
    await browser[Symbol.asyncDispose]()
    await server.stop()
  })

  async function open(): Promise<TestPage> {
    const tab = await browser.openPage(server, { viewport: TALL, path: `/launch?job=${encodeURIComponent(job)}` })
    await field(tab, 'name').waitFor()
    return tab
  }

  test('is told at each element of a list, is counted at the head of its section, and can be shown alone', async () => {
    await using tab = await open()
    const { page } = tab
    await field(tab, 'sizes.1').fill('0')
    await field(tab, 'model.layers.0.width').fill('none')
    await field(tab, 'model.layers.1.width').fill('-1')
    const head = page.getByRole('group', { name: 'Run config', exact: true })
    await head.getByText('3 errors').waitFor()
    expect(await head.getByRole('status').count()).toBe(0)
    await page.getByText('2 errors inside').first().waitFor()
    expect(await rowOf(tab, 'sizes.1').getByRole('status').innerText()).toContain('must be at least 1')
    expect(await rowOf(tab, 'model.layers.0.width').getByRole('status').innerText()).toContain('must be a whole number')
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByText('Only errors (3)').click()
    await expect.poll(() => field(tab, 'sizes.0').count()).toBe(0)
    await expect.poll(() => field(tab, 'model.layers.0.kind').count()).toBe(0)
    expect(await field(tab, 'model.layers.1.width').inputValue()).toBe('-1')
    expect(await page.getByRole('group', { name: 'conf/data.yaml', exact: true }).count()).toBe(0)
    await page.getByLabel('Search inputs').fill('layers width')
    await expect.poll(() => field(tab, 'sizes.1').count()).toBe(0)
    expect(await field(tab, 'model.layers.0.width').count()).toBe(1)
  })

  test('is told in the review once, and leads from there to the element', async () => {
    await using tab = await open()
    const { page } = tab
    await field(tab, 'model.layers.1.width').fill('0')
    await page.getByRole('button', { name: 'Review' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'One thing stands in the way' })
    await alert.waitFor()
    await expect.poll(() => page.getByRole('region', { name: 'Review' }).getAttribute('aria-busy')).toBe('false')
    expect(await alert.getByRole('listitem').count()).toBe(1)
    await alert.getByRole('button', { name: 'model.layers.1.width' }).click()
    await expect.poll(() => focused(tab)).toBe('model.layers.1.width')
    // Of a section that is edited as text, into the text, from mark to mark.
    await page.getByRole('group', { name: 'Run config', exact: true }).getByText('YAML', { exact: true }).click()
    await page.getByRole('textbox', { name: 'Text of the run config' }).waitFor()
    await page.getByRole('button', { name: 'Review' }).click()
    await alert.getByRole('button', { name: 'model.layers.1.width' }).click()
    await expect.poll(() => focused(tab)).toBe('Text of the run config')
    await page.keyboard.press('F8')
    await page.locator('.cm-tooltip').getByText('must be at least 1').waitFor()
  })

  test('is gone to by F8 and back by Shift+F8, through what is closed, filtered out or far off', async () => {
    await using tab = await open()
    const { page } = tab
    await field(tab, 'name').focus()
    await page.keyboard.press('F8')
    expect(await focused(tab)).toBe('name')
    await field(tab, 'sizes.0').fill('0')
    await field(tab, 'model.layers.0.width').fill('0')
    await field(tab, 'rate').fill('2')
    await page.getByText('Only errors (3)').waitFor()
    await page.setViewportSize({ width: 1360, height: 700 })
    await page.getByRole('button', { name: /^model\b/ }).click()
    await field(tab, 'model.layers.0.width').waitFor({ state: 'detached' })
    await page
      .getByRole('button', { name: /^model\b/ })
      .locator('..')
      .getByText('1 error inside')
      .waitFor()
    await page.getByLabel('Search inputs').fill('name')
    await field(tab, 'rate').waitFor({ state: 'detached' })
    await page.keyboard.press('F8')
    await expect.poll(() => focused(tab)).toBe('sizes.0')
    await page.keyboard.press('F8')
    await expect.poll(() => focused(tab)).toBe('model.layers.0.width')
    await page.keyboard.press('F8')
    await expect.poll(() => focused(tab)).toBe('rate')
    await page.keyboard.press('F8')
    await expect.poll(() => focused(tab)).toBe('sizes.0')
    await page.keyboard.press('Shift+F8')
    await expect.poll(() => focused(tab)).toBe('rate')
    await page.getByRole('button', { name: 'Next error' }).click()
    await expect.poll(() => focused(tab)).toBe('sizes.0')
  })

  test('with a list as a whole shows its elements, so that it can be mended', async () => {
    await using tab = await open()
    const { page } = tab
    await page.getByRole('button', { name: 'Remove model.layers.0' }).click()
    await page.getByRole('button', { name: 'Remove model.layers.0' }).click()
    await page.getByText('Only errors (1)').click()
    await field(tab, 'name').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Add an element to model.layers' }).click()
    await page.getByText('Only errors (0)').waitFor()
    await page.getByText('Only errors (0)').click()
    await field(tab, 'model.layers.0.width').waitFor()
    // A list that lost an element is changed, though none of those that are left is.
    await page.getByRole('button', { name: 'Remove sizes.1' }).click()
    await page.getByText(/^Only changed \(/).click()
    await page.getByRole('button', { name: /^sizes\b/ }).waitFor()
    await expect.poll(() => field(tab, 'name').count()).toBe(0)
  })
})

function focused({ page }: TestPage): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
}

function rowOf({ page }: TestPage, address: string) {
  return page.locator(`[data-row="${address}"]`)
}
