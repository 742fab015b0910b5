import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import {
  createTestJob,
  findAccessibilityProblems,
  findTestPythons,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { TALL, field, launchNow, listItems, makeQueue, makeTrainJob, untilForm } from './launch-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const execute = promisify(execFile)
const SLIPWAY = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url))

let browser: TestBrowser
beforeAll(async () => {
  browser = await startTestBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

describe('the values of a launch, in a link or a command,', () => {
  test('stand in the address while they are typed, and a link shows a colleague the very same launch', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeQueue(server, 'gpu', { priorities: true })
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, { viewport: TALL, path: '/launch?job=admin/vision/train' })
    const { page } = tab
    await untilForm(tab)
    await field(tab, 'trainer.learning_rate').fill('5e-4')
    await field(tab, 'trainer.optimizer').fill('sgd, "nesterov"')
    await field(tab, 'conf/model.yaml:depth').fill('9')
    await page.getByRole('combobox', { name: 'Queue' }).click()
    await page.getByRole('option', { name: /^gpu/ }).click()
    await page.getByRole('textbox', { name: 'Run name' }).fill('5')
    await expect.poll(() => decodeURIComponent(page.url())).toContain('name=')
    await expect.poll(() => decodeURIComponent(page.url())).toContain('depth=9')
    await using other = await browser.openPage(server, { viewport: TALL, path: page.url() })
    await untilForm(other)
    expect(await field(other, 'trainer.learning_rate').inputValue()).toBe('0.0005')
    expect(await field(other, 'trainer.optimizer').inputValue()).toBe('sgd, "nesterov"')
    expect(await field(other, 'conf/model.yaml:depth').inputValue()).toBe('9')
    expect(await other.page.getByRole('combobox', { name: 'Queue' }).inputValue()).toBe('gpu')
    expect(await other.page.getByRole('textbox', { name: 'Run name' }).inputValue()).toBe('5')
    await launchNow(other)
    const [item] = await listItems(server)
    expect(item?.runSpec).toMatchObject({
      name: '5',
      overrides: {
        run_config: { trainer: { learning_rate: 0.0005, optimizer: 'sgd, "nesterov"' } },
        files: { 'conf/model.yaml': { depth: 9 } },
      },
    })
  })

  test('go packed into the link where they are many', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    const config = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`input_${index}`, index]))
    const job = { entityName: 'admin', projectName: 'vision', name: 'wide', files: { 'a.py': '' }, entryPoint: ['a'] }
    await createTestJob(server, { ...job, config })
    await using tab = await browser.openPage(server, { viewport: TALL, path: '/launch?job=admin/vision/wide' })
    const { page } = tab
    await untilForm(tab)
    const changed = Object.fromEntries(Object.keys(config).map((key, index) => [key, 1000 + index]))
    await page.getByRole('button', { name: 'Paste from' }).click()
    await page.getByRole('tab', { name: 'A text' }).click()
    await page.getByRole('textbox', { name: 'Text' }).fill(JSON.stringify(changed))
    await page.getByRole('button', { name: 'Look at it' }).click()
    await page.getByText('300 values fit this job version').waitFor()
    await page.getByRole('button', { name: 'Paste', exact: true }).click()
    await expect.poll(() => page.url()).toContain('values=')
    expect(page.url().length).toBeLessThan(4000)
    await using other = await browser.openPage(server, { viewport: TALL, path: page.url() })
    await untilForm(other)
    await other.page.getByText('300 values changed').waitFor()
    await launchNow(other)
    const [item] = await listItems(server)
    expect(item?.runSpec.overrides).toEqual({ run_config: changed })
  })

  test('are the same by the copied command, request and Python program', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeQueue(server, 'gpu', {
      config: { env: { CPU: '{{cpu}}' } },
      variables: { cpu: { schema: { type: 'string', default: '1' } } },
      priorities: true,
    })
    await makeTrainJob(server)
    const launches = [
      `set=trainer.learning_rate=0.5&set=${encodeURIComponent(`trainer.optimizer='it''s "so" $HOME'`)}&set=trainer.layers=[1,2]&set=debug=true&set=conf/model.yaml:depth=5&name=${encodeURIComponent("it's one")}&arg=--fast`,
      'queue=gpu&priority=critical&template=cpu=007&project=other&set=~conf/model.yaml:width&set=seed=2',
      `name=${encodeURIComponent('{braces}')}&resource=${encodeURIComponent('env: {A: "1"}')}&command=${encodeURIComponent('python\nother.py')}&set=seed=2`,
    ]
    const folder = await mkdtemp(join(tmpdir(), 'slipway-copy-'))
    const python = findTestPythons().newest
    try {
      for (const search of launches) {
        await using tab = await browser.openPage(server, {
          viewport: TALL,
          path: `/launch?job=admin/vision/train&${search}`,
        })
        const { page } = tab
        await untilForm(tab)
        await page.getByRole('button', { name: 'Copy as' }).click()
        const texts: string[] = []
        for (const name of ['Command line', 'GraphQL', 'Python']) {
          await page.getByRole('tab', { name }).click()
          texts.push((await page.getByRole('tabpanel', { name }).locator('code, pre').first().textContent()) ?? '')
        }
        expect(await findAccessibilityProblems(page)).toEqual([])
        await page.keyboard.press('Escape')
        await launchNow(tab)
        const [expected] = await listItems(server)
        const environment = {
          PATH: process.env['PATH'] ?? '',
          HOME: folder,
          SLIPWAY_URL: server.url,
          SLIPWAY_API_KEY: server.apiKey,
          WANDB_API_KEY: server.apiKey,
          WANDB_BASE_URL: server.url,
          WANDB_ERROR_REPORTING: 'false',
          WANDB_SILENT: 'true',
        }
        const [command = '', request = '', program = ''] = texts
        const slipway = `slipway() { '${process.execPath}' '${SLIPWAY}' "$@"; }\n`
        await execute('bash', ['-c', slipway + command], { cwd: folder, env: environment })
        await execute('bash', ['-c', request], { cwd: folder, env: environment })
        if (python !== null) await execute(python, ['-c', program], { cwd: folder, env: environment })
        const items = (await listItems(server)).slice(0, python === null ? 2 : 3)
        for (const { runSpec, priority } of items) {
          // What goes by a file says so; everything else is the same.
          const { _slipway_origins: _origins, ...spec } = runSpec
          expect({ spec, priority }).toEqual({ spec: expected?.runSpec, priority: expected?.priority })
        }
      }
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  })
})
