import {
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
  type TestPage,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, makeJob, makeQueue, must, startAgent } from './queue-site.ts'

describe('queues', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('a queue is made with template variables, and a launch is held to their limits', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server, { path: '/queues' })
    const { page } = tab
    await page.getByText('No queues yet').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('link', { name: 'New queue' }).click()
    await page.getByLabel('Name').fill('gpu')
    const editor = page.getByRole('textbox', { name: 'Settings as YAML' })
    await editor.click()
    await page.keyboard.type('env:\nLEVEL: {{level}}')
    await page.getByText('Line 2: Put quotes around a template variable').waitFor()
    await page.keyboard.press('Tab')
    expect(await editor.evaluate((element) => element.contains(document.activeElement))).toBe(false)
    await page.getByRole('region', { name: 'Template variable level' }).waitFor()
    await replaceText(page, editor, 'env:\n  LEVEL: "{{level}}"\n  NAME: run-{{name}}\n')
    const level = page.getByRole('region', { name: 'Template variable level' })
    await level.getByText('Whole number').click()
    await level.getByLabel('Maximum').fill('8')
    await level.getByLabel('Default').fill('9')
    await level
      .getByText('The default of template variable "level" was given 9; allowed is a whole number up to 8.')
      .waitFor()
    expect(await page.getByRole('button', { name: 'Create the queue' }).isDisabled()).toBe(true)
    await level.getByLabel('Default').fill('2')
    await page.getByRole('region', { name: 'Template variable name' }).getByLabel('Default').fill('a')
    const preview = page.getByRole('textbox', { name: 'Settings filled in' })
    await expect.poll(() => preview.textContent()).toContain('LEVEL: 2')
    await expect.poll(() => preview.textContent()).toContain('NAME: run-a')
    await page.getByRole('switch', { name: 'Priorities' }).click()
    await page.getByRole('button', { name: 'Add a link' }).click()
    await page.getByLabel('Name of link 1').fill('Dashboard')
    await page.getByLabel('Address of link 1').fill('javascript:alert(1)')
    await page.getByText('does not begin with http:// or https://').waitFor()
    await page.getByLabel('Address of link 1').fill('https://example.org/gpu')
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Create the queue' }).click()
    await page.getByRole('heading', { name: 'gpu' }).waitFor()
    expect(await page.getByRole('link', { name: 'Dashboard' }).getAttribute('href')).toBe('https://example.org/gpu')
    const job = await makeJob(server, 'train', 'echo train')
    const id = await launch(server, job, 'gpu', { templateVariables: { level: 3 }, priority: 0 })
    const { runQueueItem } = await must(server, 'query($id: ID!) { runQueueItem(id: $id) { runSpec } }', { id })
    expect(runQueueItem.runSpec.resource_args).toEqual({ 'local-process': { env: { LEVEL: 3, NAME: 'run-a' } } })
    await expect(launch(server, job, 'gpu', { templateVariables: { level: 64 } })).rejects.toThrow('up to 8')
    await page.getByRole('tab', { name: 'Refused launches' }).click()
    await page.getByText('was given 64; allowed is a whole number up to 8').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
  })

  test('a name that is taken is refused by the form, and what was typed stays', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    await using tab = await browser.openPage(server, { path: '/queues?new=true' })
    await tab.page.getByLabel('Name').fill('gpu')
    await tab.page.getByRole('button', { name: 'Create the queue' }).click()
    await tab.page.getByText('"admin" has one of that name. Choose another name.').waitFor()
    expect(await tab.page.getByLabel('Name').inputValue()).toBe('gpu')
  })

  test('settings are changed, and what somebody else saves meanwhile is told', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    await using tab = await browser.openPage(server, { path: '/queues/admin/gpu?tab=settings' })
    const { page } = tab
    const editor = page.getByRole('textbox', { name: 'Settings as YAML' })
    await replaceText(page, editor, 'environment: uv\n')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved run queue "gpu".').waitFor()
    await expect
      .poll(async () => (await readConfig(server)).resource_args)
      .toEqual({ 'local-process': { environment: 'uv' } })
    // What is typed before the page has the saved settings again stays.
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('query WebQueue(') === true) await answered
      await route.fallback()
    })
    await replaceText(page, editor, 'environment: conda\n')
    const asked = page.waitForRequest((request) => request.postData()?.includes('query WebQueue(') === true)
    await page.getByRole('button', { name: 'Save' }).click()
    const refetched = asked.then((request) => request.response())
    await asked
    await replaceText(page, editor, 'environment: pip\n')
    answer()
    await refetched
    await expect.poll(() => page.getByRole('button', { name: 'Save' }).getAttribute('data-loading')).toBe(null)
    expect(await editor.textContent()).toContain('environment: pip')
    await makeQueue(server, 'gpu')
    await page.getByText('Somebody has changed this queue meanwhile').waitFor()
    expect(await editor.textContent()).toContain('environment: pip')
    await page.getByRole('button', { name: 'Show theirs, drop mine' }).click()
    await expect.poll(() => editor.textContent()).not.toContain('environment')
  })

  test('the list shows what waits, runs and listens as it changes, and a paused queue its mark', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'forever', 'while :; do sleep 0.2; done')
    await using tab = await browser.openPage(server, { path: '/queues' })
    const { page } = tab
    const cells = async () => (await page.getByRole('row').nth(1).getByRole('cell').allTextContents()).slice(2, 5)
    await expect.poll(cells).toEqual(['0', '0', 'none'])
    await launch(server, job, 'gpu')
    await launch(server, job, 'gpu')
    await expect.poll(cells).toEqual(['2', '0', 'none'])
    await using _agent = await startAgent(server, ['gpu'])
    await expect.poll(cells).toEqual(['1', '1', '1'])
    await page.getByRole('link', { name: 'gpu' }).click()
    await using colleague = await browser.openPage(server, { path: '/queues', colorScheme: 'dark' })
    await page.getByRole('button', { name: 'Pause' }).click()
    await colleague.page.getByText('paused').waitFor()
    expect(await findAccessibilityProblems(colleague.page)).toEqual([])
    await page.getByRole('button', { name: 'Resume' }).click()
    await colleague.page.getByText('paused').waitFor({ state: 'detached' })
  })

  test('deleting asks, says how many items it ends, and ends those only', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'train', 'echo train')
    const ids = [await launch(server, job, 'gpu'), await launch(server, job, 'gpu')]
    await using tab = await browser.openPage(server, { path: '/queues/admin/gpu' })
    await tab.page.getByRole('button', { name: 'Delete' }).click()
    await tab.page.getByText('The 2 items that wait in it will be cancelled.').waitFor()
    expect(await findAccessibilityProblems(tab.page)).toEqual([])
    await tab.page.getByRole('button', { name: 'Delete the queue' }).click()
    await tab.page.getByText('No queues yet').waitFor()
    const { runQueueItem } = await must(server, 'query($id: ID!) { runQueueItem(id: $id) { state reason } }', {
      id: ids[0],
    })
    expect(runQueueItem).toEqual({ state: 'cancelled', reason: expect.stringContaining('deleted run queue "gpu"') })
  })

  test('the monitor shows what happened, by numbers and for those who do not see it', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'broken', 'exit 3')
    await using _agent = await startAgent(server, ['gpu'])
    await using tab = await browser.openPage(server, {
      path: '/queues/admin/gpu?tab=monitor&hours=1',
      colorScheme: 'dark',
    })
    const { page } = tab
    await page.getByText('Nothing in this time').first().waitFor()
    await launch(server, job, 'gpu')
    const errors = page.getByRole('region', { name: 'Errors' })
    await errors.getByText('failed 1').waitFor()
    await expect.poll(() => errors.getByRole('row').count()).toBeGreaterThan(1)
    await page.getByRole('region', { name: 'Throughput' }).getByText('pushed 1').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
  })

  test('others learn nothing of a queue, and a colleague may not change one that is not theirs', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const [malloryKey, bobKey] = [await server.addUser('mallory'), await server.addUser('bob')]
    await using other = await browser.openPage(server, { path: '/queues/admin/gpu', apiKey: malloryKey })
    await other.page.getByText('There is no such queue').waitFor()
    await other.page.goto('/queues?entity=admin')
    await other.page.getByText('Not for you to see').waitFor()
    expect(await findAccessibilityProblems(other.page)).toEqual([])
    await must(server, 'mutation { createTeam(input: {teamName: "lab"}) { entity { id } } }')
    await must(server, 'mutation { addTeamMember(input: {entityName: "lab", username: "bob"}) { success } }')
    await makeQueue(server, 'ours', { entityName: 'lab' })
    await using bob = await browser.openPage(server, { path: '/queues/lab/ours', apiKey: bobKey })
    await bob.page.getByRole('button', { name: 'Pause' }).click()
    await bob.page.getByText('only administrators of "lab" and "admin", who made it, may').waitFor()
    await bob.page.getByRole('button', { name: 'Pause' }).waitFor()
  })

  test('going from one queue to another shows no items of the first', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'alpha')
    await makeQueue(server, 'beta')
    await launch(server, await makeJob(server, 'train', 'echo train'), 'alpha')
    await using tab = await browser.openPage(server, { path: '/queues/admin/alpha' })
    const { page } = tab
    await page.getByText('train:v0').first().waitFor()
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('query WebQueueItems(') === true) await answered
      await route.fallback()
    })
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByPlaceholder(/./).fill('beta')
    await page.getByRole('option', { name: /beta/ }).first().click()
    await page.getByRole('heading', { name: 'beta' }).waitFor()
    expect(await page.getByText('train:v0').count()).toBe(0)
    answer()
    await page.getByRole('heading', { name: 'No items yet' }).waitFor()
  })

  test('queue and form fit a phone', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'train', 'echo train')
    await launch(server, job, 'gpu')
    await using tab = await browser.openPage(server, {
      path: '/queues/admin/gpu',
      viewport: { width: 380, height: 800 },
    })
    for (const [path, text] of [
      ['/queues/admin/gpu', 'train:v0'],
      ['/queues/admin/gpu?tab=monitor', 'Throughput'],
      ['/queues?new=true', 'Create the queue'],
      ['/queues', 'gpu'],
      ['/agents', 'Add an agent'],
    ] as const) {
      await tab.page.goto(path)
      await tab.page.getByText(text).first().waitFor()
      expect([path, await tab.page.evaluate('document.documentElement.scrollWidth <= 380')]).toEqual([path, true])
    }
  })
})

/** Puts a text in the place of an editor's, as a person pastes it. */
async function replaceText(
  page: TestPage['page'],
  editor: ReturnType<TestPage['page']['locator']>,
  text: string,
): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
  await editor.click()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+V')
}

async function readConfig(server: Parameters<typeof must>[0]) {
  const { entity } = await must(
    server,
    '{ entity(name: "admin") { runQueue(name: "gpu") { defaultResourceConfig { config } } } }',
  )
  return entity.runQueue.defaultResourceConfig.config
}
