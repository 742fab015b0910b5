import {
  createTestJob,
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
  type TestServer,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const CONFIG_FILE = '# how it learns\nrate: 0.1\nlayers: [32, 64]\n'

function makeJob(server: TestServer, name = 'train', version = 0): Promise<string> {
  return createTestJob(server, {
    entityName: 'admin',
    projectName: 'vision',
    name,
    files: { 'train.py': `# version ${version}\nprint("<b>hello</b>")\n` },
    entryPoint: ['python', 'train.py'],
    config: { trainer: { learning_rate: 0.01, batch_size: 32 }, model: 'resnet' },
    schema: {
      type: 'object',
      properties: {
        trainer: {
          type: 'object',
          properties: {
            learning_rate: { type: 'number', minimum: 0, maximum: 1, description: 'How fast it learns' },
            batch_size: { type: 'integer' },
          },
        },
        model: { type: 'string', enum: ['resnet', 'vit'] },
      },
    },
    configFiles: { 'config.yaml': CONFIG_FILE },
  })
}

/** Launches with overrides and claims the item for a run, as an agent does; the run ends in this state. */
async function launch(server: TestServer, job: string, run: string, overrides: object, state: string): Promise<void> {
  const must = async (query: string, variables: Record<string, unknown>) => {
    const { data, errors } = await server.request(query, variables)
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '))
    return data
  }
  const place = { entityName: 'admin', projectName: 'vision' }
  await must(`mutation($input: UpsertRunQueueInput!) { upsertRunQueue(input: $input) { success } }`, {
    input: { ...place, queueName: 'default', resourceType: 'local-process', resourceConfig: '{}' },
  })
  const pushed = await must(
    `mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }`,
    {
      input: {
        ...place,
        queueName: 'default',
        runSpec: JSON.stringify({ job, project: 'vision', entity: 'admin', overrides }),
      },
    },
  )
  const queue = (
    await must('{ project(name: "vision", entityName: "admin") { runQueue(name: "default") { id } } }', {})
  ).project.runQueue.id
  const agent = await must(
    `mutation($input: CreateLaunchAgentInput!) { createLaunchAgent(input: $input) { launchAgentId } }`,
    { input: { ...place, runQueues: [queue], hostname: 'test' } },
  )
  const launchAgentId: string = agent.createLaunchAgent.launchAgentId
  await must(`mutation($input: PopFromRunQueueInput!) { popFromRunQueue(input: $input) { runQueueItemId } }`, {
    input: { ...place, queueName: 'default', launchAgentId },
  })
  await must(`mutation($input: AckRunQueueItemInput!) { ackRunQueueItem(input: $input) { success } }`, {
    input: { runQueueItemId: pushed.pushToRunQueueByName.runQueueItemId, runName: run, launchAgentId },
  })
  await must(`mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { id } } }`, {
    input: { entityName: 'admin', modelName: 'vision', name: run, displayName: `${run} run`, state },
  })
  // What the client inside the run does first: it says which job version it is.
  const version = await must(
    '{ project(name: "vision", entityName: "admin") { jobVersion(name: "train:v0") { id } } }',
    {},
  )
  await must('mutation($input: UseArtifactInput!) { useArtifact(input: $input) { artifact { id } } }', {
    input: { ...place, artifactID: version.project.jobVersion.id, runName: run },
  })
}

const isAbout = (data: string | null, operation: string): boolean => data?.includes(operation) === true

describe('the jobs', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('whoever has none is shown how to get the first one in, and sees it arrive', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server)
    const { page } = tab
    await page.getByRole('heading', { name: 'Get the first job in' }).waitFor()
    await page.getByText(`slipway login --host ${server.url}`).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Create an API key' }).click()
    const key = (await page.getByRole('alert').locator('pre').textContent()) ?? ''
    expect((await server.request('{ viewer { username } }', {}, { apiKey: key })).data.viewer.username).toBe('admin')
    await makeJob(server)
    await page.getByRole('heading', { name: 'The job "train" is here' }).waitFor()
    await page.getByRole('link', { name: 'See its inputs' }).click()
    await page.getByRole('heading', { name: 'train', exact: true }).waitFor()
  })

  test('the list is searched, and shows the last runs of each job', async () => {
    await using server = await startTestServer()
    const job = await makeJob(server)
    await makeJob(server, 'evaluate')
    await launch(server, job, 'one', {}, 'finished')
    await launch(server, job, 'two', {}, 'running')
    await using tab = await browser.openPage(server, { path: '/jobs' })
    const { page } = tab
    const row = page.getByRole('row', { name: /train/ })
    await row.getByRole('link', { name: 'Run two run, running' }).waitFor()
    expect(await row.getByRole('listitem').count()).toBe(2)
    await page.getByLabel('Search jobs').fill('eval')
    await page.getByRole('row', { name: /train/ }).waitFor({ state: 'detached' })
    expect(new URL(page.url()).search).toBe('?search=eval')
    await page.getByLabel('Search jobs').fill('nothing')
    await page.getByRole('heading', { name: 'No job matches "nothing"' }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Clear the search', exact: true }).last().click()
    await row.getByRole('link', { name: 'Launch train' }).click()
    const drawer = page.getByRole('dialog', { name: 'Launch' })
    await drawer.getByRole('textbox', { name: 'Run name' }).waitFor()
    const { pathname, searchParams } = new URL(page.url())
    expect(pathname).toBe('/jobs')
    expect(JSON.parse(searchParams.get('launch') ?? '')).toMatchObject({ job: 'admin/vision/train:latest' })
    await drawer.getByRole('button', { name: 'Close the launch' }).click()
    await drawer.waitFor({ state: 'detached' })
    expect(new URL(page.url()).search).toBe('')
  })

  test('a run is compared with the newest other runs of its job', async () => {
    await using server = await startTestServer()
    const job = await makeJob(server)
    await launch(server, job, 'one', {}, 'finished')
    await launch(server, job, 'two', {}, 'finished')
    await using tab = await browser.openPage(server, { path: '/admin/vision/runs/one' })
    const { page } = tab
    const compare = page.getByRole('link', { name: 'Compare', exact: true })
    await expect
      .poll(async () => new URL((await compare.getAttribute('href')) ?? '', server.url).searchParams.get('runs'))
      .toBe('admin/vision/one,admin/vision/two')
    await compare.click()
    await page.getByRole('heading', { name: 'Compare runs' }).waitFor()
    for (const name of ['one run', 'two run']) await page.getByRole('link', { name }).first().waitFor()
  })

  test.each(['light', 'dark'] as const)(
    'a job shows its inputs, code and runs with what they changed (%s)',
    async (colorScheme) => {
      await using server = await startTestServer()
      const job = await makeJob(server)
      await launch(
        server,
        job,
        'fast',
        { run_config: { trainer: { learning_rate: 0.5 } }, files: { 'config.yaml': { rate: 0.7 } } },
        'finished',
      )
      await using tab = await browser.openPage(server, { path: '/admin/vision/jobs/train', colorScheme })
      const { page } = tab
      const config = page.getByRole('region', { name: 'Run config' })
      await config.getByRole('row', { name: 'trainer.learning_rate float 0.01 0 to 1 How fast it learns' }).waitFor()
      await config.getByRole('row', { name: 'model str "resnet" one of "resnet", "vit"' }).waitFor()
      await page.getByRole('region', { name: 'config.yaml' }).getByRole('row', { name: 'rate float 0.1' }).waitFor()
      expect(await findAccessibilityProblems(page)).toEqual([])

      await page.getByRole('tab', { name: 'Runs' }).click()
      const row = page.getByRole('row', { name: /fast run/ })
      await row.waitFor()
      expect(await row.getByRole('cell').allTextContents()).toEqual(
        expect.arrayContaining(['finished', 'v0', '0.5', '0.7']),
      )
      expect(await findAccessibilityProblems(page)).toEqual([])

      await page.getByRole('tab', { name: 'Source' }).click()
      await page.getByRole('link', { name: /train\.py/ }).click()
      await page.getByText('print("<b>hello</b>")').waitFor()
      await page.getByRole('link', { name: /config\.yaml/ }).click()
      await page.getByText('# how it learns').waitFor()
      expect(await findAccessibilityProblems(page)).toEqual([])

      await page.getByRole('tab', { name: 'Lineage' }).click()
      await page.getByRole('link', { name: 'fast run' }).waitFor()
      expect(await findAccessibilityProblems(page)).toEqual([])
    },
  )

  test('the lineage of a version tells what was launched from it alone, and when that could not be read', async () => {
    await using server = await startTestServer()
    const job = await makeJob(server, 'train', 0)
    await launch(server, job, 'early', { run_config: { trainer: { learning_rate: 0.5 } } }, 'finished')
    await makeJob(server, 'train', 1)
    await using tab = await browser.openPage(server, { path: '/admin/vision/jobs/train?tab=inputs&version=v0' })
    const { page } = tab
    await page.route('**/graphql', (route) =>
      isAbout(route.request().postData(), 'WebJobVersionRuns')
        ? route.fulfill({
            status: 503,
            json: { errors: [{ message: 'Come back later.', extensions: { code: 'conflict' } }] },
          })
        : route.continue(),
    )
    await page.getByRole('tab', { name: 'Lineage' }).click()
    await page.getByRole('alert').getByText('Come back later.').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('link', { name: 'early run' }).waitFor()
    await launch(server, job, 'late', {}, 'running')
    await expect
      .poll(() => page.getByRole('tabpanel').getByRole('link', { name: / run$/ }).allTextContents())
      .toEqual(['late run', 'early run'])
    await page.goto('/admin/vision/jobs/train?tab=lineage&version=v1')
    await page.getByText('Nothing was launched from this version yet.').waitFor()
  })

  test('a version is named by an alias, found by it, and deleted', async () => {
    await using server = await startTestServer()
    await makeJob(server, 'train', 0)
    await makeJob(server, 'train', 1)
    await using tab = await browser.openPage(server, { path: '/admin/vision/jobs/train?tab=versions' })
    const { page } = tab
    await page.getByRole('button', { name: 'Add an alias to v0' }).click()
    await page.getByLabel('New alias of v0').fill('production')
    await page.getByLabel('New alias of v0').press('Enter')
    await page.getByText('The alias "production" names this version now.').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.goto('/admin/vision/jobs/train?version=production')
    await expect.poll(() => page.getByLabel('Version', { exact: true }).first().inputValue()).toBe('v0 · production')
    await page.getByRole('tab', { name: 'Versions' }).click()
    await page.getByRole('button', { name: 'Remove the alias production' }).click()
    await page.getByText('The alias "production" is removed.').waitFor()
    await page.getByRole('button', { name: 'More about v0' }).click()
    await page.getByRole('menuitem', { name: 'Delete v0' }).click()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Delete v0' }).click()
    await page.getByRole('row', { name: /^v0/ }).waitFor({ state: 'detached' })
  })

  test('a job is described and deleted, and one that is not there says so', async () => {
    await using server = await startTestServer()
    await makeJob(server)
    await using tab = await browser.openPage(server, { path: '/admin/vision/jobs/train' })
    const { page } = tab
    await page.getByRole('button', { name: 'Edit the description' }).click()
    await page.getByLabel('Description', { exact: true }).fill('Trains <i>it</i>')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Trains <i>it</i>').waitFor()
    await page.getByRole('button', { name: 'More about this job' }).click()
    await page.getByRole('menuitem', { name: 'Delete the job' }).click()
    await page.getByRole('button', { name: 'Delete the job' }).click()
    await page.waitForURL((url) => url.pathname === '/jobs')
    await page.goto('/admin/vision/jobs/train')
    await page.getByRole('heading', { name: 'Not found' }).waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('There is no job "admin/vision/train"')
    expect(await findAccessibilityProblems(page)).toEqual([])
  })

  test('somebody else sees nothing of a job', async () => {
    await using server = await startTestServer()
    await makeJob(server)
    const apiKey = await server.addUser('bob')
    await using tab = await browser.openPage(server, { apiKey, path: '/admin/vision/jobs/train' })
    await tab.page.getByRole('heading', { name: 'Not found' }).waitFor()
    expect(await tab.page.getByRole('main').textContent()).not.toContain('learning_rate')
  })
})
