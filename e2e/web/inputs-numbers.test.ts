import { createTestJob, findAccessibilityProblems, startTestBrowser, startTestServer } from '@slipway/testkit'
import type { TestBrowser, TestPage, TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { field, launchNow, listItems, makeQueue, TALL } from './launch-fixture.ts'

const SCHEMA = {
  type: 'object',
  properties: {
    dropout: { type: 'number', minimum: 0, maximum: 0.5, multipleOf: 0.1 },
    rate: { type: 'number', minimum: 1e-5, maximum: 0.1 },
    epochs: { type: 'integer', minimum: 1, maximum: 10 },
    seed: { type: 'integer', minimum: 0, maximum: 9_007_199_254_740_991 },
    free: { type: 'number' },
    maybe: { anyOf: [{ $ref: '#/$defs/Part' }, { type: 'null' }] },
    tags: { anyOf: [{ type: 'array', items: { enum: ['a', 'b'] } }, { type: 'null' }] },
    auto: {
      anyOf: [
        { enum: ['low', 'high'], title: 'Level' },
        { type: 'number', title: 'Number' },
      ],
    },
  },
  $defs: { Part: { type: 'object', properties: { size: { type: 'integer', default: 3 } } } },
}

const CONFIG = { dropout: 0.1, rate: 0.001, epochs: 3, seed: 7, free: 1, maybe: null, tags: null, auto: 'low' }

describe('numbers and values that may be absent', () => {
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
      name: 'numbers',
      files: { 'train.sh': 'true' },
      entryPoint: ['sh', 'train.sh'],
      config: CONFIG,
      schema: SCHEMA,
    })
  })
  afterAll(async () => {
    await browser[Symbol.asyncDispose]()
    await server.stop()
  })

  async function open(colorScheme: 'light' | 'dark' = 'light'): Promise<TestPage> {
    const tab = await browser.openPage(server, {
      viewport: TALL,
      colorScheme,
      path: `/launch?job=${encodeURIComponent(job)}`,
    })
    await field(tab, 'epochs').waitFor()
    return tab
  }

  test('a number between two bounds has a slider, which a keyboard moves from one allowed value to the next', async () => {
    await using tab = await open()
    const { page } = tab
    expect(await page.getByRole('slider').count()).toBe(4)
    expect(await findAccessibilityProblems(page)).toEqual([])
    await slider(tab, 'dropout').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => field(tab, 'dropout').inputValue()).toBe('0.3')
    expect(await slider(tab, 'dropout').getAttribute('aria-valuetext')).toBe('0.3')
    await page.keyboard.press('End')
    await expect.poll(() => field(tab, 'dropout').inputValue()).toBe('0.5')
    // All of it is one step back.
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => field(tab, 'dropout').inputValue()).toBe('0.1')
    await slider(tab, 'rate').focus()
    await page.keyboard.press('Home')
    await expect.poll(() => field(tab, 'rate').inputValue()).toBe('0.00001')
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('epochs')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => field(tab, 'epochs').inputValue()).toBe('4')
  })

  test('what is typed stays as it was typed, and is launched exactly', async () => {
    await using tab = await open()
    await field(tab, 'rate').fill('1.25e-5')
    await field(tab, 'seed').fill('9007199254740991')
    expect(await slider(tab, 'rate').getAttribute('aria-valuetext')).toBe('1.25e-5')
    expect(await slider(tab, 'seed').inputValue()).toBe(await slider(tab, 'seed').getAttribute('max'))
    await field(tab, 'dropout').fill('0.25')
    await tab.page.getByText(/"dropout" to 0\.25: .*multiple/).waitFor()
    await field(tab, 'dropout').press('ArrowUp')
    await expect.poll(() => field(tab, 'dropout').inputValue()).toBe('0.3')
    expect(await field(tab, 'rate').inputValue()).toBe('1.25e-5')
    await launchNow(tab)
    const [item] = await listItems(server)
    expect(item?.runSpec.overrides.run_config).toEqual({ dropout: 0.3, rate: 0.0000125, seed: 9_007_199_254_740_991 })
  })

  test('a slider is moved by the pointer, and dragging beyond its end stays at the bound', async () => {
    await using tab = await open('dark')
    const box = await slider(tab, 'epochs').boundingBox()
    if (box === null) throw new Error('The slider is not on the screen.')
    await tab.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await tab.page.mouse.down()
    await tab.page.mouse.move(box.x + box.width + 50, box.y + box.height / 2, { steps: 4 })
    await tab.page.mouse.up()
    await expect.poll(() => field(tab, 'epochs').inputValue()).toBe('10')
    expect(await findAccessibilityProblems(tab.page)).toEqual([])
  })

  test('null in the place of a group, or of several choices, is filled in without writing JSON', async () => {
    await using tab = await open()
    const { page } = tab
    await page.getByRole('button', { name: 'Fill in maybe' }).click()
    await expect.poll(() => field(tab, 'maybe.size').inputValue()).toBe('3')
    await page.getByRole('button', { name: 'Set maybe to null' }).click()
    await page.getByRole('button', { name: 'Fill in maybe' }).waitFor()
    await page.getByRole('button', { name: 'Fill in tags' }).click()
    await page.getByRole('checkbox', { name: 'b', exact: true }).check()
    await page.getByRole('checkbox', { name: 'a', exact: true }).check()
    await page.getByLabel('auto', { exact: true }).selectOption({ label: 'high' })
    await launchNow(tab)
    const [item] = await listItems(server)
    expect(item?.runSpec.overrides.run_config).toEqual({ tags: ['b', 'a'], auto: 'high' })
  })

  test('a union goes from a list of choices to a number and back', async () => {
    await using tab = await open()
    await tab.page.getByLabel('Kind of auto').selectOption({ label: 'Number' })
    await field(tab, 'auto').fill('2.5')
    await tab.page.getByLabel('Kind of auto').selectOption({ label: 'Level' })
    await expect.poll(() => field(tab, 'auto').evaluate((element) => element.tagName)).toBe('SELECT')
  })
})

function slider({ page }: TestPage, address: string) {
  return page.getByRole('slider', { name: `Slider of ${address}`, exact: true })
}
