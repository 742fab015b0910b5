import { request as httpRequest } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { beginRun, streamClient, type StreamClient } from './testing/stream-client.ts'

const rows = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => JSON.stringify({ _step: from + index }))

const history = (offset: number, content: readonly string[]) => ({
  files: { 'wandb-history.jsonl': { offset, content } },
})

async function readCounts(client: StreamClient): Promise<unknown> {
  return client.read('historyLineCount eventsLineCount logLineCount state summaryMetrics')
}

const NOTHING = { historyLineCount: 0, eventsLineCount: 0, logLineCount: 0, state: 'running', summaryMetrics: '{}' }

async function withRun(server: TestServer): Promise<StreamClient> {
  await beginRun(server, server.apiKey, { name: 'r' })
  return streamClient(server, 'r', server.apiKey)
}

describeOnEachDatabase('a file stream request', (databases) => {
  test('whose gzip body is broken off anywhere writes nothing, and is taken whole afterwards', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const client = await withRun(server)
    const body = gzipSync(JSON.stringify(history(0, rows(0, 200))))
    const headers = { 'content-encoding': 'gzip' }
    for (const length of [1, 5, 11, Math.floor(body.length / 2), body.length - 8, body.length - 1]) {
      const answer = await client.send(body.subarray(0, length), { headers })
      expect([length, answer.status]).toEqual([length, 400])
    }
    expect(await readCounts(client)).toEqual(NOTHING)
    expect((await client.send(body, { headers })).status).toBe(200)
    expect(await client.readHistory()).toEqual(rows(0, 200))
  })

  test('whose connection is lost in the middle of the body writes nothing', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const client = await withRun(server)
    const body = Buffer.from(JSON.stringify({ ...history(0, rows(0, 10)), complete: true, exitcode: 0 }))
    const outgoing = httpRequest(`${server.url}/files/admin/p/r/file_stream`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`api:${server.apiKey}`).toString('base64')}`,
        'content-length': body.length + 1,
      },
    })
    const closed = new Promise((resolve) => outgoing.once('close', resolve))
    outgoing.on('error', () => {})
    // All of the JSON, but not all of the bytes that were announced.
    await new Promise<void>((resolve) => outgoing.write(body, () => resolve()))
    outgoing.destroy()
    await closed
    expect((await client.send({})).status).toBe(200)
    expect(await readCounts(client)).toEqual(NOTHING)
  })

  test('that is larger than the limit is refused, plain or expanded, and writes nothing', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const client = await withRun(server)
    const large = JSON.stringify(history(0, [`{"a":"${'x'.repeat(64 * 1024 * 1024)}"}`]))
    expect((await client.send(large)).status).toBe(413)
    expect((await client.send(gzipSync(large), { headers: { 'content-encoding': 'gzip' } })).status).toBe(413)
    expect(await readCounts(client)).toEqual(NOTHING)
  })

  test('that is right in one file and wrong in another writes neither, whichever comes first', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const client = await withRun(server)
    const good = { offset: 0, content: rows(0, 3) }
    const wrong = { offset: 0, content: ['{"a":1}', '{"a":'] }
    const bodies = [
      { files: { 'wandb-history.jsonl': wrong, 'wandb-events.jsonl': good, 'output.log': good } },
      { files: { 'output.log': good, 'wandb-events.jsonl': wrong, 'wandb-history.jsonl': good } },
      { files: { 'output.log': good, 'wandb-history.jsonl': { offset: 2_000_000, content: rows(0, 1) } } },
      { files: { 'output.log': good, 'wandb-summary.json': { offset: 0, content: ['{"a":1'] } } },
      { files: { 'wandb-history.jsonl': { offset: 2 ** 40, content: rows(0, 1) }, 'output.log': good } },
      { files: { 'output.log': good }, complete: true, exitcode: 1.5 },
    ]
    for (const body of bodies) expect((await client.send(body)).status).toBe(400)
    expect(await readCounts(client)).toEqual(NOTHING)
  })

  test('beyond the last line leaves a gap that is filled later, and a far one is refused', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const client = await withRun(server)
    expect((await client.send(history(1000, rows(1000, 5)))).status).toBe(200)
    expect((await client.read('historyLineCount')).historyLineCount).toBe(1005)
    expect(await client.readHistory()).toEqual(rows(1000, 5))
    expect((await client.send(history(2_000_000, rows(0, 1)))).status).toBe(400)
    await client.send({ complete: true, exitcode: 0 })
    expect((await client.send(history(0, rows(0, 1000)))).status).toBe(200)
    expect(await client.readHistory()).toEqual(rows(0, 1005))
    const [sample] = (await client.read('sampledHistory(specs: ["{\\"keys\\":[\\"_step\\"],\\"samples\\":2000}"])'))
      .sampledHistory
    expect(sample).toHaveLength(1005)
  })

  test('that comes twenty times at once is there once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const client = await withRun(server)
    await client.send(history(0, rows(0, 2)))
    const body = { ...history(2, rows(2, 30)), complete: true, exitcode: 3 }
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.send(body)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(await client.readHistory()).toEqual(rows(0, 32))
    // A repeated last request changes nothing of the end either.
    const end = await client.read('state exitcode endedAt')
    expect((await client.send({ complete: true, exitcode: 0 })).status).toBe(200)
    expect(await client.read('state exitcode endedAt')).toEqual({ ...end, state: 'failed', exitcode: 3 })
  })
})
