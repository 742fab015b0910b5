import { createTestJob, startTestBrowser, startTestServer } from '@slipway/testkit'
import type { TestBrowser, TestPage, TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { field, makeQueue, must, TALL } from './launch-fixture.ts'

const SCHEMA = {
  type: 'object',
  properties: {
    sizes: { type: 'array', items: { type: 'integer' } },
    layers: { type: 'array', items: { $ref: '#/$defs/Layer' } },
    limit: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    device: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
    prompt: { type: 'string' },
    epochs: { type: 'integer' },
    token: { type: 'string', format: 'secret' },
  },
  $defs: {
    Layer: { type: 'object', properties: { width: { type: 'integer', default: 8 } }, required: ['width'] },
  },
}

const CONFIG = {
  sizes: [1, 2],
  layers: [{ width: 16 }],
  limit: null,
  device: 'cpu',
  prompt: 'first line\nsecond line',
  epochs: 10,
  token: 'secret://hf',
}

const TOML = '# opts\n[run]\nsteps = 10 # n\n'

describe('the form of inputs of many shapes', () => {
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
      name: 'shapes',
      files: { 'train.sh': 'true' },
      entryPoint: ['sh', 'train.sh'],
      config: CONFIG,
      schema: SCHEMA,
      configFiles: { 'opts.toml': TOML },
    })
  })
  afterAll(async () => {
    await browser[Symbol.asyncDispose]()
    await server.stop()
  })

  async function open(): Promise<TestPage> {
    const tab = await browser.openPage(server, { viewport: TALL, path: `/launch?job=${encodeURIComponent(job)}` })
    await field(tab, 'prompt').waitFor()
    return tab
  }

  test('an element of a list is added, moved and removed', async () => {
    await using tab = await open()
    const { page } = tab
    await page.getByRole('button', { name: 'Add an element to sizes' }).click()
    await field(tab, 'sizes.2').fill('7')
    await page.getByRole('button', { name: 'Move sizes.2 up' }).click()
    await page.getByRole('button', { name: 'Remove sizes.0' }).click()
    await expect.poll(() => field(tab, 'sizes.2').count()).toBe(0)
    expect([await field(tab, 'sizes.0').inputValue(), await field(tab, 'sizes.1').inputValue()]).toEqual(['7', '2'])
    await review(tab)
    expect(await valueOf(tab, 'sizes')).toBe('[7,2]')
  })

  test('a list of objects gets an object with its defaults, whose fields are edited', async () => {
    await using tab = await open()
    await tab.page.getByRole('button', { name: 'Add an element to layers' }).click()
    await expect.poll(() => field(tab, 'layers.1.width').inputValue()).toBe('8')
    await field(tab, 'layers.1.width').fill('32')
    await tab.page.getByRole('button', { name: 'Move layers.1 up' }).click()
    await review(tab)
    expect(await valueOf(tab, 'layers')).toBe('[{"width":32},{"width":16}]')
  })

  test('an optional value is set and made null again, and a union takes either kind', async () => {
    await using tab = await open()
    await field(tab, 'limit').fill('5')
    await tab.page.getByRole('button', { name: 'Set limit to null' }).waitFor()
    await field(tab, 'device').fill('3')
    await review(tab)
    expect([await valueOf(tab, 'limit'), await valueOf(tab, 'device')]).toEqual(['5', '3'])
    await tab.page.getByRole('button', { name: 'Back', exact: true }).click()
    await tab.page.getByRole('button', { name: 'Set limit to null' }).click()
    await review(tab)
    await tab.page.getByRole('row', { name: /^device/u }).waitFor()
    expect(await tab.page.getByRole('row', { name: /^limit/u }).count()).toBe(0)
  })

  test('a text of several lines is edited as one', async () => {
    await using tab = await open()
    expect(await field(tab, 'prompt').evaluate((element) => element.tagName)).toBe('TEXTAREA')
    await field(tab, 'prompt').fill('one\ntwo\nthree')
    await review(tab)
    expect(await valueOf(tab, 'prompt')).toBe(String.raw`"one\ntwo\nthree"`)
  })

  test('only errors leaves the fields that have one', async () => {
    await using tab = await open()
    await field(tab, 'epochs').fill('none')
    await tab.page.getByText('Only errors (1)').click()
    await expect.poll(() => field(tab, 'prompt').count()).toBe(0)
    expect(await field(tab, 'epochs').inputValue()).toBe('none')
    await field(tab, 'epochs').fill('4')
    await tab.page.getByText('Only errors (0)').click()
    await field(tab, 'prompt').waitFor()
  })

  test('a TOML file goes from the form into its text and back, with its comments', async () => {
    await using tab = await open()
    await field(tab, 'opts.toml:run.steps').fill('20')
    await choose(tab, 'TOML')
    const text = tab.page.getByRole('textbox', { name: 'Text of opts.toml', exact: true })
    const read = async () => (await text.locator('.cm-line').allTextContents()).join('\n')
    await expect.poll(read).toBe(TOML.replace('10', '20'))
    await paste(text, TOML.replace('10', '30'))
    await expect.poll(read).toBe(TOML.replace('10', '30'))
    await choose(tab, 'Form')
    expect(await field(tab, 'opts.toml:run.steps').inputValue()).toBe('30')
  })

  test('secrets and presets that are made meanwhile can be chosen at once', async () => {
    await using tab = await open()
    const { page } = tab
    const token = page.getByRole('combobox', { name: 'token' })
    await token.fill('')
    await must(server, 'mutation($input: SetSecretInput!) { setSecret(input: $input) { isNew } }', {
      input: { entityName: 'admin', name: 'made-meanwhile', value: 'canary-1' },
    })
    const option = page.getByRole('option', { name: 'made-meanwhile' })
    const isOffered = async (): Promise<boolean> => {
      await token.blur()
      await token.click()
      return option.isVisible()
    }
    await expect.poll(isOffered).toBe(true)
    await option.click()
    expect(await token.inputValue()).toBe('made-meanwhile')
    await page.getByRole('button', { name: 'Paste' }).click()
    await page.getByRole('tab', { name: 'A preset' }).click()
    await page.getByText('No preset can be used with this job yet').waitFor()
    await must(server, 'mutation($input: SavePresetInput!) { savePreset(input: $input) { isNew } }', {
      input: { entityName: 'admin', name: 'fast', content: JSON.stringify({ run_config: { epochs: 3 } }) },
    })
    await page.getByRole('button', { name: 'admin/fast' }).click()
  })

  test('the plain text of a secret is hidden in the review, and is nowhere to copy, to link or to find again', async () => {
    await using tab = await open()
    const { page } = tab
    await choose(tab, 'YAML', 'Run config')
    await paste(page.getByRole('textbox', { name: 'Text of the run config', exact: true }), 'token: canary-31415926\n')
    await page.getByText('problem', { exact: false }).first().waitFor()
    expect(await page.getByRole('button', { name: 'Copy as' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Review' }).click()
    await expect.poll(() => valueOf(tab, 'token')).toBe('hidden')
    // The other inputs are gone from the text: once they are in the address, so would be the secret.
    await expect.poll(() => page.url()).toMatch(/prompt/u)
    expect(page.url()).not.toContain('31415926')
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('31415926')
    expect(await page.locator('main').innerText()).not.toContain('31415926')
  })

  test('a browser without room for the draft is told of in the form, and no more once there is room', async () => {
    await using tab = await open()
    const { page } = tab
    await page.evaluate(() => {
      for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2)) {
        try {
          for (let index = 0; ; index += 1) localStorage.setItem(`full-${size}-${index}`, 'x'.repeat(size))
        } catch {
          // Full for this size.
        }
      }
    })
    await field(tab, 'epochs').fill('11')
    const notice = page.getByRole('status').filter({ hasText: 'Cannot keep this draft' })
    await notice.waitFor()
    await page.evaluate(() => localStorage.clear())
    await field(tab, 'epochs').fill('12')
    await expect.poll(() => notice.count()).toBe(0)
  })
})

async function review({ page }: TestPage): Promise<void> {
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('table', { name: 'Changes against the defaults' }).waitFor()
}

/** What the review says that an input will be. */
async function valueOf({ page }: TestPage, address: string): Promise<string> {
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: address, exact: true }) })
  return row.getByRole('cell').nth(2).innerText()
}

async function choose({ page }: TestPage, mode: string, section = 'opts.toml'): Promise<void> {
  const head = page.getByRole('group', { name: section, exact: true })
  await head.scrollIntoViewIfNeeded()
  await head.getByText(mode, { exact: true }).click()
}

async function paste(editor: ReturnType<TestPage['page']['getByRole']>, text: string): Promise<void> {
  await editor.focus()
  await editor.press('ControlOrMeta+a')
  await editor.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
