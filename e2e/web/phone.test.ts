import {
  createTestJob,
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
  type TestPage,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, makeJob, makeQueue, must } from './queue-site.ts'
import { makeRun, streamRun } from './run-fixture.ts'

const PHONE = { width: 380, height: 780 }
const LONG = 'a-name-that-goes-on-and-on-and-is-far-too-long-for-any-phone'

type Page = TestPage['page']

/** How many pixels the page as a whole is wider than the screen. */
const excessOf = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))

/** Whether all of a control lies within the width of the screen, where a thumb reaches it. */
async function isReachable(page: Page, role: 'button' | 'link' | 'tab', name: string | RegExp): Promise<boolean> {
  const control = page.getByRole(role, { name }).first()
  await control.scrollIntoViewIfNeeded()
  const box = await control.boundingBox()
  return box !== null && box.x >= 0 && box.x + box.width <= PHONE.width
}

/** Whether the open tab is in view as the page comes, without a scroll; true where there are no tabs. */
async function showsOpenTab(page: Page): Promise<boolean> {
  const open = page.getByRole('main').getByRole('tab', { selected: true })
  if ((await open.count()) === 0) return true
  const box = await open.first().boundingBox()
  return box !== null && box.x >= 0 && box.x + box.width <= PHONE.width
}

