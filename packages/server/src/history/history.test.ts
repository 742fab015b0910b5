import { gzipSync } from 'node:zlib'
import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { countStatements } from '../database/testing/count-statements.ts'
import { SEGMENT_LINES } from './compactor.ts'

async function makeRun(server: TestServer, name = 'r', input: Record<string, unknown> = {}): Promise<string> {
  const answer = await server.request(
    'mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { id } } }',
    { input: { modelName: 'p', name, ...input } },
  )
  return answer.data.upsertBucket.bucket.id
}

async function send(
  server: TestServer,
  body: unknown,
  options: { readonly run?: string; readonly headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(`${server.url}/files/admin/p/${options.run ?? 'r'}/file_stream`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`api:${server.apiKey}`).toString('base64')}`,
      'content-type': 'application/json',
      ...options.headers,
    },
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : typeof body === 'string' ? body : JSON.stringify(body),
  })
}

async function log(server: TestServer, offset: number, lines: readonly string[], run = 'r'): Promise<Response> {
  return send(server, { files: { 'wandb-history.jsonl': { offset, content: lines } } }, { run })
}

/** The spec of a page of the samples of `a`. */
function samplePage(minStep: number, maxStep: number): string {
  return JSON.stringify({ keys: ['a'], minStep, maxStep, samples: 4 })
}

async function readRun(server: TestServer, fields: string, variables: Record<string, unknown> = {}, name = 'r') {
  const answer = await server.request(
    `query(${variables['specs'] === undefined ? '' : '$specs: [JSONString!]!, '}$name: String!) {
      project(name: "p") { run(name: $name) { ${fields} } } }`,
    { name, ...variables },
  )
  expect(answer.errors).toBeUndefined()
  return answer.data.project.run
}

async function readSteps(server: TestServer): Promise<readonly number[]> {
  const { history } = await readRun(server, 'history(minStep: 0, maxStep: 1000000)')
  return history.map((line: string) => JSON.parse(line)._step)
}

const row = (step: number, metrics: Record<string, unknown> = {}) => JSON.stringify({ ...metrics, _step: step })
const rows = (from: number, count: number) => Array.from({ length: count }, (_, index) => row(from + index))

describeOnEachDatabase('history', (databases) => {
  test('lines of a repeated request overwrite, and their count stays', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(server, 0, rows(0, 5))
    await log(server, 3, rows(3, 4))
    await log(server, 3, rows(3, 4))
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect((await readRun(server, 'historyLineCount')).historyLineCount).toBe(7)
  })

  test('a write inside earlier lines changes just those', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(server, 0, rows(0, 10))
    await log(server, 4, [row(40), row(50)])
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 40, 50, 6, 7, 8, 9])
  })

  test('chunks may come out of order', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(server, 6, rows(6, 3))
    await log(server, 0, rows(0, 3))
    await log(server, 3, rows(3, 3))
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('two writers of one run at once leave every line in its place', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const writes = Array.from({ length: 40 }, (_, index) => log(server, index * 5, rows(index * 5, 10)))
    expect((await Promise.all(writes)).map(({ status }) => status)).toEqual(writes.map(() => 200))
    expect(await readSteps(server)).toEqual(Array.from({ length: 205 }, (_, index) => index))
  })

  test('a gzip body is taken, and one that expands without end is refused', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const body = { files: { 'wandb-history.jsonl': { offset: 0, content: rows(0, 3) } } }
    const headers = { 'content-encoding': 'gzip' }
    expect((await send(server, gzipSync(JSON.stringify(body)), { headers })).status).toBe(200)
    expect((await send(server, gzipSync(Buffer.alloc(80 * 1024 * 1024, ' ')), { headers })).status).toBe(413)
    expect((await send(server, Buffer.from('not gzip'), { headers })).status).toBe(400)
    expect((await send(server, '{}', { headers: { 'content-encoding': 'br' } })).status).toBe(400)
    expect(await readSteps(server)).toEqual([0, 1, 2])
  })

  test('a body that is wrong anywhere writes nothing', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const good = { offset: 0, content: rows(0, 2) }
    const bodies = [
      '{"files": ',
      '[]',
      { files: [] },
      { files: { 'wandb-history.jsonl': good, 'output.log': { offset: -1, content: ['x'] } } },
      { files: { 'wandb-history.jsonl': good, 'output.log': { offset: 1.5, content: ['x'] } } },
      { files: { 'wandb-history.jsonl': good, 'output.log': { offset: 0, content: [7] } } },
      { files: { 'wandb-history.jsonl': good, 'wandb-summary.json': { offset: 0, content: ['[1]'] } } },
      { files: { 'wandb-history.jsonl': good }, complete: true, exitcode: 'one' },
      { files: { 'wandb-history.jsonl': { offset: 0, content: [...good.content, 'not json'] } } },
      { files: { 'wandb-history.jsonl': { offset: 0, content: [...good.content, '[1]'] } } },
      { files: { 'wandb-events.jsonl': { offset: 0, content: [''] }, 'wandb-history.jsonl': good } },
      { files: { 'wandb-history.jsonl': { offset: 0, content: [`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`] } } },
    ]
    for (const body of bodies) expect((await send(server, body)).status).toBe(400)
    expect(await readRun(server, 'historyLineCount logLineCount state')).toEqual({
      historyLineCount: 0,
      logLineCount: 0,
      state: 'running',
    })
  })

  test('a run that does not exist, is deleted, or is of others cannot be written to', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const id = await makeRun(server)
    expect((await send(server, {}, { run: 'unknown' })).status).toBe(404)
    const bob = await server.addUser('bob')
    const headers = { authorization: `Basic ${Buffer.from(`api:${bob}`).toString('base64')}` }
    expect((await send(server, {}, { headers })).status).toBe(404)
    expect((await fetch(`${server.url}/files/admin/p/r/file_stream`, { method: 'POST' })).status).toBe(401)
    await server.request('mutation($id: ID!) { deleteRun(input: {id: $id}) { clientMutationId } }', { id })
    expect((await send(server, {})).status).toBe(410)
  })

  test('the answer says that a stop was asked for, and the run then ends as killed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const id = await makeRun(server)
    expect(await (await send(server, {})).json()).toEqual({})
    await server.request('mutation($id: ID!) { stopRun(input: {id: $id}) { success } }', { id })
    expect(await (await send(server, {})).json()).toEqual({ stopped: true })
    await send(server, { complete: true, exitcode: 255 })
    expect((await readRun(server, 'state')).state).toBe('killed')
  })

  test('what resuming needs is there: counts, last lines untouched, and the telemetry block', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server, 'r', { config: '{"_wandb":{"value":{"t":{"1":[1]},"m":[]}},"lr":{"value":NaN}}' })
    const untouched = '{ "_step":7,  "loss":1e-3 }'
    await log(server, 0, [row(6), untouched])
    await send(server, { files: { 'wandb-events.jsonl': { offset: 0, content: ['{"_runtime":3}'] } } })
    const run = await readRun(
      server,
      'historyLineCount eventsLineCount logLineCount historyTail eventsTail wandbConfig(keys: ["t"]) config',
    )
    expect(run).toEqual({
      historyLineCount: 2,
      eventsLineCount: 1,
      logLineCount: 0,
      historyTail: JSON.stringify([untouched]),
      eventsTail: '["{\\"_runtime\\":3}"]',
      wandbConfig: '{"t":{"1":[1]}}',
      config: '{"_wandb":{"value":{"t":{"1":[1]},"m":[]}},"lr":{"value":NaN}}',
    })
  })

  test('metric names are dotted and carry their latest values', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    expect((await readRun(server, 'historyKeys')).historyKeys).toBeNull()
    await log(server, 0, [
      '{"loss":0.5,"d":{"val1":1},"_step":0}',
      '{"loss":NaN,"img":{"_type":"image-file"},"_step":1}',
    ])
    expect((await readRun(server, 'historyKeys')).historyKeys).toEqual({
      lastStep: 1,
      keys: {
        _step: { previousValue: 1 },
        loss: { previousValue: 'NaN' },
        'd.val1': { previousValue: 1 },
        img: { previousValue: { _type: 'image-file' } },
      },
    })
  })

  test('a sample keeps the lowest and highest values, in segments and after them', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const count = SEGMENT_LINES * 2 + 100
    const spikes = new Map([
      [777, 1000],
      [SEGMENT_LINES + 5, -1000],
      [count - 10, 500],
    ])
    const lines = Array.from({ length: count }, (_, step) =>
      row(step, { loss: spikes.get(step) ?? Math.sin(step / 50) }),
    )
    for (let offset = 0; offset < count; offset += 1000) await log(server, offset, lines.slice(offset, offset + 1000))
    const { sampledHistory } = await readRun(server, 'sampledHistory(specs: $specs)', {
      specs: [JSON.stringify({ keys: ['_step', 'loss'], samples: 100 })],
    })
    const [sample] = sampledHistory
    expect(sample.length).toBeLessThanOrEqual(100)
    const values = sample.map(({ loss }: { loss: number }) => loss)
    expect(values).toEqual(expect.arrayContaining([1000, -1000, 500]))
    expect(sample.map(({ _step }: { _step: number }) => _step)).toEqual(
      sample.map(({ _step }: { _step: number }) => _step).toSorted((a: number, b: number) => a - b),
    )
    expect(sample.at(-1)._step).toBe(count - 1)
  })

  test('a sample shows each stretch without a finite value as a gap, and the finite extremes beside it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const special = new Map([
      [500, 'NaN'],
      [2600, 'Infinity'],
      [2601, '77'],
      [4100, '-Infinity'],
    ])
    const lines = Array.from(
      { length: 5000 },
      (_, step) => `{"loss":${special.get(step) ?? String(Math.sin(step / 50))},"_step":${step}}`,
    )
    await log(server, 0, lines)
    const { sampledHistory } = await readRun(server, 'sampledHistory(specs: $specs)', {
      specs: [JSON.stringify({ keys: ['_step', 'loss'], samples: 100 })],
    })
    expect(sampledHistory[0].length).toBeLessThanOrEqual(100)
    expect(sampledHistory[0]).toEqual(
      expect.arrayContaining([
        { _step: 500, loss: 'NaN' },
        { _step: 2600, loss: 'Infinity' },
        { _step: 2601, loss: 77 },
        { _step: 4100, loss: '-Infinity' },
      ]),
    )
  })

  test('a sample of a range has every row in it that has all keys, values of any type included', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(server, 0, [
      row(0, { a: 1, b: 'x' }),
      row(1, { a: 2 }),
      row(2, { a: 3, b: [1] }),
      row(3, { a: 4, b: null }),
    ])
    const { sampledHistory } = await readRun(server, 'sampledHistory(specs: $specs)', {
      specs: [
        JSON.stringify({ keys: ['a', 'b', '_step'], minStep: 0, maxStep: 2, samples: 10 }),
        JSON.stringify({ keys: ['missing'] }),
      ],
    })
    expect(sampledHistory).toEqual([
      [
        { a: 1, b: 'x', _step: 0 },
        { a: 3, b: [1], _step: 2 },
      ],
      [],
    ])
  })

  test('pages that name their last step, or the first of the next one, have each row once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(
      server,
      0,
      Array.from({ length: 10 }, (_, step) => row(step, { a: step })),
    )
    const newer = [samplePage(0, 3), samplePage(4, 7), samplePage(8, 10)]
    const older = [samplePage(0, 4), samplePage(4, 8), samplePage(8, 10)]
    for (const specs of [newer, older]) {
      const { sampledHistory } = await readRun(server, 'sampledHistory(specs: $specs)', { specs })
      expect(sampledHistory.flat().map(({ a }: { a: number }) => a)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    }
  })

  test('overwriting lines that are in a segment already changes what is drawn', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(
      server,
      0,
      rows(0, SEGMENT_LINES + 10).map((line, step) => line.replace('{', `{"v":${step % 7},`)),
    )
    await send(server, { complete: true, exitcode: 0 })
    await log(server, 100, [row(100, { v: 99 })])
    const { sampledHistory } = await readRun(server, 'sampledHistory(specs: $specs)', {
      specs: [JSON.stringify({ keys: ['_step', 'v'], samples: 50 })],
    })
    expect(sampledHistory[0].map(({ v }: { v: number }) => v)).toContain(99)
  })

  test('console lines show level and time, and rewritten lines replace the old', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const put = (offset: number, content: readonly string[]) =>
      send(server, { files: { 'output.log': { offset, content } } })
    await put(0, ['2026-01-02T03:04:05.123456 hello [x]', 'ERROR 2026-01-02T03:04:06.000000 oh', '10%'])
    await put(2, ['100%', '{"level":"error","ts":"2026-01-02T03:04:07.5","label":"w0","content":"deep"}'])
    const run = await readRun(
      server,
      'logLineCount logLines(first: 3) { edges { cursor node { number timestamp level label line } } pageInfo { hasNextPage endCursor } }',
    )
    expect(run.logLineCount).toBe(4)
    expect(run.logLines.edges.map(({ node }: { node: unknown }) => node)).toEqual([
      { number: 0, timestamp: '2026-01-02T03:04:05.123456Z', level: null, label: null, line: 'hello [x]' },
      { number: 1, timestamp: '2026-01-02T03:04:06.000000Z', level: 'error', label: null, line: 'oh' },
      { number: 2, timestamp: null, level: null, label: null, line: '100%' },
    ])
    expect(run.logLines.pageInfo.hasNextPage).toBe(true)
    const rest = await readRun(
      server,
      `logLines(first: 3, after: "${run.logLines.pageInfo.endCursor}") { edges { node { number level label line } } pageInfo { hasNextPage } }`,
    )
    expect(rest.logLines).toEqual({
      edges: [{ node: { number: 3, level: 'error', label: 'w0', line: 'deep' } }],
      pageInfo: { hasNextPage: false },
    })
    const tail = await readRun(server, 'logLines(last: 2) { edges { node { number } } }')
    expect(tail.logLines.edges).toEqual([{ node: { number: 2 } }, { node: { number: 3 } }])
  })

  test('a log is searched whatever the case and colours, for errors too, and read from any line on', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const content = Array.from({ length: 100 }, (_, line) => `2026-01-02T03:04:05.000000 line ${line}`)
    content[7] = '2026-01-02T03:04:05.000000 \u{1B}[1mE\u{1B}[31mpoch\u{1B}[0m 3'
    content[20] = 'ERROR 2026-01-02T03:04:05.000000  90%|#########| 9/10'
    content[50] = 'ERROR 2026-01-02T03:04:05.000000 Traceback (most recent call last):'
    content[52] = '2026-01-02T03:04:05.000000 ValueError: no'
    await send(server, { files: { 'output.log': { offset: 0, content } } })
    const run = await readRun(
      server,
      `epoch: logMatches(text: "epoch 3") { lines nextLine } errors: logMatches { lines } later: logMatches(text: "LINE 9", from: 91) { lines }
       logLines(from: 98) { edges { node { number } } }`,
    )
    expect(run.epoch).toEqual({ lines: [7], nextLine: null })
    expect(run.errors.lines).toEqual([50, 52])
    expect(run.later.lines).toEqual([91, 92, 93, 94, 95, 96, 97, 98, 99])
    expect(run.logLines.edges.map(({ node }: { node: { number: number } }) => node.number)).toEqual([98, 99])
  })

  test('a search that finds very much goes on where it stopped', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await send(server, {
      files: { 'output.log': { offset: 0, content: Array.from({ length: 12_000 }, () => 'same') } },
    })
    const { logMatches } = await readRun(server, 'logMatches(text: "same") { lines nextLine }')
    expect([logMatches.lines.length, logMatches.nextLine]).toEqual([10_000, 10_000])
    const rest = await readRun(server, 'logMatches(text: "same", from: 10000) { lines nextLine }')
    expect([rest.logMatches.lines.length, rest.logMatches.nextLine]).toEqual([2000, null])
  })

  test('many small console writes are merged without changing a line', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    for (let line = 0; line < 150; line++) {
      await send(server, { files: { 'output.log': { offset: line, content: [`line ${line}`] } } })
    }
    await send(server, { complete: true, exitcode: 0 })
    const { logLines } = await readRun(server, 'logLines(first: 1000) { edges { node { number line } } }')
    expect(logLines.edges).toEqual(
      Array.from({ length: 150 }, (_, number) => ({ node: { number, line: `line ${number}` } })),
    )
  })

  test('rewinding a run removes what it logged after the step, and it runs on', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(
      server,
      0,
      Array.from({ length: 10 }, (_, step) => row(step, { loss: step * 10 })),
    )
    await send(server, { complete: true, exitcode: 0 })
    const answer = await server.request(
      `mutation { rewindRun(input: {runName: "r", projectName: "p", metricName: "_step", metricValue: 4}) {
        rewoundRun { name historyLineCount state summaryMetrics } } }`,
    )
    expect(answer.data.rewindRun.rewoundRun).toEqual({
      name: 'r',
      historyLineCount: 5,
      state: 'running',
      summaryMetrics: '{"loss":40,"_step":4}',
    })
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 4])
  })

  test('a list of runs counts the lines of each with as many statements as a list of one', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) {
      await makeRun(server, name)
      await log(server, 0, rows(0, index), name)
      const events = rows(0, 5 - index)
      await send(server, { files: { 'wandb-events.jsonl': { offset: 0, content: events } } }, { run: name })
    }
    const ask = async (first: number) => {
      const answer = await server.request(
        `query($first: Int!) { project(name: "p") { runs(first: $first) {
          edges { node { historyLineCount eventsLineCount logLineCount } } } } }`,
        { first },
      )
      return answer.data.project.runs.edges.map(({ node }: { node: object }) => Object.values(node))
    }
    const ofOne = await countStatements(() => ask(1))
    const ofAll = await countStatements(() => ask(4))
    expect(ofAll).toBe(ofOne)
    expect(await ask(4)).toEqual([
      [0, 5, 0],
      [1, 4, 0],
      [2, 3, 0],
      [3, 2, 0],
    ])
  })

  test('the parts of a resumed run that are synchronised one after the other follow each other', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const begin = (): Promise<string> => makeRun(server, 'r', { config: '{"_wandb":{"value":{"t":{}}}}' })
    const count = async () => (await readRun(server, 'historyLineCount')).historyLineCount as number
    for (const part of [rows(0, 3), rows(3, 2), rows(5, 4)]) {
      await begin()
      const offset = await count()
      await log(server, offset, part.slice(0, 1))
      // The answer may have been lost, and the rest comes later.
      await log(server, offset, part.slice(0, 1))
      await log(server, offset + 1, part.slice(1))
      await send(server, { complete: true, exitcode: 0 })
    }
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('a part that is synchronised again replaces itself and what came after it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const begin = (): Promise<string> => makeRun(server, 'r', { config: '{"_wandb":{"value":{"t":{}}}}' })
    const live = async () => (await readRun(server, 'historyLineCount')).historyLineCount as number
    await begin()
    await log(server, 0, rows(0, 10))
    await send(server, { complete: true, exitcode: 0 })
    await begin()
    expect(await live()).toBe(10)
    await log(server, 10, [row(6, { again: 1 })])
    // The program that ran before, which did not notice.
    expect((await log(server, 1, rows(1, 1))).status).toBe(400)
    // A program that goes on after a restart of its own asks where it was.
    expect(await live()).toBe(11)
    await log(server, 11, [row(7, { again: 1 })])
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    await send(server, { complete: true, exitcode: 0 })
    expect(await live()).toBe(8)
    // One that counts its own lines from 0 on.
    await begin()
    await log(server, 0, [row(8)])
    await log(server, 1, [row(9)])
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('a forked run begins with the history of its source up to the step', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(server, 0, rows(0, 10))
    await makeRun(server, 'fork', {
      config: JSON.stringify({ _wandb: { value: { branch_point: { run_id: 'r', step: 3 } } } }),
    })
    expect((await readRun(server, 'historyLineCount', {}, 'fork')).historyLineCount).toBe(4)
  })

  test('rows of several writers without steps are numbered by their place', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(server, 0, ['{"a":1}', '{}', '{"a":3}'])
    const run = await readRun(server, 'history(minStep: 0, maxStep: 10) historyKeys')
    expect(run.history).toEqual(['{"_step":0,"a":1}', '{"_step":1}', '{"_step":2,"a":3}'])
    expect(run.historyKeys.lastStep).toBe(2)
  })

  test('system metrics are sampled evenly and the latest are shown', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const content = Array.from({ length: 100 }, (_, index) => `{"_wandb":true,"system.cpu":${index}}`)
    await send(server, { files: { 'wandb-events.jsonl': { offset: 0, content } } })
    const run = await readRun(server, 'events(samples: 3) systemMetrics')
    expect(run.events).toEqual([content[0], content[50], content[99]])
    expect(run.systemMetrics).toBe('{"system.cpu":99}')
  })

  test('a spec that is malformed is refused', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    for (const spec of ['[]', '{', '{"keys":[]}', '{"keys":["a"],"samples":"many"}']) {
      const answer = await server.request(
        'query($specs: [JSONString!]!) { project(name: "p") { run(name: "r") { sampledHistory(specs: $specs) } } }',
        { specs: [spec] },
      )
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('invalid-input')
    }
  })
})
