import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginRun, streamClient, type StreamClient } from './testing/stream-client.ts'

const CASES = 20
const MAX_LINE = 60

/** What a program, its network and its server may do. */
type Step =
  | { readonly kind: 'write'; readonly chunks: readonly Chunk[] }
  | { readonly kind: 'repeat'; readonly back: number }
  | { readonly kind: 'refused'; readonly chunk: Chunk }
  | { readonly kind: 'complete' }
  | { readonly kind: 'read' }
  | { readonly kind: 'restart' }

interface Chunk {
  readonly offset: number
  readonly count: number
}

const chunk: fc.Arbitrary<Chunk> = fc.record({
  offset: fc.nat(MAX_LINE),
  count: fc.integer({ min: 1, max: 12 }),
})

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      chunks: fc.array(chunk, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('repeat' as const), back: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refused' as const), chunk }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'complete' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'read' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
)

describeOnEachDatabase('a file stream', (databases) => {
  test('has each row that was acknowledged once, and the last text of each console line, whatever came in which order, twice, at once or around a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-stream-'))
    const database = await databases.create({ file: join(folder, 'test.sqlite') })
    const start = () => startTestServer({ database, config: { dataFolder: join(folder, 'data') } })
    let server: TestServer = await start()
    const { apiKey } = server
    let caseNumber = 0
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
          caseNumber += 1
          const name = `case-${caseNumber}`
          await beginRun(server, apiKey, { name })
          const model: Model = { rows: new Set(), texts: new Map() }
          const sent: Sent[] = []
          for (const [version, taken] of steps.entries()) {
            if (taken.kind === 'restart') {
              await server.stop()
              server = await start()
              continue
            }
            const answers = await take(streamClient(server, name, apiKey), taken, { version, model, sent })
            for (const [status, wanted] of answers) expect([taken, status]).toEqual([taken, wanted])
          }
          await expectModel(streamClient(server, name, apiKey), model)
        }),
        { numRuns: CASES },
      )
    } finally {
      await server.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  })
})

interface Sent extends Chunk {
  readonly version: number
}

/** What was acknowledged. */
interface Model {
  /** History lines: those of another version under the same number are of another program. */
  readonly rows: Set<string>
  /** The version of each console line: without times they are written anew. */
  readonly texts: Map<number, number>
}

interface Case {
  readonly version: number
  readonly model: Model
  readonly sent: Sent[]
}

/** Takes a step, and answers with each status that came and the one that should have come. */
async function take(
  client: StreamClient,
  taken: Exclude<Step, { kind: 'restart' }>,
  { version, model, sent }: Case,
): Promise<readonly (readonly [number, number])[]> {
  switch (taken.kind) {
    case 'write': {
      // All at once: where they overlap they hold the same lines, so that any order is right.
      const chunks = taken.chunks.map((one) => ({ ...one, version }))
      const answers = await Promise.all(chunks.map((one) => send(client, one)))
      for (const one of chunks) acknowledge(model, one)
      sent.push(...chunks)
      return answers.map(({ status }) => [status, 200])
    }
    case 'repeat': {
      const again = sent.at(-1 - taken.back)
      if (again === undefined) return []
      acknowledge(model, again)
      return [[(await send(client, again)).status, 200]]
    }
    case 'refused': {
      const { offset, count } = taken.chunk
      const lines = [...linesOf({ offset, count, version: -1 }), '{"_step":']
      return [[(await client.history(offset, lines)).status, 400]]
    }
    case 'complete':
      return [[(await client.send({ complete: true, exitcode: 0 })).status, 200]]
    case 'read':
      await expectModel(client, model)
      return []
  }
}

/** History and console lines in one request, so that both are written or none. */
function send(client: StreamClient, chunk: Sent): Promise<Response> {
  const { offset } = chunk
  return client.send({
    files: {
      'wandb-history.jsonl': { offset, content: linesOf(chunk) },
      'output.log': { offset, content: linesOf(chunk) },
    },
  })
}

function linesOf({ offset, count, version }: Sent): readonly string[] {
  return Array.from({ length: count }, (_, index) => lineOf(offset + index, version))
}

/** A line whose value tells its version; each third has no value, so that columns have holes. */
function lineOf(line: number, version: number): string {
  return JSON.stringify({ _step: line, ...(line % 3 === 0 ? {} : { v: version * 1000 + line }) })
}

function acknowledge({ rows, texts }: Model, { offset, count, version }: Sent): void {
  for (let line = offset; line < offset + count; line += 1) {
    rows.add(lineOf(line, version))
    texts.set(line, version)
  }
}

async function expectModel(client: StreamClient, { rows, texts }: Model): Promise<void> {
  const history = await client.readHistory()
  expect(history.toSorted()).toEqual([...rows].toSorted())
  const steps = history.map((line) => Number(JSON.parse(line)._step))
  expect(steps.toSorted((left, right) => left - right)).toEqual(steps)
  // What is drawn is kept beside the lines, sorted by metric.
  const spec = JSON.stringify(JSON.stringify({ keys: ['_step', 'v'], samples: 10_000 }))
  const run = await client.read(`historyLineCount furtherWriters sampledHistory(specs: [${spec}]) historyKeys`)
  // Lines that are missing in between count as well.
  expect(run.historyLineCount).toBeGreaterThanOrEqual(history.length)
  const drawn = history.map((line) => JSON.parse(line)).filter(({ v }) => v !== undefined)
  expect(run.sampledHistory[0].toSorted(byValue)).toEqual(drawn.toSorted(byValue))
  expect(Object.hasOwn(run.historyKeys?.keys ?? {}, 'v')).toBe(drawn.length > 0)
  const held = [...texts].toSorted(([left], [right]) => left - right)
  const log = held.map(([number, version]) => ({ number, line: lineOf(number, version) }))
  // Once there are several programs, a line has no place of its own before it comes.
  const shown = (lines: readonly { readonly number: number; readonly line: string }[]) =>
    run.furtherWriters === 0 ? lines : lines.map(({ line }) => line).toSorted()
  expect(shown(await client.readLog())).toEqual(shown(log))
}

function byValue(left: { readonly v: number }, right: { readonly v: number }): number {
  return left.v - right.v
}
