import { describeOnEachDatabase, startTestServer, type TestDatabases, type TestServer } from '@slipway/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginRun, streamClient } from './testing/stream-client.ts'

const WRITERS = ['alpha', 'beta', 'gamma'] as const

/** On Postgres several servers share a database, and the programs of a run may reach different ones. */
async function startServers(databases: TestDatabases): Promise<readonly [TestServer, TestServer]> {
  const database = await databases.create()
  const first = await startTestServer({ database })
  return [first, databases.engine === 'postgres' ? await startTestServer({ database }) : first]
}

describeOnEachDatabase('several programs that write to one run in shared mode', (databases) => {
  test('lose no line, though each numbers its own from 0, repeats requests, and all send at once', async () => {
    const [first, second] = await startServers(databases)
    await using _first = first
    await using _second = second
    const { apiKey } = first
    let caseNumber = 0
    const sizes = fc.array(
      fc.record({ count: fc.integer({ min: 1, max: 5 }), repeats: fc.nat(2), together: fc.nat(3) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    await fc.assert(
      fc.asyncProperty(fc.tuple(sizes, sizes, sizes), async (plans) => {
        caseNumber += 1
        const name = `case-${caseNumber}`
        const sent = await Promise.all(
          plans.map(async (requests, position) => {
            const writer = WRITERS[position] ?? 'alpha'
            const server = position === 0 ? first : second
            const client = streamClient(server, name, apiKey)
            await beginRun(server, apiKey, { name }, writer)
            let line = 0
            for (const { count, repeats, together } of requests) {
              // A request may hold again what an earlier one held, when that one's answer was lost.
              const from = Math.max(line - together, 0)
              const content = Array.from({ length: line + count - from }, (_, index) => row(writer, from + index))
              for (let time = 0; time <= repeats; time += 1) {
                const body = {
                  files: { 'wandb-history.jsonl': { offset: from, content }, 'output.log': { offset: from, content } },
                }
                expect((await client.send(body, { writer })).status).toBe(200)
              }
              line += count
            }
            return Array.from({ length: line }, (_, index) => row(writer, index))
          }),
        )
        const client = streamClient(second, name, apiKey)
        const history = (await client.readHistory()).map((text) => JSON.parse(text))
        expect(history.map(({ _step }) => _step)).toEqual(history.map((_, index) => index))
        const log = await client.readLog()
        for (const [position, lines] of sent.entries()) {
          const mine = ({ writer }: { writer?: string }) => writer === WRITERS[position]
          expect(history.filter(mine).map(({ writer, line }) => JSON.stringify({ writer, line }))).toEqual(lines)
          expect(log.map(({ line }) => line).filter((text) => mine(JSON.parse(text)))).toEqual(lines)
        }
        expect(history).toHaveLength(sent.flat().length)
        expect(log).toHaveLength(sent.flat().length)
      }),
      { numRuns: 12 },
    )
  })

  test('rewrite their own console lines where those are', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await beginRun(server, server.apiKey, { name: 'r' }, 'alpha')
    const client = streamClient(server, 'r', server.apiKey)
    await client.log(0, ['a0', 'a1 10%'], { writer: 'alpha' })
    await client.log(0, ['b0 10%'], { writer: 'beta' })
    await client.log(2, ['a2'], { writer: 'alpha' })
    await client.log(1, ['a1 90%', 'a2 anew', 'a3'], { writer: 'alpha' })
    await client.log(0, ['b0 90%', 'b1'], { writer: 'beta' })
    expect((await client.readLog()).map(({ line }) => line)).toEqual(['a0', 'a1 90%', 'b0 90%', 'a2 anew', 'a3', 'b1'])
  })

  test('each keep their part of config and summary', async () => {
    const [first, second] = await startServers(databases)
    await using _first = first
    await using _second = second
    const notes = { t: { '1': [1] }, m: [{ '1': 'loss' }], e: { alpha: { os: 'x' } } }
    await beginRun(first, first.apiKey, { name: 'r', config: config('lr', 0.1, notes) }, 'alpha')
    await Promise.all([
      beginRun(
        second,
        first.apiKey,
        { name: 'r', config: config('rank', 1, { t: { '1': [2] }, m: [], e: { beta: {} } }) },
        'beta',
      ),
      beginRun(first, first.apiKey, { name: 'r', config: config('size', 2, { e: { gamma: {} } }) }, 'gamma'),
    ])
    const client = streamClient(first, 'r', first.apiKey)
    const summary = (text: string, writer: string) =>
      client.send({ files: { 'wandb-summary.json': { offset: 0, content: [text] } } }, { writer })
    await Promise.all([
      summary('{"loss":NaN,"node":{"a":1},"img":{"_type":"image-file","old":1},"_wandb":{"runtime":3}}', 'alpha'),
      summary('{"acc":0.5,"node":{"b":2},"_wandb":{"runtime":3}}', 'beta'),
    ])
    await summary('{"img":{"_type":"image-file","path":"b"},"loss":Infinity}', 'beta')
    const run = await client.read('config summaryMetrics')
    expect(JSON.parse(run.config)).toEqual({
      lr: { value: 0.1 },
      rank: { value: 1 },
      size: { value: 2 },
      _wandb: {
        value: { t: { '1': [2] }, m: [{ '1': 'loss' }], e: { alpha: { os: 'x' }, beta: {}, gamma: {} } },
      },
    })
    expect(run.summaryMetrics).toContain('"loss":Infinity')
    expect(JSON.parse(run.summaryMetrics.replace('Infinity', '"inf"'))).toEqual({
      loss: 'inf',
      acc: 0.5,
      node: { a: 1, b: 2 },
      img: { _type: 'image-file', path: 'b' },
      _wandb: { runtime: 3 },
    })
  })

  test('begin and end in any order: one that begins late adds, and last words do not bring an ended run back', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { apiKey } = server
    const client = streamClient(server, 'r', apiKey)
    const state = async () => (await client.read('state')).state
    await beginRun(server, apiKey, { name: 'r' }, 'alpha')
    await beginRun(server, apiKey, { name: 'r' }, 'beta')
    await client.history(0, ['{"a":1}', '{"a":2}'], { writer: 'alpha' })
    await client.log(0, ['from alpha'], { writer: 'alpha' })
    await client.send({ complete: true, exitcode: 0 }, { writer: 'alpha' })
    expect(await state()).toBe('finished')
    await beginRun(server, apiKey, { name: 'r', config: '{"_wandb":{"value":{"t":{"2":[1]}}}}' }, 'beta')
    await client.history(0, ['{"b":1}'], { writer: 'beta' })
    expect(await state()).toBe('finished')
    await beginRun(server, apiKey, { name: 'r' }, 'gamma')
    expect(await state()).toBe('running')
    await client.history(0, ['{"c":1}'], { writer: 'gamma' })
    await client.send({ complete: true, exitcode: 0 }, { writer: 'gamma' })
    expect(await client.readHistory()).toEqual([
      '{"_step":0,"a":1}',
      '{"_step":1,"a":2}',
      '{"_step":2,"b":1}',
      '{"_step":3,"c":1}',
    ])
    expect(await client.readLog()).toEqual([{ number: 0, line: 'from alpha' }])
  })

  test('find their lines again after the run was rewound, and forget those that went', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { apiKey } = server
    const client = streamClient(server, 'r', apiKey)
    await beginRun(server, apiKey, { name: 'r' }, 'alpha')
    await client.history(0, ['{"a":0}', '{"a":1}', '{"a":2}'], { writer: 'alpha' })
    await client.history(0, ['{"b":0}'], { writer: 'beta' })
    await server.request(
      'mutation { rewindRun(input: {runName: "r", projectName: "p", metricName: "_step", metricValue: 1}) { rewoundRun { name } } }',
    )
    await client.history(0, ['{"b":0}'], { writer: 'beta' })
    await client.history(1, ['{"a":11}', '{"a":12}'], { writer: 'alpha' })
    expect(await client.readHistory()).toEqual([
      '{"_step":0,"a":0}',
      '{"_step":1,"a":11}',
      '{"_step":2,"b":0}',
      '{"_step":3,"a":12}',
    ])
  })

  test('are refused by an id that is no id', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await beginRun(server, server.apiKey, { name: 'r' })
    const client = streamClient(server, 'r', server.apiKey)
    expect((await client.history(0, ['{}'], { writer: 'x'.repeat(200) })).status).toBe(400)
  })
})

function config(key: string, value: unknown, notes: object): string {
  return JSON.stringify({ [key]: { value }, _wandb: { value: notes } })
}

function row(writer: string, line: number): string {
  return JSON.stringify({ writer, line })
}
