import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

const UPSERT = `mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) {
  bucket { id name displayName config state notes tags historyLineCount project { name entity { name } } } inserted } }`
const READ = `query($name: String!) { project(name: "p") { run(name: $name) {
  id state exitcode summaryMetrics stopped config tags } } }`

async function upsert(server: TestServer, input: Record<string, unknown>, apiKey?: string) {
  return server.request(UPSERT, { input: { modelName: 'p', ...input } }, apiKey === undefined ? {} : { apiKey })
}

async function stream(server: TestServer, run: string, body: unknown, apiKey = server.apiKey): Promise<Response> {
  return fetch(`${server.url}/files/admin/p/${run}/file_stream`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

describeOnEachDatabase('runs', (databases) => {
  test('an upsert makes a run with a name for people, and a second one finds it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const first = (await upsert(server, { name: 'abc' })).data.upsertBucket
    expect(first.inserted).toBe(true)
    expect(first.bucket).toMatchObject({ name: 'abc', state: 'running', historyLineCount: 0 })
    expect(first.bucket.displayName).toMatch(/^[a-z]+-[a-z]+-1$/)
    expect(Buffer.from(first.bucket.id, 'base64').toString()).toBe('Run:v1:abc:p:admin')
    const second = (await upsert(server, { name: 'abc' })).data.upsertBucket
    expect(second).toMatchObject({ inserted: false, bucket: { displayName: first.bucket.displayName } })
  })

  test('a field that is null or absent stays as it is', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await upsert(server, { name: 'abc', config: '{"lr":{"value":0.1}}', notes: 'first', tags: ['a'] })
    const { bucket } = (await upsert(server, { name: 'abc', config: null, tags: null })).data.upsertBucket
    expect(bucket).toMatchObject({ config: '{"lr":{"value":0.1}}', notes: 'first', tags: ['a'] })
  })

  test('the exit code in the last file stream request ends the run', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await upsert(server, { name: 'good' })
    await upsert(server, { name: 'bad' })
    expect(
      await (
        await stream(server, 'good', {
          files: { 'wandb-summary.json': { offset: 0, content: ['{"a":1}', '{"a":2}'] } },
        })
      ).json(),
    ).toEqual({})
    await stream(server, 'good', { complete: true, exitcode: 0 })
    await stream(server, 'bad', { complete: true, exitcode: 3 })
    expect((await server.request(READ, { name: 'good' })).data.project.run).toMatchObject({
      state: 'finished',
      exitcode: 0,
      summaryMetrics: '{"a":2}',
    })
    expect((await server.request(READ, { name: 'bad' })).data.project.run).toMatchObject({
      state: 'failed',
      exitcode: 3,
    })
  })
})
