import { startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

async function get(url: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(url)
  return { status: response.status, text: await response.text() }
}

test('the plain page says how to point a client at the server', async () => {
  await using server = await startTestServer()
  const page = await get(`${server.url}/`)
  expect(page.status).toBe(200)
  expect(page.text).toContain(`export WANDB_BASE_URL=${server.url}`)
  expect(page.text).toContain('You are not logged in')
})

test('the address that a client prints of its run leads to a page, whether or not there is such a run', async () => {
  await using server = await startTestServer()
  const page = await get(`${server.url}/admin/demo/runs/abc123`)
  expect([page.status, page.text.includes('slipway run show admin/demo/abc123')]).toEqual([200, true])
  const hostile = await get(`${server.url}/admin/demo/runs/${encodeURIComponent('x; rm -rf ~')}`)
  expect([hostile.status, hostile.text.includes('rm -rf ~</pre>')]).toEqual([404, false])
})

test('a login link that was used already says how to get another', async () => {
  await using server = await startTestServer()
  const page = await get(`${server.url}/login?token=used`)
  expect([page.status, page.text.includes('slipway admin login-link')]).toEqual([401, true])
})
