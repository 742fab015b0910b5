import { createTestJob, findAccessibilityProblems, startTestBrowser, startTestServer } from '@slipway/testkit'
import type { TestBrowser, TestPage, TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { field, launchNow, listItems, makeQueue, must, untilForm } from './launch-fixture.ts'

const PHONE = { width: 380, height: 780 }
const LONG = 'an_input_with_a_name_that_goes_on_and_on_for_longer_than_any_phone_is_wide'

const SCHEMA = {
  type: 'object',
  properties: {
    rate: { type: 'number', minimum: 0, maximum: 1, title: 'Learning rate', description: 'The step of the optimizer.' },
    layers: {
      type: 'array',
      items: {
        type: 'object',
        properties: { width: { type: 'integer', minimum: 1, maximum: 64 }, name: { type: 'string' } },
      },
    },
    [LONG]: { type: 'string', description: 'A description that is too long for one line of a phone as well.' },
  },
}
const CONFIG = { rate: 0.5, layers: [{ width: 8, name: 'first' }], [LONG]: 'x'.repeat(70) }
const JOB = 'train-a-model-with-a-name-that-is-far-too-long-for-any-phone'

describe('a launch on a phone', () => {
  let browser: TestBrowser
  let server: TestServer
  beforeAll(async () => {
    browser = await startTestBrowser()
    server = await startTestServer()
    await makeQueue(server, 'default')
    await makeQueue(server, 'gpu', {
      resource: 'kubernetes',
      config: { cpu: '{{cpu}}' },
      variables: { cpu: { schema: { type: 'integer', minimum: 1, maximum: 8, default: 2 } } },
      priorities: true,
    })
    await createTestJob(server, {
      entityName: 'admin',
      projectName: 'vision',
      name: JOB,
      files: { 'train.sh': 'true' },
      entryPoint: ['sh', 'train.sh'],
      config: CONFIG,
      schema: SCHEMA,
      configFiles: { 'conf/a/folder/with/a/long/name/model.yaml': `path: ${'deep/'.repeat(30)}\n` },
    })
    await must(server, 'mutation($input: SavePresetInput!) { savePreset(input: $input) { isNew } }', {
      input: { entityName: 'admin', name: 'fast', content: JSON.stringify({ run_config: { rate: 0.25 } }) },
    })
  })
  afterAll(async () => {
    await browser[Symbol.asyncDispose]()
    await server.stop()
  })

  test.each([
    { name: 'its own page', path: `/launch?job=admin/vision/${JOB}`, colorScheme: 'light' },
    {
      name: 'the drawer',
      path: `/jobs?launch=${encodeURIComponent(JSON.stringify({ job: `admin/vision/${JOB}` }))}`,
      colorScheme: 'dark',
    },
  ] as const)(
    'in $name needs no sideways scroll, from the form over its dialogs to the launch',
    async ({ path, colorScheme }) => {
      await using tab = await browser.openPage(server, { path, colorScheme, viewport: PHONE })
      const { page } = tab
      await untilForm(tab)
      await expectNarrow(tab, 'form')
      await field(tab, 'Learning rate (rate)').fill('0.75')
      await page.getByRole('slider', { name: /Slider of Learning rate/ }).press('ArrowRight')
      await expect.poll(() => field(tab, 'Learning rate (rate)').inputValue()).toBe('0.76')
      await page.getByLabel('Search inputs').fill('width')
      await field(tab, 'layers.0.width').fill('65')
      await page.getByText('1 error inside').first().waitFor()
      await expectNarrow(tab, 'errors')
      expect(await findAccessibilityProblems(page)).toEqual([])
      await field(tab, 'layers.0.width').fill('16')
      await page.getByLabel('Search inputs').fill('')
      const head = page.getByRole('group', { name: 'Run config', exact: true })
      await head.getByText('YAML', { exact: true }).click()
      await page.getByRole('textbox', { name: 'Text of the run config' }).waitFor()
      await expectNarrow(tab, 'text')
      await page.getByRole('button', { name: 'Command and settings' }).click()
      await page.getByRole('textbox', { name: 'Resource settings' }).waitFor()
      await expectNarrow(tab, 'settings')

      await page.getByRole('button', { name: 'Paste from' }).click()
      for (const panel of ['An earlier run', 'A preset', 'A text']) {
        await page.getByRole('tab', { name: panel }).click()
        await page.getByRole('tabpanel', { name: panel }).waitFor()
        await expectNarrow(tab, `paste ${panel}`)
      }
      await page.getByRole('textbox', { name: 'Text', exact: true }).fill('rate=0.5\nnope=1')
      await page.getByRole('button', { name: 'Look at it' }).click()
      await page.getByText('"nope"').first().waitFor()
      await expectNarrow(tab, 'paste refused')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Save as preset' }).click()
      await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor()
      await expectNarrow(tab, 'save')
      expect(await findAccessibilityProblems(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Copy as' }).click()
      await page.getByRole('tab', { name: 'GraphQL' }).click()
      await expectNarrow(tab, 'copy')
      await page.keyboard.press('Escape')

      await page.getByRole('combobox', { name: 'Queue' }).click()
      await page.getByRole('option', { name: /^gpu/ }).click()
      await page.getByRole('textbox', { name: 'cpu' }).fill('3')
      await expectNarrow(tab, 'template')
      await launchNow(tab)
      await expectNarrow(tab, 'launched')
      const [item] = await listItems(server)
      expect(item?.runSpec).toMatchObject({
        overrides: { run_config: { rate: 0.76, layers: [{ width: 16, name: 'first' }] } },
        resource_args: { kubernetes: { cpu: 3 } },
      })
    },
  )

  test('is reviewed with its changes in sight, and each of them goes back with one touch', async () => {
    await using tab = await browser.openPage(server, {
      path: `/launch?job=admin/vision/${JOB}&set=rate=0.1&set=${LONG}=${'y'.repeat(120)}`,
      viewport: PHONE,
    })
    const { page } = tab
    await untilForm(tab)
    await page.getByRole('button', { name: 'Review' }).click()
    await page.getByText('The server would accept this launch.').waitFor()
    await expectNarrow(tab, 'review')
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: `Back to the default of ${LONG}` }).click()
    await expect.poll(() => page.getByRole('row').count()).toBe(2)
  })
})

/** Neither the page, nor the drawer, nor a dialog is wider than the screen; names what sticks out. */
async function expectNarrow({ page }: TestPage, where: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const scrollers = [
      document.documentElement,
      ...document.querySelectorAll('[data-launch-scroller], [role="dialog"]'),
    ]
    return scrollers
      .filter((element) => element.scrollWidth > element.clientWidth)
      .flatMap((element) => [...element.querySelectorAll('*')])
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth)
      .map((element) => `${element.tagName} ${element.className} ${(element.textContent ?? '').slice(0, 40)}`)
  })
  expect.soft({ where, wide: wide.slice(0, 5) }).toEqual({ where, wide: [] })
}
