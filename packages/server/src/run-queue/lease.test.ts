import { mkdtemp, rm } from 'node:fs/promises'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { ack, aClock, anAgent, aQueue, item, pop, push, until } from './testing/run-queue-fixture.ts'

describeOnEachDatabase('leases', (databases) => {
  test('twenty agents that empty one queue at once get each item once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const pushed: string[] = []
    for (let round = 0; round < 20; round++) {
      pushed.push(...(await Promise.all(Array.from({ length: 100 }, () => push(server, 'gpu')))))
    }
    expect(new Set(pushed).size).toBe(2000)
    const agents = await Promise.all(Array.from({ length: 20 }, () => anAgent(server, [queue.id])))
    const won: string[] = []
    await Promise.all(
      agents.map(async (agent, index) => {
        for (;;) {
          const popped = await pop(server, 'gpu', agent)
          if (popped === null) return
          won.push(popped.runQueueItemId)
          expect(await ack(server, popped.runQueueItemId, `run-${index}-${won.length}`, agent)).toBe(true)
        }
      }),
    )
    expect(won.toSorted()).toEqual(pushed.toSorted())
  })

  test('of twenty claims of one item exactly one wins', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const itemId = await push(server, 'gpu')
    await pop(server, 'gpu', null)
    const results = await Promise.all(Array.from({ length: 20 }, (_, index) => ack(server, itemId, `run${index}`)))
    expect(results.filter(Boolean)).toHaveLength(1)
    expect((await item(server, itemId)).associatedRunId).toBe(`run${results.indexOf(true)}`)
  })

  test('a claim that is repeated because its answer was lost succeeds, one under a fixed run id does not', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const free = await push(server, 'gpu')
    const fixed = await push(server, 'gpu', { run_id: 'same' })
    await pop(server, 'gpu', null)
    await pop(server, 'gpu', null)
    expect([await ack(server, free, 'r1'), await ack(server, free, 'r1')]).toEqual([true, true])
    // Two agents that popped it one after the other would claim it under the same run id.
    expect([await ack(server, fixed, 'same'), await ack(server, fixed, 'same')]).toEqual([true, false])
  })

  test('an item that deletes inputs goes only to an agent that can, and those behind it do not wait for it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const deleting = await push(server, 'gpu', { overrides: { _slipway_removals: ['c.yaml:a'] } })
    const text = '"_slipway_removals":'
    const plain = await push(server, 'gpu', { overrides: { run_config: { text } } })
    const [stock, old, own] = [
      await anAgent(server, [queue.id]),
      await anAgent(server, [queue.id]),
      await anAgent(server, [queue.id], undefined, { features: ['input-removals'] }),
    ]
    expect((await pop(server, 'gpu', stock))?.runQueueItemId).toBe(plain)
    expect(await pop(server, 'gpu', stock)).toBeNull()
    expect(await pop(server, 'gpu', null)).toBeNull()
    expect(await lease(server, old)).toEqual([])
    expect(await lease(server, own)).toEqual([deleting])
  })

  test('an item that was never popped cannot be claimed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    expect(await ack(server, await push(server, 'gpu'), 'run1')).toBe(false)
  })

  test('a pop of an empty queue is answered by the push that comes while it is held', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const agent = await anAgent(server, [queue.id])
    const held = pop(server, 'gpu', agent, { waitSeconds: 15 })
    await until(
      () => Promise.resolve(server.server.services.runQueue.countWaiting(`queue:1`)),
      (count) => count === 1,
    )
    // A hold that nobody wakes ends with null.
    const itemId = await push(server, 'gpu')
    expect((await held)?.runQueueItemId).toBe(itemId)
  })

  test('a pop that nothing comes for is answered with null when its time has passed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const startedAt = performance.now()
    expect(await pop(server, 'gpu', null, { waitSeconds: 0.3 })).toBeNull()
    expect(performance.now() - startedAt).toBeGreaterThan(290)
  })

  test('a hold on one queue of an agent ends with null when another of its queues has work', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const [first, second] = [await aQueue(server, 'first'), await aQueue(server, 'second')]
    const agent = await anAgent(server, [first.id, second.id])
    const held = pop(server, 'first', agent, { waitSeconds: 15 })
    await until(
      () => Promise.resolve(server.server.services.runQueue.countWaiting('queue:1')),
      (count) => count === 1,
    )
    const itemId = await push(server, 'second')
    expect(await held).toBeNull()
    expect(await pop(server, 'first', agent, { waitSeconds: 15 })).toBeNull()
    expect((await pop(server, 'second', agent))?.runQueueItemId).toBe(itemId)
  })

  test('a client that hangs up leaves no waiter, and the next push goes to who still waits', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const waiting = () => Promise.resolve(server.server.services.runQueue.countWaiting('queue:1'))
    const gone = new AbortController()
    const lost = Array.from({ length: 5 }, () =>
      pop(server, 'gpu', null, { waitSeconds: 10, signal: gone.signal }).catch(() => 'gone'),
    )
    await until(waiting, (count) => count === 5)
    const held = pop(server, 'gpu', null, { waitSeconds: 15 })
    await until(waiting, (count) => count === 6)
    gone.abort()
    expect(await Promise.all(lost)).toEqual(Array.from({ length: 5 }, () => 'gone'))
    await until(waiting, (count) => count === 1)
    const itemId = await push(server, 'gpu')
    expect((await held)?.runQueueItemId).toBe(itemId)
  })

  test('a client that dies with its answer unread gives the item back at once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    // A socket that is paused before it connects never reads, as a program that hangs.
    const dying = connectPaused(server)
    dying.write(rawPop(server, 'gpu'))
    await until(
      () => Promise.resolve(server.server.services.runQueue.countWaiting('queue:1')),
      (count) => count === 1,
    )
    const itemId = await push(server, 'gpu')
    await until(
      () => item(server, itemId),
      ({ state }) => state === 'leased',
    )
    const held = pop(server, 'gpu', null, { waitSeconds: 15 })
    dying.destroy()
    expect((await held)?.runQueueItemId).toBe(itemId)
  })

  test('an item that was taken by a client that is gone before the answer goes back at once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const got: string[] = []
    for (let round = 0; round < 20; round++) {
      const itemId = await push(server, 'gpu')
      const dying = connectPaused(server)
      await new Promise<void>((resolve) => {
        dying.write(rawPop(server, 'gpu'), () => resolve())
      })
      dying.destroy()
      const popped = await pop(server, 'gpu', null, { waitSeconds: 15 })
      expect(popped?.runQueueItemId).toBe(itemId)
      got.push(itemId)
      expect(await ack(server, itemId, `run${round}`)).toBe(true)
    }
    expect(new Set(got).size).toBe(20)
  })

  test('a lease that is not claimed in time returns the item to its queue', async () => {
    const clock = aClock()
    await using server = await startTestServer({ database: await databases.create(), clock })
    const queue = await aQueue(server, 'gpu')
    const [slow, quick] = [await anAgent(server, [queue.id]), await anAgent(server, [queue.id])]
    const itemId = await push(server, 'gpu')
    await pop(server, 'gpu', slow)
    clock.advance(61_000)
    await until(
      () => item(server, itemId),
      ({ state }) => state === 'pending',
    )
    expect((await pop(server, 'gpu', quick))?.runQueueItemId).toBe(itemId)
    expect(await ack(server, itemId, 'slow', slow)).toBe(false)
    expect(await ack(server, itemId, 'quick', quick)).toBe(true)
  })

  test('a lease that has ended can still be claimed while nobody else took the item', async () => {
    const clock = aClock()
    await using server = await startTestServer({ database: await databases.create(), clock })
    const queue = await aQueue(server, 'gpu')
    const agent = await anAgent(server, [queue.id])
    const itemId = await push(server, 'gpu')
    await pop(server, 'gpu', agent)
    clock.advance(61_000)
    await until(
      () => item(server, itemId),
      ({ state }) => state === 'pending',
    )
    expect(await ack(server, itemId, 'late', agent)).toBe(true)
    expect(await pop(server, 'gpu', agent)).toBeNull()
  })

  test('stopping the server ends a hold at once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const held = pop(server, 'gpu', null, { waitSeconds: 15 })
    await until(
      () => Promise.resolve(server.server.services.runQueue.countWaiting('queue:1')),
      (count) => count === 1,
    )
    // Whatever is not answered within 10 s is cut.
    await server.server.stop()
    expect(await held).toBeNull()
  })

  test('items and claims outlive the server', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'slipway-restart-'))
    const database = await databases.create({ file: join(dataFolder, 'test.sqlite') })
    try {
      const first = await startTestServer({ database, config: { dataFolder } })
      await aQueue(first, 'gpu')
      const [waiting, claimed] = [await push(first, 'gpu'), await push(first, 'gpu')]
      await pop(first, 'gpu', null)
      await ack(first, waiting, 'run1')
      await first.server.stop()
      const second = await startTestServer({ database, config: { dataFolder } })
      const server = { ...second, request: withKey(second, first.apiKey) }
      expect(await item(server, waiting)).toMatchObject({ state: 'claimed', associatedRunId: 'run1' })
      expect((await pop(server, 'gpu', null))?.runQueueItemId).toBe(claimed)
      await second.server.stop()
    } finally {
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  })

  if (databases.engine === 'postgres') {
    test('an item that another row refers to just then is leased all the same', async () => {
      const database = await databases.create()
      await using server = await startTestServer({ database })
      await aQueue(server, 'gpu')
      const pushed = await push(server, 'gpu')
      const other = new Client({ connectionString: database.kind === 'postgres' ? database.connectionString : '' })
      await other.connect()
      try {
        // What a foreign key holds while its row is written.
        await other.query('begin')
        await other.query('select id from run_queue_item for key share')
        expect((await pop(server, 'gpu', null))?.runQueueItemId).toBe(pushed)
      } finally {
        await other.end()
      }
    })

    test('agents of two servers that empty one queue get each item once, and claims have one winner', async () => {
      const database = await databases.create()
      await using first = await startTestServer({ database })
      await using second = await startTestServer({ database })
      const servers = [first, { ...second, request: withKey(second, first.apiKey) }]
      await aQueue(first, 'gpu')
      const pushed = await Promise.all(Array.from({ length: 300 }, () => push(first, 'gpu')))
      const got: string[] = []
      await Promise.all(
        Array.from({ length: 10 }, async (_, index) => {
          const server = servers[index % 2] ?? first
          for (;;) {
            const popped = await pop(server, 'gpu', null)
            if (popped === null) return
            got.push(popped.runQueueItemId)
          }
        }),
      )
      expect(got.toSorted()).toEqual(pushed.toSorted())
      for (const itemId of pushed.slice(0, 30)) {
        const claims = servers.flatMap((server, index) => [0, 1].map((more) => ack(server, itemId, `${index}-${more}`)))
        expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1)
      }
    })

    test('a push at one server answers a pop that is held at another', async () => {
      const database = await databases.create()
      await using first = await startTestServer({ database })
      await using second = await startTestServer({ database })
      const here = { ...second, request: withKey(second, first.apiKey) }
      await aQueue(first, 'gpu')
      const held = pop(here, 'gpu', null, { waitSeconds: 15 })
      await until(
        () => Promise.resolve(second.server.services.runQueue.countWaiting('queue:1')),
        (count) => count === 1,
      )
      const itemId = await push(first, 'gpu')
      expect((await held)?.runQueueItemId).toBe(itemId)
    })
  }
})

