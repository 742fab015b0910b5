import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { makeRun, readRun, send } from './testing/one-run.ts'

describeOnEachDatabase('the console lines of a run', (databases) => {
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
})