describe('on a phone and under the pointer', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('login, welcome, jobs and a job need no sideways scroll', async () => {
    await using server = await startTestServer()
    await createTestJob(server, {
      entityName: 'admin',
      projectName: 'vision',
      name: 'train-a-model-with-a-name-that-is-far-too-long-for-any-phone',
      files: { 'train.py': `print("${'a long line '.repeat(30)}")\n` },
      entryPoint: ['python', 'train.py'],
      config: { trainer: { learning_rate: 0.01, an_input_with_a_name_that_goes_on_and_on: 'x'.repeat(200) } },
    })
    const job = '/admin/vision/jobs/train-a-model-with-a-name-that-is-far-too-long-for-any-phone'
    for (const { path, text, apiKey = server.apiKey } of [
      { path: '/login', text: 'Log in to Slipway', apiKey: null },
      { path: '/welcome', text: 'Get the first job in' },
      { path: '/jobs', text: 'train-a-model' },
      { path: job, text: 'an_input_with_a_name' },
      { path: `${job}?tab=source`, text: 'train.py' },
      { path: `${job}?tab=versions`, text: 'v0' },
    ]) {
      await using tab = await browser.openPage(server, { path, apiKey, viewport: PHONE })
      await tab.page.getByText(text).first().waitFor()
      expect.soft({ path, wider: await excessOf(tab.page) }).toEqual({ path, wider: 0 })
    }
  })

  test('queues, items and the settings need no sideways scroll, and their actions are in reach', async () => {
    await using server = await startTestServer()
    await server.addUser(LONG)
    await must(server, `mutation { createTeam(input: {teamName: "team-${LONG}"}) { entity { id } } }`)
    await must(
      server,
      `mutation { addTeamMember(input: {entityName: "team-${LONG}", username: "${LONG}"}) { success } }`,
    )
    await must(
      server,
      `mutation { setSecret(input: {entityName: "admin", name: "${LONG}", value: "12345678"}) { isNew } }`,
    )
    await makeQueue(server, LONG)
    const job = await makeJob(server, LONG, 'echo train')
    const item = await launch(server, job, LONG, { overrides: { run_config: { model: 'x'.repeat(300) } } })
    const queue = `/queues/admin/${LONG}`
    await using tab = await browser.openPage(server, { path: '/queues', viewport: PHONE })
    const { page } = tab
    for (const { path, text, controls } of [
      { path: '/queues', text: LONG, controls: [['link', 'New queue']] },
      { path: '/queues?new=true', text: 'New queue', controls: [['button', /create/i]] },
      {
        path: queue,
        text: 'waiting',
        controls: [
          ['button', 'Pause'],
          ['button', 'Delete'],
          ['tab', 'Items'],
        ],
      },
      { path: `${queue}?tab=settings`, text: 'Resource', controls: [['button', /save/i]] },
      { path: `${queue}?tab=monitor`, text: 'Monitor', controls: [] },
      { path: `${queue}/items/${item}`, text: 'Why it waits', controls: [['button', /cancel/i]] },
      { path: '/agents', text: 'Add an agent', controls: [] },
      { path: '/settings', text: 'E-mail address', controls: [['button', 'Save']] },
      { path: '/settings?tab=keys', text: 'first key', controls: [['button', 'Create a key']] },
      {
        path: '/settings?tab=teams',
        text: '2 members',
        controls: [
          ['button', 'Create the team'],
          ['button', 'Add'],
        ],
      },
      { path: '/settings?tab=secrets', text: LONG, controls: [['button', 'Set the secret']] },
      { path: '/settings?tab=users', text: LONG, controls: [['button', 'Create the user']] },
      { path: '/settings?tab=server', text: 'Version', controls: [] },
    ] as const) {
      await page.goto(path)
      await page.getByText(text).first().waitFor()
      await expect.poll(() => showsOpenTab(page), { message: path }).toBe(true)
      const wider = await excessOf(page)
      const unreached: string[] = []
      for (const [role, name] of controls) if (!(await isReachable(page, role, name))) unreached.push(String(name))
      expect.soft({ path, wider, unreached }).toEqual({ path, wider: 0, unreached: [] })
    }
    expect(await findAccessibilityProblems(page)).toEqual([])
  })

  test('runs, a run and a comparison need no sideways scroll, and their actions are in reach', async () => {
    await using server = await startTestServer()
    const config = { trainer: { learning_rate: 0.01 }, [LONG]: 'x'.repeat(300) }
    for (const name of ['one', 'two']) {
      await makeRun(server, { name, displayName: `${name}-${LONG}`, config, summary: { loss: 0.5 }, tags: [LONG] })
      await streamRun(server, name, {
        lines: [
          { _step: 0, loss: 1, [LONG]: 1 },
          { _step: 1, loss: 0.5, [LONG]: 2 },
        ],
      })
    }
    const run = '/admin/demo/runs/one'
    const compare = `/compare?runs=${encodeURIComponent('admin/demo/one,admin/demo/two')}`
    await using tab = await browser.openPage(server, { path: '/runs', viewport: PHONE })
    const { page } = tab
    for (const { path, text, controls } of [
      { path: '/runs?entity=admin', text: LONG, controls: [] },
      {
        path: run,
        text: LONG,
        controls: [
          ['button', 'Stop'],
          ['button', 'More actions'],
          ['link', 'Compare'],
        ],
      },
      { path: `${run}?tab=config`, text: 'learning_rate', controls: [] },
      { path: `${run}?tab=charts`, text: 'loss', controls: [] },
      { path: `${run}?tab=summary`, text: 'loss', controls: [] },
      { path: `${run}?tab=log`, text: 'Log', controls: [] },
      { path: `${run}?tab=files`, text: 'Files', controls: [] },
      { path: `${run}?tab=system`, text: 'System', controls: [] },
      { path: compare, text: LONG, controls: [] },
      { path: `${compare}&tab=charts`, text: 'loss', controls: [] },
      { path: `${compare}&tab=parallel`, text: 'loss', controls: [] },
      { path: `${compare}&tab=scatter`, text: 'loss', controls: [] },
    ] as const) {
      await page.goto(path)
      await page.getByText(text).first().waitFor()
      await expect.poll(() => showsOpenTab(page), { message: path }).toBe(true)
      const wider = await excessOf(page)
      const unreached: string[] = []
      for (const [role, name] of controls) if (!(await isReachable(page, role, name))) unreached.push(name)
      expect.soft({ path, wider, unreached }).toEqual({ path, wider: 0, unreached: [] })
    }
  })

  test('a relative time shows the exact one when the pointer rests on it', async () => {
    await using server = await startTestServer()
    await createTestJob(server, {
      entityName: 'admin',
      projectName: 'vision',
      name: 'train',
      files: { 'train.py': '' },
      entryPoint: ['python', 'train.py'],
      config: {},
    })
    await using tab = await browser.openPage(server, { path: '/jobs' })
    const time = tab.page.getByRole('row', { name: /train/ }).locator('time').first()
    await time.hover()
    const at = new Date((await time.getAttribute('datetime')) ?? '')
    const exact = at.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'medium', timeZone: 'UTC' })
    await expect.poll(() => tab.page.getByRole('tooltip').textContent()).toBe(exact)
  })
})