function withKey(server: TestServer, apiKey: string): TestServer['request'] {
  return (query, variables, options) => server.request(query, variables, { apiKey, ...options })
}

function connectPaused(server: TestServer): Socket {
  const socket = new Socket()
  socket.pause()
  socket.on('error', () => undefined)
  return socket.connect(Number(new URL(server.url).port), '127.0.0.1')
}

function rawPop(server: TestServer, queueName: string): string {
  const body = JSON.stringify({
    query: 'mutation($input: PopFromRunQueueInput!) { popFromRunQueue(input: $input) { runQueueItemId runSpec } }',
    variables: { input: { entityName: 'admin', projectName: 'model-registry', queueName, waitSeconds: 10 } },
  })
  return [
    'POST /graphql HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `authorization: Bearer ${server.apiKey}`,
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}

async function lease(server: TestServer, launchAgentId: string): Promise<readonly string[]> {
  const answer = await server.request(
    `mutation($input: LeaseRunQueueItemsInput!) { leaseRunQueueItems(input: $input) { items { runQueueItemId } } }`,
    { input: { launchAgentId, limit: 5, waitSeconds: 0 } },
  )
  return answer.data.leaseRunQueueItems.items.map(
    (leased: { readonly runQueueItemId: string }) => leased.runQueueItemId,
  )
}
