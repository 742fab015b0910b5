import {
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
  type TestPage,
  type TestServer,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

type Page = TestPage['page']

async function must(server: TestServer, query: string, apiKey = server.apiKey): Promise<void> {
  const { errors } = await server.request(query, {}, { apiKey })
  if (errors !== undefined) throw new Error(errors[0]?.message)
}

/** Makes many of something by one request. */
function many(count: number, mutation: (index: number) => string): string {
  return `mutation { ${Array.from({ length: count }, (_, index) => `m${index}: ${mutation(index)}`).join(' ')} }`
}

/** Scrolls down as a reader does, until further pages have brought something. */
async function scrollUntilShown(page: Page, wanted: ReturnType<Page['getByText']>): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
        return wanted.count()
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0)
}

const number = (index: number): string => String(index).padStart(3, '0')

const addMember = (index: number): string =>
  `addTeamMember(input: {entityName: "vision", username: "user-${number(index)}"}) { success }`

const makeQueue = (index: number): string =>
  `upsertRunQueue(input: {entityName: "admin", projectName: "model-registry", queueName: "queue-${number(index)}",
        resourceType: "local-process", resourceConfig: "{\\"resource_args\\": {\\"local-process\\": {}}}"}) { success }`

describe('settings of several people', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('show at once what somebody else makes, changes and takes away', async () => {
    await using server = await startTestServer()
    const ann = await server.addUser('ann')
    await must(server, 'mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
    await using administrator = await browser.openPage(server, { path: '/settings?tab=users' })
    await using member = await browser.openPage(server, { apiKey: ann, path: '/settings?tab=teams' })
    await administrator.page.getByRole('row', { name: /ann/ }).waitFor()
    await member.page.getByText('You belong to no team yet.').waitFor()

    await must(server, 'mutation { addTeamMember(input: {entityName: "vision", username: "ann"}) { success } }')
    await member.page.getByRole('region', { name: 'Team vision' }).getByRole('row', { name: /ann/ }).waitFor()
    await administrator.page.getByRole('row', { name: /ann.*vision/ }).waitFor()
    await server.addUser('bob')
    await administrator.page.getByRole('row', { name: /bob/ }).waitFor()

    // The choice of teams grows in the same moment, and the secrets of the team are told of.
    await member.page.getByRole('tab', { name: 'Secrets' }).click()
    await member.page.getByRole('combobox').click()
    await member.page.getByRole('option', { name: 'vision' }).click()
    await member.page.getByText('vision has no secrets yet.').waitFor()
    await must(
      server,
      'mutation { setSecret(input: {entityName: "vision", name: "TOKEN", value: "12345678"}) { isNew } }',
    )
    await member.page.getByRole('row', { name: /TOKEN.*by admin/ }).waitFor()
    await must(server, 'mutation { deleteSecret(input: {entityName: "vision", name: "TOKEN"}) { success } }')
    await member.page.getByText('vision has no secrets yet.').waitFor()

    // A tab of the same person elsewhere.
    await member.page.getByRole('tab', { name: 'API keys' }).click()
    await member.page.getByRole('row', { name: /first key/ }).waitFor()
    await must(server, 'mutation { generateApiKey(input: {description: "laptop"}) { apiKey { id } } }', ann)
    await member.page.getByRole('row', { name: /laptop/ }).waitFor()
    await member.page.getByRole('tab', { name: 'Profile' }).click()
    await must(server, 'mutation { updateViewer(input: {email: "ann@example.org"}) { user { id } } }', ann)
    await expect.poll(() => member.page.getByLabel('E-mail address').inputValue()).toBe('ann@example.org')
    expect(await member.page.getByRole('tab', { name: 'Users' }).count()).toBe(0)
    await must(server, 'mutation { updateUser(input: {username: "ann", admin: true}) { user { id } } }')
    await member.page.getByRole('tab', { name: 'Users' }).click()
    await member.page.getByRole('row', { name: /bob/ }).waitFor()
    await must(server, 'mutation { updateUser(input: {username: "ann", admin: false}) { user { id } } }')
    await member.page.getByText('Only administrators see the users').waitFor()
    expect(await findAccessibilityProblems(member.page)).toEqual([])
  })

  test('load further pages as one scrolls, and find a person by a part of the name', async () => {
    await using server = await startTestServer()
    await must(
      server,
      many(110, (index) => `createUser(input: {username: "user-${number(index)}"}) { apiKey }`),
    )
    await using tab = await browser.openPage(server, { path: '/settings?tab=users' })
    const { page } = tab
    await page.getByRole('row', { name: /user-000/ }).waitFor()
    expect(await page.getByRole('row', { name: /user-109/ }).count()).toBe(0)
    await scrollUntilShown(page, page.getByRole('row', { name: /user-109/ }))
    await page.getByLabel('Search users').fill('R-07')
    await expect.poll(() => page.getByRole('row').count()).toBe(11)
    await page.getByRole('row', { name: /user-079/ }).waitFor()
    await page.getByLabel('Search users').fill('nobody')
    await page.getByText('Nobody matches "nobody".').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
  })

  test('show the first members of a large team, and all of them on request', async () => {
    await using server = await startTestServer()
    await must(server, 'mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
    await must(
      server,
      many(30, (index) => `createUser(input: {username: "user-${number(index)}"}) { apiKey }`),
    )
    await must(server, many(30, addMember))
    await using tab = await browser.openPage(server, { path: '/settings?tab=teams' })
    const team = tab.page.getByRole('region', { name: 'Team vision' })
    await team.getByText('31 members').waitFor()
    expect(await team.getByRole('row').count()).toBe(20)
    await team.getByRole('button', { name: 'Show all 31' }).click()
    await expect.poll(() => team.getByRole('row').count()).toBe(31)
    await must(server, 'mutation { removeTeamMember(input: {entityName: "vision", username: "user-029"}) { success } }')
    await expect.poll(() => team.getByRole('row').count()).toBe(30)
    await team.getByText('30 members').waitFor()
  })
})

describe('a long list', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('of queues and of agents is loaded page by page', async () => {
    await using server = await startTestServer()
    await must(server, many(60, makeQueue))
    const { data } = await server.request('{ entity { runQueue(name: "queue-059") { id } } }')
    const agent = (index: number) =>
      `createLaunchAgent(input: {entityName: "admin", projectName: "model-registry", runQueues: ["${data.entity.runQueue.id}"],
        hostname: "host-${number(index)}"}) { launchAgentId }`
    await must(server, many(40, agent))
    await using tab = await browser.openPage(server, { path: '/queues' })
    const { page } = tab
    await page.getByRole('row', { name: /queue-000/ }).waitFor()
    await scrollUntilShown(page, page.getByRole('row', { name: /queue-059/ }))
    expect(
      await page
        .getByRole('row', { name: /queue-059/ })
        .getByRole('cell')
        .nth(4)
        .textContent(),
    ).toBe('40')
    await page.goto(`${server.url}/agents`)
    await page.getByText('host-039').first().waitFor()
    await scrollUntilShown(page, page.getByText('host-000'))
  })
})
