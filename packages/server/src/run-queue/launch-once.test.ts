import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { aQueue, tryPush } from './testing/run-queue-fixture.ts'

const COUNT = '{ entity(name: "admin") { runQueueItems(first: 100) { totalCount } } }'

async function countItems(server: TestServer): Promise<number> {
  return (await server.request(COUNT)).data.entity.runQueueItems.totalCount
}

describeOnEachDatabase('a launch with a key', (databases) => {
  test('is queued once, however often and however much at once it is sent', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => tryPush(server, 'gpu', {}, { launchKey: 'one-click' })),
    )
    const late = await tryPush(server, 'gpu', {}, { launchKey: 'one-click' })
    const ids = [...answers, late].map(({ data }) => data.pushToRunQueueByName.runQueueItemId)
    expect(new Set(ids).size).toBe(1)
    expect(late.data.pushToRunQueueByName.runQueueItem.state).toBe('pending')
    expect(await countItems(server)).toBe(1)
    await tryPush(server, 'gpu', {}, { launchKey: 'another-click' })
    await tryPush(server, 'gpu')
    await tryPush(server, 'gpu')
    expect(await countItems(server)).toBe(4)
  })

  test('another launch under the same key is refused, and a key belongs to its user', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    await tryPush(server, 'gpu', {}, { launchKey: 'k' })
    const other = await tryPush(server, 'gpu', { name: 'other' }, { launchKey: 'k' })
    expect(other.errors?.[0]).toMatchObject({
      message:
        'Cannot launch on run queue "gpu": another launch was sent under the key "k". Send this one under a new key.',
      extensions: { code: 'conflict' },
    })
    expect(await countItems(server)).toBe(1)
    const ann = await server.addUser('ann')
    const place = { entityName: 'admin', projectName: 'model-registry', queueName: 'gpu', runSpec: '{}' }
    const stranger = await server.request(
      'mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }',
      { input: { ...place, launchKey: 'k' } },
      { apiKey: ann },
    )
    expect(stranger.errors?.[0]?.extensions?.['code']).toBe('not-found')
  })

  test('a refused launch does not use up its key', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const refused = await tryPush(server, 'gpu', { project: 'a/b' }, { launchKey: 'k' })
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('invalid-input')
    const answer = await tryPush(server, 'gpu', {}, { launchKey: 'k' })
    expect(answer.errors).toBeUndefined()
    const wrong = await tryPush(server, 'gpu', {}, { launchKey: 'a key' })
    expect(wrong.errors?.[0]?.message).toContain('a launch key has 1 to 100 letters')
  })
})
