import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchmarkLine } from './benchmark-line.ts'
import { FIRST_STEP, makeTemplate, openRunWriter } from './history-load.ts'
import { percentile, round } from './measuring.ts'

const KEYS = 200
/** A tenth of a long run, which would take minutes and 8 GB; what is read does not grow with it but for the samples. */
const STEPS = 100_000
const LINES_PER_REQUEST = 500
const REPEATS = 7
const TARGET_MS = 100

/** What the public API and the charts ask of a run's history. */
const READS: Readonly<Record<string, (from: number) => readonly [string, readonly object[]]>> = {
  key_listing: () => ['historyKeys', []],
  sample_of_one_key: () => [SAMPLED, [{ keys: ['_step', 'metric_7'], samples: 500 }]],
  sample_of_ten_keys: () => [
    SAMPLED,
    [{ keys: ['_step', ...Array.from({ length: 10 }, (_, index) => `metric_${index * 3}`)], samples: 500 }],
  ],
  scan_of_1000_steps: (from) => [`history(minStep: ${from}, maxStep: ${from + 1000})`, []],
  scan_of_1000_steps_one_key: (from) => [
    SAMPLED,
    [{ keys: ['_step', 'metric_7'], minStep: from, maxStep: from + 999, samples: 1000 }],
  ],
}
const SAMPLED = 'sampledHistory(specs: $specs)'

/**
 * Measures how long it takes over HTTP to list, sample and scan the history of a run that logs 200 metrics in each step. The
 * slowest is the scan, an answer of 5.5 MB: parsing its lines, and those beside them, took two thirds of its time until
 * their steps were read from the column beside them.
 */
export async function runHistoryWideBenchmark(): Promise<BenchmarkLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-wide-'))
  const program = fileURLToPath(new URL('server.main.ts', import.meta.url))
  const server = spawn(process.execPath, [program, JSON.stringify({ dataFolder: folder })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [chunk] = (await once(server.stdout, 'data')) as [Buffer]
    const target = JSON.parse(chunk.toString()) as Target
    const writtenMs = await write(target)
    const medians: Record<string, number> = {}
    for (const [name, read] of Object.entries(READS)) {
      const [fields, specs] = read(FIRST_STEP + STEPS / 2)
      const times: number[] = []
      for (let repeat = 0; repeat < REPEATS; repeat += 1) times.push(await ask(target, fields, specs))
      medians[`${name}_ms`] = round(percentile(times, 0.5))
    }
    const value = Math.max(...Object.values(medians))
    return [
      {
        name: `history: ${STEPS} steps of ${KEYS} metrics, the slowest of key listing, samples and scans over HTTP`,
        value,
        unit: 'ms',
        target: TARGET_MS,
        holds: value < TARGET_MS,
        details: { ...medians, written_points_per_second: Math.round((STEPS * KEYS) / (writtenMs / 1000)) },
      },
    ]
  } finally {
    const exited = once(server, 'exit')
    server.kill('SIGTERM')
    await exited
    await rm(folder, { recursive: true, force: true })
  }
}

interface Target {
  readonly url: string
  readonly apiKey: string
}

async function write(target: Target): Promise<number> {
  await send(target, 'mutation { upsertBucket(input: {modelName: "bench", name: "wide"}) { inserted } }', {})
  const template = makeTemplate(
    LINES_PER_REQUEST,
    Array.from({ length: KEYS }, (_, index) => `metric_${index}`),
  )
  const writer = openRunWriter(target.url, target.apiKey, 'wide')
  const startedAt = performance.now()
  for (let line = 0; line < STEPS; line += LINES_PER_REQUEST) await writer.send(template.body(line))
  await writer.send('{"complete":true,"exitcode":0}')
  writer.close()
  // The first reading waits until what was put off is done.
  await ask(target, 'historyKeys', [])
  return performance.now() - startedAt
}

async function ask(target: Target, fields: string, specs: readonly object[]): Promise<number> {
  const startedAt = performance.now()
  const query = `query${specs.length === 0 ? '' : '($specs: [JSONString!]!)'} { project(name: "bench") { run(name: "wide") { ${fields} } } }`
  const length = await send(target, query, { specs: specs.map((spec) => JSON.stringify(spec)) })
  if (length < 1000) throw new Error(`The server answered with ${length} characters for ${fields}`)
  return performance.now() - startedAt
}

async function send(target: Target, query: string, variables: object): Promise<number> {
  const response = await fetch(`${target.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`api:${target.apiKey}`).toString('base64')}`,
    },
    body: JSON.stringify({ query, variables }),
  })
  const text = await response.text()
  if (text.startsWith('{"errors"') || !response.ok) throw new Error(`The server refused: ${text.slice(0, 300)}`)
  return text.length
}
