import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { SEGMENT_LINES } from './compactor.ts'
import { beginRun, streamClient, type StreamClient } from './testing/stream-client.ts'

/** History lines of one program. */
const rowsOf = (writer: string, from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => JSON.stringify({ writer, _step: from + index }))

/** A console line as the client writes it: the time is that at which the program began it. */
const printed = (second: number, text: string): string =>
  `2026-01-02T03:04:${String(second).padStart(2, '0')}.123456 ${text}`

async function readText(client: StreamClient): Promise<readonly string[]> {
  return (await client.readLog()).map(({ line }) => line)
}

const byStep = (left: string, right: string): number => JSON.parse(left)._step - JSON.parse(right)._step

describeOnEachDatabase('programs that write to one run at once, each as if it were alone,', (databases) => {
  test('keep the rows of each, which are there once however often they are sent, and the run says so', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await beginRun(server, server.apiKey, { name: 'r' })
    const client = streamClient(server, 'r', server.apiKey)
    const sent = [
      [0, rowsOf('a', 0, 5)],
      [0, rowsOf('b', 0, 3)],
      [5, rowsOf('a', 5, 2)],
      [3, rowsOf('b', 3, 9)],
      [0, rowsOf('c', 0, 8)],
      [7, rowsOf('a', 7, 20)],
    ] as const
    for (const [offset, lines] of sent) expect((await client.history(offset, lines)).status).toBe(200)
    for (const [offset, lines] of sent.toReversed()) expect((await client.history(offset, lines)).status).toBe(200)
    const all = [...rowsOf('a', 0, 27), ...rowsOf('b', 0, 12), ...rowsOf('c', 0, 8)]
    const history = await client.readHistory()
    expect(history.toSorted()).toEqual(all.toSorted())
    expect(history.toSorted(byStep)).toEqual(history)
    const spec = JSON.stringify(JSON.stringify({ keys: ['_step', 'writer'], samples: 1000 }))
    const run = await client.read(`historyLineCount furtherWriters historyKeys sampledHistory(specs: [${spec}])`)
    expect(run.historyLineCount).toBe(47)
    expect(run.furtherWriters).toBe(2)
    expect(run.historyKeys.lastStep).toBe(26)
    expect(run.sampledHistory[0]).toEqual(history.map((line) => JSON.parse(line)))
  })

  test('keep system metrics, and find those again whose keys a client wrote in another order', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await beginRun(server, server.apiKey, { name: 'r' })
    const client = streamClient(server, 'r', server.apiKey)
    const events = (content: readonly string[]) =>
      client.send({ files: { 'wandb-events.jsonl': { offset: 0, content } } })
    await events(['{"_wandb":true,"system.cpu":NaN,"_runtime":1}', '{"_wandb":true,"system.cpu":2,"_runtime":2.5}'])
    await events(['{"_runtime":1,"system.cpu":NaN,"_wandb":true}', '{"system.cpu":2,"_runtime":2.50,"_wandb":true}'])
    expect((await client.read('furtherWriters eventsLineCount')).eventsLineCount).toBe(2)
    await events(['{"_wandb":true,"system.cpu":7,"_runtime":1}'])
    const run = await client.read('furtherWriters events(samples: 10)')
    expect(run.furtherWriters).toBe(1)
    expect(run.events).toEqual([
      '{"_wandb":true,"system.cpu":NaN,"_runtime":1}',
      '{"_wandb":true,"system.cpu":2,"_runtime":2.5}',
      '{"_wandb":true,"system.cpu":7,"_runtime":1}',
    ])
  })

  test('keep their console lines, and each rewrites its own', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await beginRun(server, server.apiKey, { name: 'r' })
    const client = streamClient(server, 'r', server.apiKey)
    await client.log(0, [printed(0, 'a0'), printed(1, 'a 10%')])
    await client.log(1, [printed(1, 'a 50%')])
    await client.log(0, [printed(2, 'b0'), printed(3, 'b 10%')])
    await client.log(1, [printed(1, 'a 90%'), printed(4, 'a2')])
    await client.log(1, [printed(3, 'b 90%'), printed(5, 'b2')])
    await client.log(2, [printed(5, 'b2'), printed(6, 'b3')])
    expect(await readText(client)).toEqual(['a0', 'a 90%', 'b0', 'b 90%', 'a2', 'b2', 'b3'])
    expect((await client.read('furtherWriters')).furtherWriters).toBe(1)
  })

  test('of one client that gives a rewritten console line a new time rewrite it nevertheless', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await beginRun(server, server.apiKey, { name: 'r' })
    const client = streamClient(server, 'r', server.apiKey)
    // As the older Python sender does: its lines end with a line feed.
    await client.log(0, [`${printed(0, '10%')}\n`])
    await client.log(0, [`${printed(1, '90%')}\n`])
    expect((await readText(client)).map((line) => line.trimEnd())).toEqual(['90%'])
    expect((await client.read('furtherWriters')).furtherWriters).toBe(0)
  })

  test('beside others in shared mode lose nothing either', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await beginRun(server, server.apiKey, { name: 'r' }, 'shared')
    const client = streamClient(server, 'r', server.apiKey)
    await client.history(0, rowsOf('s', 0, 4), { writer: 'shared' })
    await client.history(0, rowsOf('a', 0, 4))
    await client.history(4, rowsOf('s', 4, 4), { writer: 'shared' })
    await client.history(4, rowsOf('a', 4, 4))
    await client.history(4, rowsOf('s', 4, 4), { writer: 'shared' })
    await client.history(0, rowsOf('a', 0, 8))
    expect((await client.readHistory()).toSorted()).toEqual([...rowsOf('a', 0, 8), ...rowsOf('s', 0, 8)].toSorted())
  })

  test('leave gaps that are filled late, in segments too', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await beginRun(server, server.apiKey, { name: 'r' })
    const client = streamClient(server, 'r', server.apiKey)
    const count = SEGMENT_LINES + 500
    await client.history(0, rowsOf('a', 0, 100))
    await client.history(200, rowsOf('a', 200, count - 200))
    await client.history(50, rowsOf('b', 50, 300))
    await client.send({ complete: true, exitcode: 0 })
    expect((await client.readHistory()).length).toBe(count - 100 + 300)
    await client.history(100, rowsOf('a', 100, 100))
    await client.history(0, rowsOf('a', 0, count))
    // The other program's rows lie in the gap now, so those of the first one are behind all.
    expect((await client.readHistory()).toSorted()).toEqual(
      [...rowsOf('a', 0, count), ...rowsOf('b', 50, 300)].toSorted(),
    )
    const spec = JSON.stringify(JSON.stringify({ keys: ['_step'], samples: 100_000 }))
    expect((await client.read(`sampledHistory(specs: [${spec}])`)).sampledHistory[0]).toHaveLength(count + 300)
  })

  test('may send late, after another one has ended the run', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await beginRun(server, server.apiKey, { name: 'r' })
    const client = streamClient(server, 'r', server.apiKey)
    await client.history(0, rowsOf('a', 0, 4))
    await client.history(0, rowsOf('b', 0, 4))
    await client.send({ complete: true, exitcode: 0 })
    await client.history(0, rowsOf('b', 0, 9))
    await client.history(0, rowsOf('a', 0, 6))
    expect((await client.readHistory()).toSorted()).toEqual([...rowsOf('a', 0, 6), ...rowsOf('b', 0, 9)].toSorted())
  })

  test('leave a run that is resumed after the last row of the one that came furthest', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await beginRun(server, server.apiKey, { name: 'r' })
    const client = streamClient(server, 'r', server.apiKey)
    await client.history(0, rowsOf('a', 0, 4))
    await client.history(0, rowsOf('b', 0, 2))
    await client.history(4, rowsOf('a', 4, 6))
    await client.history(2, rowsOf('b', 2, 1))
    await client.send({ complete: true, exitcode: 0 })
    const run = await client.read('id historyLineCount historyTail')
    expect(run.historyLineCount).toBe(13)
    expect(run.historyTail).toBe(JSON.stringify(rowsOf('a', 9, 1)))
    await beginRun(server, server.apiKey, { id: run.id, name: 'r' })
    await client.history(13, rowsOf('c', 10, 3))
    await client.history(15, rowsOf('c', 12, 5))
    const all = [...rowsOf('a', 0, 10), ...rowsOf('b', 0, 3), ...rowsOf('c', 10, 7)]
    expect((await client.readHistory()).toSorted()).toEqual(all.toSorted())
  })

  test('leave a run that can be rewound, and begun anew, as one', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await beginRun(server, server.apiKey, { name: 'r' })
    const client = streamClient(server, 'r', server.apiKey)
    await client.history(0, rowsOf('a', 0, 8))
    await client.history(0, rowsOf('b', 0, 6))
    const { data } = await server.request(
      `mutation { rewindRun(input: {runName: "r", projectName: "p", metricName: "_step", metricValue: 3}) {
        rewoundRun { historyLineCount furtherWriters summaryMetrics } } }`,
    )
    const { rewoundRun } = data.rewindRun
    expect([rewoundRun.historyLineCount, rewoundRun.furtherWriters]).toEqual([8, 0])
    expect(JSON.parse(rewoundRun.summaryMetrics)._step).toBe(3)
    await client.history(8, rowsOf('c', 4, 2))
    const kept = [...rowsOf('a', 0, 4), ...rowsOf('b', 0, 4)]
    expect((await client.readHistory()).toSorted()).toEqual([...kept, ...rowsOf('c', 4, 2)].toSorted())
    await client.history(8, rowsOf('d', 4, 1))
    await client.send({ complete: true, exitcode: 0 })
    await beginRun(server, server.apiKey, { name: 'r' })
    expect((await client.read('historyLineCount furtherWriters')).furtherWriters).toBe(0)
    await client.history(11, rowsOf('e', 2, 3))
    await client.history(11, rowsOf('e', 2, 3))
    const early = kept.filter((line) => JSON.parse(line)._step < 2)
    expect((await client.readHistory()).toSorted()).toEqual([...early, ...rowsOf('e', 2, 3)].toSorted())
    expect((await client.read('furtherWriters')).furtherWriters).toBe(0)
  })

  test('may all begin an ended run anew at the same moment', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { apiKey } = server
    await beginRun(server, apiKey, { name: 'r' })
    const client = streamClient(server, 'r', apiKey)
    await client.history(0, rowsOf('old', 0, 7))
    await client.send({ complete: true, exitcode: 0 })
    const writers = ['a', 'b', 'c', 'd', 'e']
    await Promise.all(
      writers.map(async (writer) => {
        const { bucket } = await beginRun(server, apiKey, { name: 'r' })
        const rows = rowsOf(writer, 0, 4)
        const files = {
          'wandb-history.jsonl': { offset: bucket.historyLineCount, content: rows },
          'wandb-events.jsonl': { offset: 0, content: rows },
        }
        for (let time = 0; time < 2; time++) expect((await client.send({ files })).status).toBe(200)
      }),
    )
    const wanted = writers.flatMap((writer) => rowsOf(writer, 0, 4)).toSorted()
    expect((await client.readHistory()).toSorted()).toEqual(wanted)
    expect((await client.read('events(samples: 100)')).events.toSorted()).toEqual(wanted)
  })

  test('are at most a hundred: the next one is told what to do, and nothing of it is stored', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await beginRun(server, server.apiKey, { name: 'r' })
    const client = streamClient(server, 'r', server.apiKey)
    for (let writer = 0; writer < 100; writer++)
      expect((await client.history(0, rowsOf(String(writer), 0, 1))).status).toBe(200)
    const refused = await client.send({
      files: {
        'output.log': { offset: 0, content: ['x'] },
        'wandb-history.jsonl': { offset: 0, content: rowsOf('x', 0, 1) },
      },
    })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('mode=\\"shared\\"')
    expect(await client.read('historyLineCount logLineCount furtherWriters')).toEqual({
      historyLineCount: 100,
      logLineCount: 0,
      furtherWriters: 99,
    })
  })
})
