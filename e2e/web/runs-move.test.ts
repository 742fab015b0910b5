import {
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
  type TestPage,
  type TestServer,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRun, streamRun } from './run-fixture.ts'

type Page = TestPage['page']

const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

const select = (page: Page, name: string) => row(page, name).getByRole('checkbox').click()

/** The project of each run, by the run's name. */
async function projectsOf(server: TestServer): Promise<Readonly<Record<string, string>>> {
  const { data } = await server.request(
    '{ entity(name: "admin") { runs(first: 50) { edges { node { name projectName } } } } }',
  )
  const nodes: readonly { node: { name: string; projectName: string } }[] = data.entity.runs.edges
  return Object.fromEntries(nodes.map(({ node }) => [node.name, node.projectName]))
}

describe('moving the selected runs', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('to a new project leaves out those that still run, and is taken back by the toast', async () => {
    await using server = await startTestServer()
    await makeRun(server, { name: 'a', displayName: 'a', project: 'one', summary: { loss: 1 } })
    await streamRun(server, 'a', { project: 'one', exitCode: 0 })
    await makeRun(server, { name: 'b', displayName: 'b', project: 'two' })
    await streamRun(server, 'b', { project: 'two', exitCode: 1 })
    await makeRun(server, { name: 'live', displayName: 'live', project: 'one' })
    await using tab = await browser.openPage(server, { path: '/runs' })
    const { page } = tab
    await select(page, 'live')
    const bar = page.getByRole('toolbar', { name: 'Selected runs' })
    expect(await bar.getByRole('button', { name: 'Move' }).isDisabled()).toBe(true)
    await select(page, 'a')
    await select(page, 'b')
    await bar.getByRole('button', { name: 'Move' }).click()
    const dialog = page.getByRole('dialog', { name: 'Move 2 runs' })
    await dialog.getByText('1 run of the selection has not ended and stays.').waitFor()
    const project = dialog.getByRole('combobox', { name: 'Project' })
    await project.fill('archive')
    await dialog.getByText('There is no project “archive” yet: it is made.').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('Moved 2 runs to “archive”.').waitFor()
    await bar.waitFor({ state: 'detached' })
    expect(await projectsOf(server)).toEqual({ a: 'archive', b: 'archive', live: 'one' })
    expect(await findAccessibilityProblems(page)).toEqual([])

    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Moved 2 runs back.').waitFor()
    expect(await projectsOf(server)).toEqual({ a: 'one', b: 'two', live: 'one' })
  })

  test('to a project that has a run of the same name is refused, and they stay selected where they are', async () => {
    await using server = await startTestServer()
    for (const [name, project] of [
      ['a', 'one'],
      ['b', 'one'],
      ['b', 'two'],
    ] as const) {
      await makeRun(server, { name, displayName: name, project })
      await streamRun(server, name, { project, exitCode: 0 })
    }
    await using tab = await browser.openPage(server, { path: '/runs?project=one' })
    const { page } = tab
    await select(page, 'a')
    await select(page, 'b')
    const bar = page.getByRole('toolbar', { name: 'Selected runs' })
    await bar.getByRole('button', { name: 'Move' }).click()
    const dialog = page.getByRole('dialog', { name: 'Move 2 runs' })
    await dialog.getByRole('combobox', { name: 'Project' }).fill('one')
    await dialog.getByText('They are in this project already.').waitFor()
    expect(await dialog.getByRole('button', { name: 'Move', exact: true }).isDisabled()).toBe(true)
    await dialog.getByRole('combobox', { name: 'Project' }).fill('t')
    await page.getByRole('option', { name: 'two' }).click()
    await dialog.getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByText('Cannot move run "b" to project "two": the project has, or had, a run of that name.').waitFor()
    await bar.getByText('2 selected').waitFor()
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0)
    expect((await projectsOf(server))['a']).toBe('one')
  })
})
