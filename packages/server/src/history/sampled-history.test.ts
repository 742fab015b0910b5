import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { SEGMENT_LINES } from './compactor.ts'
import { log, makeRun, readRun, row, rows, send } from './testing/one-run.ts'

/** The spec of a page of the samples of `a`. */
function samplePage(minStep: number, maxStep: number): string {
  return JSON.stringify({ keys: ['a'], minStep, maxStep, samples: 4 })
}

describeOnEachDatabase('what is drawn of a history', (databases) => {
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

  test('other lines under numbers that are in a segment already are drawn too', async () => {
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

  test('system metrics are sampled evenly and the latest are shown', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const content = Array.from({ length: 100 }, (_, index) => `{"_wandb":true,"system.cpu":${index}}`)
    await send(server, { files: { 'wandb-events.jsonl': { offset: 0, content } } })
    const run = await readRun(server, 'events(samples: 3) systemMetrics')
    expect(run.events).toEqual([content[0], content[50], content[99]])
    expect(run.systemMetrics).toBe('{"system.cpu":99}')
  })
})
