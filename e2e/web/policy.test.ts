import { startTestBrowser, startTestServer, type TestBrowser, type TestPage } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeQueue, makeTrainJob } from './launch-fixture.ts'

const ROUTES = [
  '/jobs',
  '/welcome',
  '/launch',
  '/runs',
  '/compare',
  '/queues',
  '/agents',
  '/settings',
  '/admin/vision/jobs/train',
  '/admin/vision/runs/run-1',
  '/queues/admin/default',
  '/queues/admin/default/items/none',
  '/nowhere',
]

/**
 * What a page can do that its policy should keep it from: each answers whether it happened. In a task of its own, since
 * the debugger, which starts it, is not bound by the policy.
 */
const ATTACKS = `(async () => {
  await new Promise((resolve) => setTimeout(resolve))
  const inline = document.createElement('script')
  inline.textContent = 'window.inlineRan = true'
  document.head.append(inline)
  let evaluated = false
  try { evaluated = new Function('return true')() } catch {}
  const style = document.createElement('style')
  style.textContent = 'body { --unknown-style: 1 }'
  document.head.append(style)
  const fetched = await fetch('https://elsewhere.invalid/').then(() => true, () => false)
  return {
    inline: window.inlineRan === true,
    evaluated,
    style: getComputedStyle(document.body).getPropertyValue('--unknown-style') !== '',
    fetched,
  }
})()`

const TEXT = 'env:\n  B: "2"\nC: true'

/** Every place where a text is edited in colours. */
const EDITORS = [
  {
    name: 'the text of the inputs of a launch',
    path: '/launch?job=admin/vision/train',
    open: async (page: TestPage['page']) => {
      const head = page.getByRole('group', { name: 'Run config', exact: true })
      await head.getByText('YAML', { exact: true }).click()
      return page.getByRole('textbox', { name: 'Text of the run config', exact: true })
    },
  },
  {
    name: 'the resource settings of a launch',
    path: '/launch?job=admin/vision/train',
    open: async (page: TestPage['page']) => {
      await page.getByRole('button', { name: 'Command and settings' }).click()
      return page.getByRole('textbox', { name: 'Resource settings', exact: true })
    },
  },
  {
    name: 'the settings of a queue',
    path: '/queues/admin/default?tab=settings',
    open: async (page: TestPage['page']) => page.getByRole('textbox', { name: 'Settings as YAML', exact: true }),
  },
]

describe('the pages of the web application', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('load nothing from elsewhere, and come with their policy at every address', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server, { path: '/jobs' })
    const { page } = tab
    const requested: string[] = []
    page.on('request', (request) => requested.push(request.url()))
    for (const path of ROUTES) {
      const response = await page.goto(path)
      await page.getByRole('heading').first().waitFor()
      const policy = response?.headers()['content-security-policy'] ?? ''
      expect(policy).toMatch(/script-src 'self'(;|$)/)
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(response?.headers()['x-content-type-options']).toBe('nosniff')
    }
    expect(requested.length).toBeGreaterThan(ROUTES.length)
    const elsewhere = requested.filter((url) => !/^(?:data|blob):/.test(url) && new URL(url).origin !== server.url)
    expect(elsewhere).toEqual([])
  })

  test('are kept by it from running text as a program, and from speaking to others', async () => {
    await using server = await startTestServer()
    const tab = await browser.openPage(server, { path: '/jobs' })
    await tab.page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor()
    const happened = await tab.page.evaluate(ATTACKS)
    expect(happened).toEqual({ inline: false, evaluated: false, style: false, fetched: false })
    // The attacks are told as faults, which is what fails every other browser test that has one.
    await expect.poll(() => tab.faults.length).toBeGreaterThanOrEqual(3)
    await tab.context.close()
  })

  test.each(EDITORS)('break no policy by what is typed over, joined and deleted in $name', async ({ path, open }) => {
    await using server = await startTestServer()
    await makeQueue(server, 'default', { config: { env: { A: '1' } } })
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, { path })
    const { page } = tab
    const editor = await open(page)
    const read = async (): Promise<string> => (await editor.locator('.cm-line').allTextContents()).join('\n')
    // As a person types: the editor's library does not see it before the browser has done it.
    await editor.fill(TEXT)
    await expect.poll(read).toBe(TEXT)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('x')
    await expect.poll(read).toBe('x')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(read).toBe(TEXT)
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('Home')
    await page.keyboard.press('Home')
    await page.keyboard.press('Backspace')
    await expect.poll(read).toBe('env:\n  B: "2"C: true')
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await page.keyboard.insertText('A: 1\nD: ')
    await expect.poll(read).toBe('A: 1\nD:   B: "2"C: true')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+x')
    await page.keyboard.press('ControlOrMeta+v')
    await expect.poll(read).toBe('A: 1\nD:   B: "2"C: true')
    expect(tab.faults).toEqual([])
  })

  test('get another nonce for their styles with each answer', async () => {
    await using server = await startTestServer()
    const read = async (): Promise<string> => {
      const response = await fetch(`${server.url}/jobs`, { headers: { accept: 'text/html' } })
      const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? ''
      expect(await response.text()).toContain(`content="${nonce}"`)
      return nonce
    }
    const [first, second] = [await read(), await read()]
    expect(first).not.toBe('')
    expect(first).not.toBe(second)
  })
})
