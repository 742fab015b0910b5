import { findAccessibilityProblems, createTestJob, startTestBrowser, startTestServer } from '@slipway/testkit'
import type { TestBrowser, TestPage, TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const MODEL =
  '# The model\nmodel:\n  layers: 3 # few\n  blocks:\n    - size: 1 # first\n    - size: 2 # second\n  name: resnet\n'

const SCHEMA = {
  type: 'object',
  properties: {
    learning_rate: {
      type: 'number',
      exclusiveMinimum: 0,
      maximum: 1,
      title: 'Learning rate',
      description: 'The step.',
    },
    epochs: { type: 'integer', minimum: 1 },
    optimizer: { enum: ['adam', 'sgd'] },
    metrics: { type: 'array', items: { enum: ['loss', 'accuracy'] } },
    amp: { type: 'boolean' },
    seed: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    kind: { const: 'train' },
    token: { type: 'string', format: 'secret' },
    schedule: { anyOf: [{ $ref: '#/$defs/Cosine' }, { $ref: '#/$defs/Step' }] },
    anything: {},
  },
  $defs: {
    Cosine: {
      title: 'Cosine',
      type: 'object',
      properties: { kind: { const: 'cosine' }, warmup: { type: 'integer' } },
      required: ['kind'],
    },
    Step: {
      title: 'Step',
      type: 'object',
      properties: { kind: { const: 'step' }, gamma: { type: 'number', default: 0.5 } },
      required: ['kind'],
    },
  },
}

const CONFIG = {
  learning_rate: 0.001,
  epochs: 10,
  optimizer: 'adam',
  metrics: ['loss'],
  amp: true,
  seed: null,
  kind: 'train',
  token: 'secret://hf',
  schedule: { kind: 'cosine', warmup: 5 },
  anything: null,
}

describe('the inputs of a launch', () => {
  let browser: TestBrowser
  let server: TestServer
  let job: string
  beforeAll(async () => {
    browser = await startTestBrowser()
    server = await startTestServer()
    job = await createTestJob(server, {
      entityName: 'admin',
      projectName: 'vision',
      name: 'train',
      files: { 'train.sh': 'true' },
      entryPoint: ['sh', 'train.sh'],
      config: CONFIG,
      schema: SCHEMA,
      configFiles: {
        'conf/model.yaml': MODEL,
        'opts.toml': '# opts\n[run]\nsteps = 10 # n\n',
        'x.json': '{\n  "a": 1\n}\n',
      },
    })
  })
  afterAll(async () => {
    await browser[Symbol.asyncDispose]()
    await server.stop()
  })

  async function open(options: { readonly colorScheme?: 'light' | 'dark' } = {}): Promise<TestPage> {
    const tab = await browser.openPage(server, {
      viewport: { width: 1360, height: 2000 },
      path: `/launch?job=${encodeURIComponent(job)}`,
      ...options,
    })
    await field(tab, 'epochs').waitFor()
    return tab
  }

  test.each(['light', 'dark'] as const)(
    'form and editor are usable by everybody in the %s scheme',
    async (colorScheme) => {
      await using tab = await open({ colorScheme })
      await field(tab, 'epochs').fill('none')
      await tab.page.getByText('it must be a whole number').waitFor()
      expect(await findAccessibilityProblems(tab.page)).toEqual([])
      await showText(tab, 'Run config')
      await editor(tab, 'the run config').waitFor()
      await tab.page.locator('.cm-lint-marker-error').first().waitFor()
      expect(await findAccessibilityProblems(tab.page)).toEqual([])
    },
  )

  test('each kind of value has its control, its default and its reset', async () => {
    await using tab = await open()
    const { page } = tab
    await page.getByLabel('optimizer', { exact: true }).selectOption({ label: 'sgd' })
    await page.getByLabel('accuracy', { exact: true }).check()
    await page.getByRole('switch', { name: 'amp', exact: true }).click({ force: true })
    expect(await field(tab, 'kind').getAttribute('readonly')).not.toBeNull()
    await page.getByLabel('Kind of schedule').selectOption({ label: 'Step' })
    expect(await field(tab, 'schedule.gamma').inputValue()).toBe('0.5')
    await field(tab, 'seed').fill('7')
    await field(tab, 'anything').fill('[1, {"deep": true}]')
    await page.getByText('Only changed (', { exact: false }).waitFor()
    await showText(tab, 'Run config')
    await expect.poll(() => textOf(tab, 'the run config')).toContain('optimizer: sgd')
    const text = await textOf(tab, 'the run config')
    for (const line of ['metrics: [loss, accuracy]', 'amp: false', 'kind: step', 'gamma: 0.5', 'seed: 7'])
      expect(text).toContain(line)
    expect(text).toMatch(/anything: \[1, \{deep: true\}\]/u)
    await showForm(tab, 'Run config')
    await page.getByRole('button', { name: 'Reset optimizer', exact: true }).click()
    await expect
      .poll(() => page.getByLabel('optimizer', { exact: true }).locator('option:checked').textContent())
      .toBe('adam')
  })

  test('a value that is refused says so while it is typed, in the words of the command line', async () => {
    await using tab = await open()
    await field(tab, 'Learning rate (learning_rate)').fill('5')
    await tab.page.getByText('Cannot set "learning_rate" to 5: it must be more than 0 and at most 1.').waitFor()
    await field(tab, 'Learning rate (learning_rate)').fill('0.5')
    await expect.poll(() => tab.page.getByText('Cannot set "learning_rate"').count()).toBe(0)
  })

  test('a keyboard is enough to search, to go from field to field, to close a group and to undo', async () => {
    await using tab = await open()
    const { page } = tab
    await page.locator('[data-row] button').first().focus()
    await page.keyboard.press('/')
    await page.keyboard.type('epochs')
    await expect.poll(() => page.getByRole('textbox', { name: 'kind', exact: true }).count()).toBe(0)
    await page.getByLabel('Search inputs').fill('')
    await field(tab, 'epochs').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('12')
    await page.keyboard.press('Alt+ArrowUp')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await expect.poll(focused).not.toBe('epochs')
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(focused).toBe('epochs')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => field(tab, 'epochs').inputValue()).toBe('10')
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect.poll(() => field(tab, 'epochs').inputValue()).toBe('12')
    await field(tab, 'schedule.warmup').focus()
    await page.keyboard.press('Alt+ArrowLeft')
    await field(tab, 'schedule.warmup').waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+ArrowRight')
    await field(tab, 'schedule.warmup').waitFor()
  })

  test('a text that cannot be read stays while the form goes on, and both come together once it can', async () => {
    await using tab = await open()
    const name = 'conf/model.yaml'
    await search(tab, name)
    await showText(tab, name)
    await write(tab, name, `${MODEL}  heads: [1, 2\n`)
    await tab.page.getByText('Cannot read "conf/model.yaml"').first().waitFor()
    await showForm(tab, name)
    await field(tab, 'conf/model.yaml:model.name').fill('vit')
    await showText(tab, name)
    expect(await textOf(tab, name)).toBe(`${MODEL}  heads: [1, 2\n`)
    await write(tab, name, `${MODEL}  heads: [1, 2]\n`)
    await expect.poll(() => textOf(tab, name)).toBe(`${MODEL.replace('resnet', 'vit')}  heads: [1, 2]\n`)
  })

  test('the editor suggests keys and values from the schema, and Escape then Tab leaves it', async () => {
    await using tab = await open()
    const { page } = tab
    await showText(tab, 'Run config')
    await write(tab, 'the run config', 'epochs: 3\noptimizer: ')
    await page.keyboard.press('Control+Space')
    await page.getByRole('option', { name: /sgd/u }).click()
    await expect.poll(() => textOf(tab, 'the run config')).toBe('epochs: 3\noptimizer: sgd')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.cm-editor') ?? null)).toBeNull()
  })
})

