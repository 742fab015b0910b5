import {
  createTestJob,
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
  type TestServer,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { TALL, field, launchNow, listItems, makeQueue, makeTrainJob, must, untilForm } from './launch-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

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
})
