import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeOnEachDatabase } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { startChildProgram, type ChildProgram } from './child-program.ts'
import { findFreePort } from './free-port.ts'

const KILLS = 8
const WRITERS = [null, 'alpha', 'beta'] as const
const ACKNOWLEDGED_BETWEEN_KILLS = 5

interface Target {
  readonly url: string
  readonly apiKey: string
}

/** Sends lines to a run without end, each request until it is acknowledged, as the client does. */
interface Writer {
  readonly run: string
  readonly name: string | null
  acknowledgedCount(): number
  stop(): Promise<void>
}

describeOnEachDatabase('a server that is killed while programs write to it', (databases) => {
  test('has every line that it acknowledged, in order and once, of one program and of several in one run', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-kills-'))
    const config = {
      host: '127.0.0.1',
      port: await findFreePort(),
      dataFolder: join(folder, 'data'),
      publicUrl: null,
      database: await databases.create({ file: join(folder, 'slipway.sqlite') }),
      popHoldSeconds: 1,
      leaseSeconds: 60,
      runTimeoutSeconds: 300,
      logLevel: 'silent',
    }
    const start = () => startChildProgram('server', [JSON.stringify(config)])
    let server: ChildProgram = await start()
    const target = JSON.parse(server.firstLine) as Target
    const writers: Writer[] = []
    try {
      for (const run of ['alone', 'shared']) {
        const query = `mutation { upsertBucket(input: {entityName: "admin", modelName: "p", name: "${run}"}) { inserted } }`
        await ask(target, query)
      }
      for (const name of WRITERS) writers.push(startWriter(target, name === null ? 'alone' : 'shared', name))
      for (let kill = 0; kill < KILLS; kill += 1) {
        // Every writer gets on before the next kill, which then comes at any moment of a request.
        const before = writers.map((writer) => writer.acknowledgedCount())
        await expect
          .poll(
            () =>
              writers.every(
                (writer, index) => writer.acknowledgedCount() > (before[index] ?? 0) + ACKNOWLEDGED_BETWEEN_KILLS,
              ),
            {
              interval: 1 + Math.random() * 40,
            },
          )
          .toBe(true)
        await server.kill()
        server = await start()
      }
      await Promise.all(writers.map((writer) => writer.stop()))
      for (const writer of writers) {
        const lines = await readLines(target, writer.run)
        const mine = lines.filter((line) => line.writer === writer.name)
        const held = mine.slice(0, writer.acknowledgedCount())
        expect(held).toEqual(held.map((_, line) => ({ writer: writer.name, line })))
        expect(held).toHaveLength(writer.acknowledgedCount())
        // A request that was under way may be there whole; a line that is there twice is not.
        expect(new Set(mine.map(({ line }) => line)).size).toBe(mine.length)
      }
    } finally {
      await Promise.all(writers.map((writer) => writer.stop()))
      await server.kill()
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  })
})

function startWriter(target: Target, run: string, name: string | null): Writer {
  let acknowledged = 0
  const stopping = new AbortController()
  const headers = {
    ...authorization(target),
    ...(name === null ? {} : { 'x-wandb-use-async-filestream': 'true', 'x-wandb-async-client-id': name }),
  }

  async function send(offset: number, count: number): Promise<boolean> {
    const content = Array.from({ length: count }, (_, index) => JSON.stringify({ writer: name, line: offset + index }))
    try {
      const response = await fetch(`${target.url}/files/admin/p/${run}/file_stream`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ files: { 'wandb-history.jsonl': { offset, content } } }),
      })
      await response.arrayBuffer()
      return response.ok
    } catch {
      // The server is being killed; the same lines are sent again.
      return false
    }
  }

  async function write(): Promise<void> {
    while (!stopping.signal.aborted) {
      const count = 1 + (acknowledged % 7)
      if (await send(acknowledged, count)) acknowledged += count
      else await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  const writing = write()
  return {
    run,
    name,
    acknowledgedCount: () => acknowledged,
    async stop() {
      stopping.abort()
      await writing
    },
  }
}

async function readLines(
  target: Target,
  run: string,
): Promise<readonly { readonly writer: string | null; readonly line: number }[]> {
  const query = `{ project(entityName: "admin", name: "p") { run(name: "${run}") { history(minStep: 0, maxStep: 1000000) } } }`
  const data = (await ask(target, query)) as {
    readonly project: { readonly run: { readonly history: readonly string[] } }
  }
  return data.project.run.history.map((text) => {
    const { writer, line } = JSON.parse(text) as { readonly writer: string | null; readonly line: number }
    return { writer, line }
  })
}

async function ask(target: Target, query: string): Promise<unknown> {
  const response = await fetch(`${target.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization(target) },
    body: JSON.stringify({ query }),
  })
  const { data, errors } = (await response.json()) as { readonly data: unknown; readonly errors?: unknown }
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

function authorization({ apiKey }: Target): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}` }
}