const field = (tab: TestPage, name: string) => tab.page.getByRole('textbox', { name, exact: true })

const editor = (tab: TestPage, name: string) => tab.page.getByRole('textbox', { name: `Text of ${name}`, exact: true })

async function choose(tab: TestPage, section: string, mode: RegExp): Promise<void> {
  const head = tab.page.getByRole('group', { name: section, exact: true })
  await head.scrollIntoViewIfNeeded()
  await head.getByText(mode).click()
}

const showText = (tab: TestPage, section: string) => choose(tab, section, /^(?:YAML|JSON|TOML)$/u)

const showForm = (tab: TestPage, section: string) => choose(tab, section, /^Form$/u)

/** The whole text of an editor, whatever part of it is drawn. */
async function textOf(tab: TestPage, name: string): Promise<string> {
  const lines = await editor(tab, name).locator('.cm-line').allTextContents()
  return lines.join('\n')
}

/** Puts a text in the place of all that is in an editor, by pasting it. */
async function write(tab: TestPage, name: string, text: string): Promise<void> {
  await editor(tab, name).focus()
  await tab.page.keyboard.press('ControlOrMeta+a')
  await editor(tab, name).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** Leaves only what the search finds, so that all of it is on the screen. */
async function search(tab: TestPage, text: string): Promise<void> {
  await tab.page.getByLabel('Search inputs').fill(text)
}
