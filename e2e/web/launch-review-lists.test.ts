import {
  createTestJob,
  findAccessibilityProblems,
  startTestBrowser,
  startTestServer,
  type TestBrowser,
} from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeQueue, untilForm } from './launch-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const LAYERS = Array.from({ length: 12 }, (_, index) => ({ kind: 'conv', size: index, pad: [1, 1] }))
const RATES = Array.from({ length: 30 }, (_, index) => index)

describe('a list in the review of a launch', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('shows which of its elements changed, and the rest when it is unfolded', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'default')
    await createTestJob(server, {
      entityName: 'admin',
      projectName: 'vision',
      name: 'train',
      files: { 'a.py': '' },
      entryPoint: ['python', 'a.py'],
      config: { layers: LAYERS, rates: RATES, short: [1, 2, 3], other: [1, 2] },
    })
    const layers = LAYERS.map((layer, index) => (index === 4 ? { ...layer, size: 99 } : layer))
    const search = new URLSearchParams({ job: 'admin/vision/train' })
    search.append('set', `layers=${JSON.stringify(layers)}`)
    search.append('set', `rates=${JSON.stringify(RATES.toSpliced(1, 0, 77))}`)
    search.append('set', 'short=[1, 7, 2, 3]')
    search.append('set', 'other=[8, 9]')
    await using tab = await browser.openPage(server, { path: `/launch?${search.toString()}` })
    const { page } = tab
    await untilForm(tab)
    await page.getByRole('button', { name: 'Review' }).click()
    const table = page.getByRole('table', { name: 'Changes against the defaults' })
    const rows = async () =>
      (await table.getByRole('row').all()).reduce<Promise<readonly string[]>>(
        async (before, row) => [...(await before), (await row.getByRole('cell').allTextContents()).join(' | ')],
        Promise.resolve([]),
      )
    await page.getByText('The server would accept this launch.').waitFor()
    expect((await rows()).slice(1)).toEqual([
      'layers | 12 elements | 12 elements, 11 as by defaultShow all | you | ',
      'layers.4.size | 4 | 99 | ',
      'other | [1,2] | [8,9] | you | ',
      'rates | 30 elements | 31 elements, 30 as by defaultShow all | you | ',
      'rates.1 | not there | 77 | ',
      'short | [1,2,3] | [1,7,2,3] | you | ',
    ])
    expect(await findAccessibilityProblems(page)).toEqual([])
    await table.getByRole('button', { name: 'Show all of layers' }).click()
    await table.getByText(JSON.stringify(layers)).waitFor()
    expect(await table.getByText('layers.4.size').count()).toBe(0)
    await table.getByRole('button', { name: 'Fold layers' }).click()
    await table.getByText('layers.4.size').waitFor()
    await table.getByRole('button', { name: 'Back to the default of rates' }).click()
    await expect.poll(async () => (await rows()).length).toBe(5)
  })
})
