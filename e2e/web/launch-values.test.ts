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
  type TestServer,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { TALL, field, launchNow, listItems, makeQueue, makeTrainJob, must, untilForm } from './launch-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const execute = promisify(execFile)
const SLIPWAY = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url))

let browser: TestBrowser
beforeAll(async () => {
  browser = await startTestBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

/** A second version of the job, in which one input is gone, one has another type, and one is new. */
async function makeNextVersion(server: TestServer): Promise<void> {
  await createTestJob(server, {
    entityName: 'admin',
    projectName: 'vision',
    name: 'train',
    files: { 'train.py': 'print("training anew")' },
    entryPoint: ['python', 'train.py'],
    config: { trainer: { learning_rate: 0.1, batch_size: 32, layers: 'none', momentum: 0.9 }, seed: 1, debug: false },
    configFiles: { 'conf/model.yaml': 'depth: 3\n' },
  })
}

async function pushTrain(server: TestServer, overrides: object): Promise<string> {
  const data = await must(
    server,
    'mutation($spec: JSONString!) { pushToRunQueueByName(input: {entityName: "admin", projectName: "model-registry", queueName: "default", runSpec: $spec}) { runQueueItemId } }',
    { spec: JSON.stringify({ job: 'admin/vision/train:v0', overrides }) },
  )
  return data.pushToRunQueueByName.runQueueItemId
}

describe('the values of a launch', () => {
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

  test('come from a run of an older version, with a word for each that no longer fits, and can be undone', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    const id = await pushTrain(server, {
      run_config: { trainer: { learning_rate: 0.7, layers: [8], optimizer: 'sgd' }, seed: 5 },
      files: { 'conf/model.yaml': { depth: 4, width: 2.5 } },
    })
    await makeNextVersion(server)
    await using tab = await browser.openPage(server, { viewport: TALL, path: '/launch?job=admin/vision/train' })
    const { page } = tab
    await untilForm(tab)
    await field(tab, 'seed').fill('99')
    await page.getByRole('button', { name: 'Paste from' }).click()
    await page.getByRole('option', { name: new RegExp(`Item ${id}`) }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('combobox', { name: 'Run or item' }).or(page.getByLabel('Run or item')).first().fill(id)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Paste values from' })
    await dialog.getByText('3 values fit this job version').waitFor()
    const unfit = await dialog.getByRole('alert').textContent()
    for (const address of ['trainer.optimizer', 'trainer.layers', 'conf/model.yaml:width']) {
      expect(unfit).toContain(address)
    }
    expect(unfit).toContain('3 values do not fit')
    expect(await findAccessibilityProblems(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Paste', exact: true }).click()
    await expect.poll(() => field(tab, 'seed').inputValue()).toBe('5')
    expect(await field(tab, 'trainer.learning_rate').inputValue()).toBe('0.7')
    expect(await field(tab, 'conf/model.yaml:depth').inputValue()).toBe('4')
    // The source stands beside each value, and reaches the item.
    await launchNow(tab)
    const [item] = await listItems(server)
    expect(item?.runSpec.overrides).toEqual({
      run_config: { trainer: { learning_rate: 0.7 }, seed: 5 },
      files: { 'conf/model.yaml': { depth: 4 } },
    })
    const { runQueueItem } = await must(
      server,
      'query($id: ID!) { runQueueItem(id: $id) { origins { kind name inputs } } }',
      {
        id: item?.id,
      },
    )
    expect(runQueueItem.origins).toEqual([
      { kind: 'item', name: id, inputs: ['seed', 'trainer.learning_rate', 'conf/model.yaml:depth'] },
    ])
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await expect.poll(() => field(tab, 'seed').inputValue()).toBe('99')
  })

  test('a run or an item is launched again with changes from its own link', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    const id = await pushTrain(server, { run_config: { seed: 5 } })
    await using tab = await browser.openPage(server, {
      viewport: TALL,
      path: `/jobs?launch=${JSON.stringify({ from_item: id })}`,
    })
    await untilForm(tab)
    expect(await field(tab, 'seed').inputValue()).toBe('5')
    await field(tab, 'trainer.batch_size').fill('64')
    await launchNow(tab)
    const [item] = await listItems(server)
    expect(item?.runSpec.overrides.run_config).toEqual({ trainer: { batch_size: 64 }, seed: 5 })
    // What is set back to its default stays there for whoever opens the link.
    await field(tab, 'seed').fill('1')
    await expect.poll(() => decodeURIComponent(tab.page.url())).toContain('seed=1')
    await using other = await browser.openPage(server, { viewport: TALL, path: tab.page.url() })
    await untilForm(other)
    expect(await field(other, 'seed').inputValue()).toBe('1')
    expect(await field(other, 'trainer.batch_size').inputValue()).toBe('64')
    // A run that was made by no job can lend its inputs to one.
    await using run = await browser.openPage(server, {
      viewport: TALL,
      path: '/launch?from_run=admin/vision/capture-train',
    })
    await run.page.getByRole('option', { name: /^train/ }).click()
    await untilForm(run)
    await using missing = await browser.openPage(server, { viewport: TALL, path: '/launch?from_run=admin/vision/nope' })
    await missing.page.getByText('Cannot take over the inputs of run "admin/vision/nope"').waitFor()
  })

  test('are saved as a preset, with queue and priority, and laid on again by name', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeQueue(server, 'gpu', { priorities: true })
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, {
      viewport: TALL,
      path: '/launch?job=admin/vision/train&set=seed=3&queue=gpu&priority=high',
    })
    const { page } = tab
    await untilForm(tab)
    await page.getByRole('button', { name: 'Save as preset' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('fast run')
    await page.getByRole('switch', { name: 'With queue, priority, template variables and resource settings' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('alert').filter({ hasText: 'Cannot save preset "fast run"' }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('fast')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved preset admin/fast@v0.').waitFor()
    await using other = await browser.openPage(server, {
      viewport: TALL,
      path: '/launch?job=admin/vision/train&set=debug=true',
    })
    await untilForm(other)
    await other.page.getByRole('button', { name: 'Paste from' }).click()
    await other.page.getByRole('tab', { name: 'A preset' }).click()
    await other.page.getByRole('button', { name: /admin\/fast/ }).click()
    await other.page.getByText('1 value fits this job version').waitFor()
    await other.page.getByRole('button', { name: 'Paste', exact: true }).click()
    await expect.poll(() => field(other, 'seed').inputValue()).toBe('3')
    await expect.poll(() => other.page.getByRole('combobox', { name: 'Queue' }).inputValue()).toBe('gpu')
    await other.page.getByRole('button', { name: 'Review' }).click()
    const row = other.page.getByRole('row', { name: /^seed/ })
    expect(await row.getByRole('cell').nth(3).textContent()).toBe('preset admin/fast@v0')
    await other.page.getByRole('button', { name: 'Launch', exact: true }).click()
    await other.page.getByRole('status').filter({ hasText: 'Launched' }).waitFor()
    const [item] = await listItems(server)
    expect(item?.priority).toBe(1)
    const { runQueueItem } = await must(
      server,
      'query($id: ID!) { runQueueItem(id: $id) { origins { kind name version inputs } } }',
      { id: item?.id },
    )
    expect(runQueueItem.origins).toEqual([
      { kind: 'command-line', name: null, version: null, inputs: ['debug'] },
      { kind: 'preset', name: 'admin/fast', version: 'v0', inputs: ['seed'] },
    ])
    await using linked = await browser.openPage(server, {
      viewport: TALL,
      path: '/launch?job=admin/vision/train&preset=fast',
    })
    await untilForm(linked)
    expect(await field(linked, 'seed').inputValue()).toBe('3')
  })

  test('are saved as a preset that builds on another, with resource settings', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    await must(server, 'mutation($input: SavePresetInput!) { savePreset(input: $input) { isNew } }', {
      input: { entityName: 'admin', name: 'fast', content: JSON.stringify({ run_config: { seed: 3, debug: true } }) },
    })
    await using tab = await browser.openPage(server, {
      viewport: TALL,
      path: `/launch?job=admin/vision/train&preset=fast&resource=${encodeURIComponent('env: {B: "2"}')}`,
    })
    const { page } = tab
    await untilForm(tab)
    await field(tab, 'trainer.batch_size').fill('64')
    await field(tab, 'seed').fill('4')
    await page.getByRole('button', { name: 'Save as preset' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('faster')
    expect(await page.getByRole('switch', { name: 'Build on admin/fast@v0' }).isChecked()).toBe(true)
    await page.getByRole('switch', { name: 'With queue, priority, template variables and resource settings' }).click()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved preset admin/faster@v0.').waitFor()
    const { preset } = await must(
      server,
      '{ preset(entityName: "admin", name: "faster") { latestVersion { content basedOn { path } } } }',
    )
    expect(preset.latestVersion).toEqual({
      content: {
        run_config: { trainer: { batch_size: 64 }, seed: 4 },
        queue: 'admin/default',
        resource_args: { 'local-process': { env: { B: '2' } } },
      },
      basedOn: [{ path: 'admin/fast@v0' }],
    })
    await using linked = await browser.openPage(server, {
      viewport: TALL,
      path: '/launch?job=admin/vision/train&preset=faster',
    })
    await untilForm(linked)
    expect(await field(linked, 'debug').isChecked()).toBe(true)
    await launchNow(linked)
    const [item] = await listItems(server)
    expect(item?.runSpec).toMatchObject({
      overrides: { run_config: { trainer: { batch_size: 64 }, seed: 4, debug: true } },
      resource_args: { 'local-process': { env: { B: '2' } } },
    })
  })

  test('are pasted as a text of overrides or YAML, after a look at what does not fit', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    await using tab = await browser.openPage(server, { viewport: TALL, path: '/launch?job=admin/vision/train' })
    const { page } = tab
    await untilForm(tab)
    const paste = async (text: string): Promise<void> => {
      await page.getByRole('button', { name: 'Paste from' }).click()
      await page.getByRole('tab', { name: 'A text' }).click()
      await page.getByRole('textbox', { name: 'Text' }).fill(text)
      await page.getByRole('button', { name: 'Look at it' }).click()
    }
    await paste("--set trainer.learning_rate=0.3 \\\n--set 'conf/model.yaml:depth=7'\nnope=1")
    await page.getByText('2 values fit this job version').waitFor()
    await page.getByText('it is not an input of this job').waitFor()
    await page.getByRole('button', { name: 'Paste', exact: true }).click()
    await expect.poll(() => field(tab, 'conf/model.yaml:depth').inputValue()).toBe('7')
    await paste('trainer:\n  batch_size: 8\n$files:\n  conf/model.yaml: {width: 9.5}\n')
    await page.getByRole('button', { name: 'Paste', exact: true }).click()
    await expect.poll(() => field(tab, 'conf/model.yaml:width').inputValue()).toBe('9.5')
    expect(await field(tab, 'trainer.learning_rate').inputValue()).toBe('0.3')
    expect(await field(tab, 'trainer.batch_size').inputValue()).toBe('8')
    await paste('a: [unclosed')
    await page.getByRole('alert').filter({ hasText: 'neither overrides' }).waitFor()
  })

  test('another version of the job keeps what was typed, and names what it does not take', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await makeTrainJob(server)
    await makeNextVersion(server)
    await using tab = await browser.openPage(server, {
      viewport: TALL,
      path: '/launch?job=admin/vision/train:v0&set=trainer.optimizer=sgd',
    })
    const { page } = tab
    await untilForm(tab)
    await field(tab, 'seed').fill('8')
    await page.getByRole('combobox', { name: 'Version' }).click()
    await page.getByRole('option', { name: /^v1/ }).click()
    await field(tab, 'trainer.momentum').waitFor()
    expect(await field(tab, 'seed').inputValue()).toBe('8')
    expect(await page.getByRole('status').filter({ hasText: 'One value does not fit' }).textContent()).toContain(
      'trainer.optimizer',
    )
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
