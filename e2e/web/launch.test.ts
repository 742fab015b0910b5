import {
  createTestJob,
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { field, launchNow, listItems, makeQueue, makeTrainJob, must, untilForm } from './launch-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let browser: TestBrowser
beforeAll(async () => {
  browser = await startTestBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

describe('a launch', () => {
  test('is made from anywhere with the keyboard alone: job, value, review, launch, and another one', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    await createTestJob(server, {
      entityName: 'admin',
      projectName: 'vision',
      name: 'evaluate',
      files: { 'e.py': '' },
      entryPoint: ['python', 'e.py'],
      config: { checkpoint: 'best' },
    })
    await using tab = await browser.openPage(server, { path: '/jobs?launch={}' })
    const { page } = tab
    await page.getByLabel('Job', { exact: true }).fill('trai')
    await page.getByRole('option', { name: /^train/ }).waitFor()
    await expect.poll(() => page.getByRole('option').count()).toBe(1)
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await untilForm(tab)
    expect(await findAccessibilityProblems(page)).toEqual([])
    await field(tab, 'trainer.learning_rate').fill('0.5')
    await page.keyboard.press('Control+Enter')
    const row = page.getByRole('row', { name: /trainer\.learning_rate/ })
    await expect
      .poll(() => row.getByRole('cell').allTextContents())
      .toEqual(['trainer.learning_rate', '0.1', '0.5', 'you', ''])
    await page.getByText('The server would accept this launch.').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page.getByRole('status').filter({ hasText: 'Launched' }).waitFor()
    const [item] = await listItems(server)
    expect(item?.runSpec).toEqual({
      job: 'admin/vision/train:v0',
      entity: 'admin',
      project: 'vision',
      resource: 'local-process',
      overrides: { run_config: { trainer: { learning_rate: 0.5 } } },
      author: 'admin',
      resource_args: { 'local-process': {} },
    })
    // The drawer stays, and what was launched is named as an earlier launch with the same inputs.
    await page.keyboard.press('Control+Enter')
    await page.getByText('Launched before with exactly these inputs').waitFor()
    await expect.poll(() => page.getByRole('link', { name: `Item ${item?.id}` }).count()).toBe(2)
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await field(tab, 'seed').fill('7')
    await launchNow(tab)
    expect((await listItems(server)).map(({ runSpec }) => runSpec.overrides.run_config)).toEqual([
      { trainer: { learning_rate: 0.5 }, seed: 7 },
      { trainer: { learning_rate: 0.5 } },
    ])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe('/jobs')
  })

  test('is refused at its field in the words of the command line, and nothing is queued', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, { path: '/launch?job=admin/vision/train', colorScheme: 'dark' })
    const { page } = tab
    await untilForm(tab)
    await field(tab, 'seed').fill('many')
    await page.getByRole('button', { name: 'Review' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'One thing stands in the way' })
    await alert.waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    expect(await page.getByRole('button', { name: 'Launch', exact: true }).isDisabled()).toBe(true)
    await page.keyboard.press('Control+Enter')
    await alert.getByRole('button', { name: 'seed' }).click()
    await expect.poll(() => field(tab, 'seed').evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await listItems(server)).toEqual([])
  })

  test('the server has the last word: a queue that is deleted meanwhile refuses it, and the form keeps all', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, { path: '/launch?job=admin/vision/train&set=seed=3' })
    const { page } = tab
    await untilForm(tab)
    await page.getByRole('button', { name: 'Review' }).click()
    await page.getByText('The server would accept this launch.').waitFor()
    // Held back: the page shall not hear of it before it launches.
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('mutation WebLaunch(') === true) {
        const { project } = await must(
          server,
          '{ project(name: "model-registry", entityName: "admin") { runQueue(name: "default") { id } } }',
        )
        await must(server, 'mutation($ids: [ID!]!) { deleteRunQueues(input: {queueIDs: $ids}) { success } }', {
          ids: [project.runQueue.id],
        })
      }
      await route.continue()
    })
    await page.getByRole('button', { name: 'Launch', exact: true }).click()
    await page.getByRole('alert').filter({ hasText: 'It was not launched' }).waitFor()
    expect(await page.getByRole('alert').filter({ hasText: 'It was not launched' }).textContent()).toContain(
      '"default"',
    )
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    expect(await field(tab, 'seed').inputValue()).toBe('3')
  })

  test('is queued once, though it is clicked twice and the answer is lost', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, { path: '/launch?job=admin/vision/train&set=seed=3' })
    const { page } = tab
    await untilForm(tab)
    await page.getByRole('button', { name: 'Review' }).click()
    await page.getByText('The server would accept this launch.').waitFor()
    let lost = 0
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('mutation WebLaunch(') !== true || lost >= 2) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Launch', exact: true }).dblclick()
    await page.getByRole('status').filter({ hasText: 'Launched' }).waitFor()
    expect(lost).toBe(2)
    expect(await listItems(server)).toHaveLength(1)
  })

  test('goes with priority, template variables within their limits, project, name and arguments', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeQueue(server, 'gpu', {
      resource: 'kubernetes',
      config: { cpu: '{{cpu}}', pool: 'pool-{{pool}}', share: '{{share}}' },
      variables: {
        cpu: { schema: { type: 'integer', minimum: 1, maximum: 8, default: 2 } },
        pool: { schema: { type: 'string', enum: ['a', 'b'] } },
        share: { schema: { type: 'float', default: 0.5 } },
      },
      priorities: true,
    })
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, { path: '/launch?job=admin/vision/train' })
    const { page } = tab
    await untilForm(tab)
    await page.getByRole('combobox', { name: 'Queue' }).click()
    expect(await page.getByRole('option').allTextContents()).toEqual([
      'defaultlocal-process · no agent is listening',
      'gpukubernetes · no agent is listening',
    ])
    await page.getByRole('option', { name: /^gpu/ }).click()
    await page.getByText('Template variable "pool" needs a value: one of "a", "b".').waitFor()
    await page.getByRole('combobox', { name: 'pool' }).click()
    await page.getByRole('option', { name: 'b' }).click()
    await page.getByRole('textbox', { name: 'cpu' }).fill('9')
    await page.getByText('Template variable "cpu" was given 9; allowed is a whole number from 1 up to 8.').waitFor()
    // A slider from 1 to 8, which the arrow keys move.
    const slider = page.getByRole('slider', { name: 'Slider of cpu' })
    await page.getByRole('textbox', { name: 'cpu' }).fill('')
    expect(await slider.getAttribute('aria-valuetext')).toBe('2')
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('textbox', { name: 'cpu' }).inputValue()).toBe('4')
    expect(await page.getByRole('slider', { name: 'Slider of share' }).count()).toBe(0)
    await page.getByRole('combobox', { name: 'Priority' }).click()
    await page.getByRole('option', { name: 'high' }).click()
    await page.getByRole('textbox', { name: 'Run name' }).fill('with {braces}')
    await page.getByRole('textbox', { name: 'Project of the run' }).fill('other')
    await page.getByRole('button', { name: 'Command and settings' }).click()
    await page.getByRole('textbox', { name: 'Arguments' }).fill('--fast\n--depth=2')
    // The bounds of the queue's owner are not passed by.
    expect(await page.getByRole('textbox', { name: 'Resource settings' }).count()).toBe(0)
    expect(await findAccessibilityProblems(page)).toEqual([])
    await launchNow(tab)
    const [item] = await listItems(server)
    expect(item?.priority).toBe(1)
    expect(item?.runSpec).toMatchObject({
      project: 'other',
      name: 'with {braces}',
      resource_args: { kubernetes: { cpu: 4, pool: 'pool-b', share: 0.5 } },
      overrides: { args: ['--fast', '--depth=2'] },
    })
  })

  test('changes resource settings and the command where the queue allows it', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default', { config: { env: { A: '1' } } })
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, { path: '/launch?job=admin/vision/train' })
    const { page } = tab
    await untilForm(tab)
    await page.getByRole('button', { name: 'Command and settings' }).click()
    const settings = page.getByRole('textbox', { name: 'Resource settings' })
    await settings.fill('env: [unclosed')
    await page.getByText('1 problem').waitFor()
    await page.locator('.cm-lint-marker-error').waitFor()
    // What an agent would refuse is marked and told, and may be launched all the same: another agent may listen.
    await settings.fill('env:\n  B: "2"\nenviron: x')
    await page.getByText(/^Line 3: .*"environ".*Allowed here: environment, python/).waitFor()
    await page.locator('.cm-lint-marker-warning').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await settings.fill('env:\n  B: "2"\nenvironment: ')
    await page.keyboard.press('Control+Space')
    await page.getByRole('option', { name: /^npm/ }).click()
    await expect.poll(() => settings.locator('.cm-line').last().textContent()).toBe('environment: npm')
    await settings.fill('env:\n  B: "2"')
    await page.getByRole('textbox', { name: 'Command' }).fill('python\nother.py')
    await page.getByRole('button', { name: 'Review' }).click()
    const table = page.getByRole('table', { name: 'Settings of the launch' })
    await expect.poll(() => table.getByRole('cell').allTextContents()).toEqual(['python\nother.py', 'env:\n  B: "2"'])
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await launchNow(tab)
    const [item] = await listItems(server)
    expect(item?.runSpec).toMatchObject({
      resource_args: { 'local-process': { env: { A: '1', B: '2' } } },
      overrides: { entry_point: ['python', 'other.py'] },
    })
  })

  test('each changed value goes back to its default with one click in the review', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, {
      path: '/launch?job=admin/vision/train&set=seed=3&set=conf/model.yaml:depth=5',
      viewport: { width: 380, height: 780 },
    })
    const { page } = tab
    await untilForm(tab)
    await page.getByRole('button', { name: 'Review' }).click()
    await page.getByRole('button', { name: 'Back to the default of seed' }).click()
    await expect.poll(() => page.getByRole('row').count()).toBe(2)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByText('The server would accept this launch.').waitFor()
    await page.getByRole('button', { name: 'Launch', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'Launched' }).waitFor()
    const [item] = await listItems(server)
    expect(item?.runSpec.overrides).toEqual({ files: { 'conf/model.yaml': { depth: 5 } } })
  })

  test('a job that is not there says so, and another one can be chosen', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server, { path: '/launch?job=admin/vision/nope' })
    await tab.page.getByText('Cannot launch job "admin/vision/nope"').waitFor()
    await tab.page.goto('/launch')
    await tab.page.getByText('There is no job to launch yet').waitFor()
    expect(await findAccessibilityProblems(tab.page)).toEqual([])
    // It appears by itself.
    await makeTrainJob(server)
    await tab.page.getByRole('option', { name: /^train/ }).waitFor()
  })
})
