import { createTestJob, startTestBrowser, startTestServer, type TestBrowser } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const PHONE = { width: 380, height: 780 }

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
      const wider = await tab.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect.soft({ path, wider: Math.max(0, wider) }).toEqual({ path, wider: 0 })
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
