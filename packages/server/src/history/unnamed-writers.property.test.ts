import { describeOnEachDatabase, startTestServer, type TestDatabases, type TestServer } from '@slipway/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginRun, streamClient } from './testing/stream-client.ts'

const CASES = 25

/** What one program does next. */
interface Request {
  /** How many new lines it sends. */
  readonly count: number
  /** How many lines of its last request it sends along again, as when the answer to that was lost. */
  readonly together: number
  /** How often it repeats the request. */
  readonly repeats: number
  /** Whether an earlier request of its own arrives once more after this one. */
  readonly isFollowedByEarlier: boolean
}

const program: fc.Arbitrary<readonly Request[]> = fc.array(
  fc.record({
    count: fc.integer({ min: 1, max: 6 }),
    together: fc.nat(4),
    repeats: fc.nat(2),
    isFollowedByEarlier: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
)

const plan = fc.record({
  programs: fc.array(program, { minLength: 2, maxLength: 3 }),
  /** Which program sends its next request, and whether it arrives together with that of another one. */
  order: fc.array(fc.record({ position: fc.nat(2), isTogether: fc.boolean() }), { maxLength: 30 }),
  /** Whether a further program asks where the history ends before it begins, as the client does. */
  asksFirst: fc.boolean(),
})

/** On Postgres several servers share a database, and the programs of a run may reach different ones. */
async function startServers(databases: TestDatabases): Promise<readonly [TestServer, TestServer]> {
  const database = await databases.create()
  const first = await startTestServer({ database })
  return [first, databases.engine === 'postgres' ? await startTestServer({ database }) : first]
}

describeOnEachDatabase('two or three programs under one run id', (databases) => {
  test('have every acknowledged row once, and every console line as it was last, however their requests are mixed', async () => {
    const servers = await startServers(databases)
    await using _first = servers[0]
    await using _second = servers[1]
    let caseNumber = 0
    await fc.assert(
      fc.asyncProperty(plan, async ({ programs, order, asksFirst }) => {
        caseNumber += 1
        const name = `case-${caseNumber}`
        await beginRun(servers[0], servers[0].apiKey, { name })
        const senders = programs.map((requests, position) => {
          const client = streamClient(servers[position === 0 ? 0 : 1], name, servers[0].apiKey)
          return createSender(client, { position, requests, asksFirst: asksFirst && position > 0 })
        })
        let waiting: Promise<void>[] = []
        for (const { position, isTogether } of [...order, ...programs.flatMap(everyOneInTurn)]) {
          const sender = senders[position]
          if (sender === undefined) continue
          if (!isTogether || waiting.length >= senders.length) {
            await Promise.all(waiting)
            waiting = []
          }
          waiting.push(sender.sendNext())
        }
        await Promise.all(waiting)
        const client = streamClient(servers[0], name, servers[0].apiKey)
        const history = (await client.readHistory()).map((line) => JSON.parse(line))
        const log = await client.readLog()
        for (const [position, { sent }] of senders.entries()) {
          const rows = history.filter(({ writer }) => writer === position)
          expect(rows).toEqual(Array.from({ length: sent.lines }, (_, line) => ({ writer: position, _step: line })))
          const texts = log.map(({ line }) => line).filter((text) => text.startsWith(`writer ${position} `))
          const wanted = Array.from({ length: sent.lines }, (_, line) =>
            textOf(position, line, sent.versions[line] ?? 0),
          )
          expect(texts.toSorted()).toEqual(wanted.toSorted())
        }
        const total = senders.reduce((sum, { sent }) => sum + sent.lines, 0)
        const spec = JSON.stringify(JSON.stringify({ keys: ['_step', 'writer'], samples: 10_000 }))
        const run = await client.read(`historyLineCount eventsLineCount logLineCount sampledHistory(specs: [${spec}])`)
        expect(history).toHaveLength(total)
        expect([run.eventsLineCount, run.logLineCount]).toEqual([total, total])
        expect(run.historyLineCount).toBe(total)
        expect(run.sampledHistory[0]).toHaveLength(total)
      }),
      { numRuns: CASES },
    )
  })
})

function everyOneInTurn(requests: readonly Request[]): readonly { position: number; isTogether: boolean }[] {
  return requests.flatMap(() => [0, 1, 2].map((position) => ({ position, isTogether: position > 0 })))
}

interface Sender {
  readonly sent: { lines: number; versions: number[] }
  /** Sends the next request after those before, as a client does; nothing when there is none. */
  sendNext(): Promise<void>
}

function createSender(
  client: ReturnType<typeof streamClient>,
  {
    position,
    requests,
    asksFirst,
  }: { readonly position: number; readonly requests: readonly Request[]; readonly asksFirst: boolean },
): Sender {
  const sent: Sender['sent'] = { lines: 0, versions: [] }
  const earlier: object[] = []
  const left = [...requests]
  let firstLine: number | null = asksFirst ? null : 0
  let before: Promise<void> = Promise.resolve()

  async function sendOne(): Promise<void> {
    const next = left.shift()
    if (next === undefined) return
    firstLine ??= (await client.read('historyLineCount')).historyLineCount as number
    const { lines, versions } = sent
    const from = Math.max(lines - next.together, 0)
    const numbers = Array.from({ length: lines + next.count - from }, (_, index) => from + index)
    const version = earlier.length
    for (const number of numbers) versions[number] = version
    const rows = numbers.map((number) => JSON.stringify({ writer: position, _step: number }))
    // Only the console begins at line 0 for whoever does not resume, and the system metrics do.
    const body = (texts: readonly string[]) => ({
      files: {
        'wandb-history.jsonl': { offset: Number(firstLine) + from, content: rows },
        'wandb-events.jsonl': { offset: from, content: rows },
        ...(texts.length === 0 ? {} : { 'output.log': { offset: from, content: texts } }),
      },
    })
    const request = body(numbers.map((number) => lineOf(position, number, version)))
    for (let time = 0; time <= next.repeats; time += 1) expect((await client.send(request)).status).toBe(200)
    // A late repeat of an earlier request: its console lines would bring back old texts, which no client does.
    const again = next.isFollowedByEarlier ? earlier.at(-1) : undefined
    if (again !== undefined) expect((await client.send(again)).status).toBe(200)
    earlier.push(body([]))
    sent.lines = lines + next.count
  }

  return {
    sent,
    sendNext() {
      before = before.then(sendOne)
      return before
    },
  }
}

function textOf(position: number, line: number, version: number): string {
  return `writer ${position} line ${line} version ${version}`
}

/** As the client writes a line: with the time at which it was begun, which rewriting leaves. */
function lineOf(position: number, line: number, version: number): string {
  const microseconds = String(line * 10 + position).padStart(6, '0')
  return `2026-01-02T03:04:05.${microseconds} ${textOf(position, line, version)}`
}
