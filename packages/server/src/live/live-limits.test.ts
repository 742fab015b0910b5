import { connect } from 'node:net'
import { ChangesDocument } from '@slipway/api'
import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, onTestFinished, test, vi } from 'vitest'
import { aRun, historyLine, RUN, stream } from './testing/run-fixture.ts'
import { countOpen, watch } from './testing/watcher.ts'

const WATCH_RUN = { kind: 'RUN', ...RUN } as const
const NONE = { subscriptions: 0, watches: 0 }

function many(count: number) {
  return Array.from({ length: count }, (_, index) => ({ kind: 'RUNS', entityName: 'admin', name: `${index}` }) as const)
}

describeOnEachDatabase('many who watch', (databases) => {
  test('are all told, and leave nothing behind when they hang up', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aRun(server)
    const watchers = await Promise.all(
      Array.from({ length: 20 }, () => watch(server, [WATCH_RUN, { kind: 'RUNS', entityName: 'admin' }])),
    )
    expect(await countOpen(server)).toEqual({ subscriptions: 20, watches: 40 })
    await stream(server, { complete: true, exitcode: 1 })
    for (const watcher of watchers) {
      await watcher.untilTold('state', { kind: 'RUN' })
      await watcher.untilTold('state', { kind: 'RUNS' })
    }
    await Promise.all(watchers.map((watcher) => watcher.close()))
    await expect.poll(() => countOpen(server)).toEqual(NONE)
  })
})

test('much that changes at once is told in few messages, and the last change is never left out', async () => {
  await using server = await startTestServer()
  await aRun(server)
  await using watcher = await watch(server, [WATCH_RUN])
  const startedAt = performance.now()
  for (let line = 0; line < 300; line += 1) await stream(server, historyLine(line))
  await stream(server, { complete: true, exitcode: 0 })
  await watcher.untilTold('state')
  const told = watcher.messages.filter(({ aspects }) => aspects.includes('history'))
  // One at once, and then one each 200 ms at most, however slow this machine is.
  expect(told.length).toBeLessThanOrEqual(2 + (performance.now() - startedAt) / 200)
  expect(told.length).toBeLessThan(150)
})

test('a subscription names at most 200 things, at least one, and each by what it needs', async () => {
  await using server = await startTestServer()
  const cases = [
    [[], /^Cannot watch nothing/],
    [many(201), /^Cannot watch 201 things with one subscription: the limit is 200/],
    [[{ kind: 'RUN', entityName: 'admin', projectName: 'demo' }], /^Cannot watch a RUN without its name/],
    [[{ kind: 'RUN_QUEUE', entityName: 'admin' }], /^Cannot watch a RUN_QUEUE without its name/],
    [[{ kind: 'RUN_QUEUE_ITEM' }], /^Cannot watch a RUN_QUEUE_ITEM without its id/],
    [
      [{ kind: 'RUNS', entityName: 'admin', id: 'x'.repeat(1001) }],
      /^Cannot watch a RUNS by a text of 1001 characters/,
    ],
  ] as const
  for (const [of, refusal] of cases) {
    await using watcher = await watch(server, of)
    expect([watcher.status, watcher.refusal]).toEqual([400, expect.stringMatching(refusal)])
  }
  await using watcher = await watch(server, many(200))
  expect(watcher.status).toBe(200)
  await using twice = await watch(server, [{ kind: 'PROJECTS' }, { kind: 'PROJECTS', entityName: null }])
  expect(twice.status).toBe(200)
  expect((await countOpen(server)).watches).toBe(201)
})

test('a user has at most 32 subscriptions at a server, whatever others have', async () => {
  await using server = await startTestServer()
  const apiKey = await server.addUser('ann')
  const watchers = await Promise.all(Array.from({ length: 32 }, () => watch(server, [{ kind: 'PROJECTS' }])))
  await using refused = await watch(server, [{ kind: 'PROJECTS' }])
  expect([refused.status, refused.refusal]).toEqual([
    409,
    expect.stringMatching(/^Cannot open another subscription: you have 32 open/),
  ])
  await using other = await watch(server, [{ kind: 'PROJECTS' }], { apiKey })
  expect(other.status).toBe(200)
  await watchers.pop()?.close()
  await expect.poll(async () => (await countOpen(server)).subscriptions).toBe(32)
  await using again = await watch(server, [{ kind: 'PROJECTS' }])
  expect(again.status).toBe(200)
  await Promise.all(watchers.map((watcher) => watcher.close()))
})

test('a server that stops breaks subscriptions off at once, so that clients connect again', async () => {
  const server = await startTestServer()
  await using watcher = await watch(server, [{ kind: 'PROJECTS' }])
  // A connection that a browser has opened ahead of time.
  const unused = connect(Number(new URL(server.url).port), '127.0.0.1')
  await new Promise((resolve) => unused.once('connect', resolve))
  // Without time the moment never comes at which a server cuts connections that do not end.
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  await server.stop()
  expect(await watcher.untilEnd()).toBe('cut')
})

test('a subscription is answered by a stream alone, and a query may be too', async () => {
  await using server = await startTestServer()
  const plain = await server.request(ChangesDocument.toString(), { of: [{ kind: 'PROJECTS' }] })
  expect([plain.status, plain.errors?.[0]?.message]).toEqual([
    400,
    expect.stringContaining('Accept: text/event-stream'),
  ])
  const ask = (query: string) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${server.apiKey}`,
      },
      body: JSON.stringify({ query }),
    })
  const streamed = await ask('{ viewer { username } }')
  expect(streamed.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(await streamed.text()).toBe(
    'event: next\ndata: {"data":{"viewer":{"username":"admin"}}}\n\nevent: complete\ndata:\n\n',
  )
  const refused = await ask('{ nothing }')
  expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8'])
})
