import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startBenchServer, type BenchServer } from './bench-server.ts'
import type { BenchmarkLine } from './benchmark-line.ts'
import { percentile, round } from './measuring.ts'

const execute = promisify(execFile)
const IMPORT_ROUNDS = 15
const SECONDS = 10
const TARGET_IMPORT_MS = 50
const TARGET_CALLS_PER_SECOND = 100_000
const TARGET_SHARE_PERCENT = 25
/** As in `sdk-log.main.ts`. */
const SLICE_MS = 10

/**
 * Measures the package of the SDK as it is published: what importing it adds to the start of an empty program, how many
 * times a second a program can log for a while, and what share of its time 100,000 calls a second take. All that was logged
 * has to be on the server in the end.
 */
export async function runSdkBenchmark(): Promise<BenchmarkLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-sdk-'))
  try {
    await execute(process.execPath, [
      fileURLToPath(new URL('../packages/sdk/scripts/pack.ts', import.meta.url)),
      folder,
    ])
    const sdk = join(folder, 'slipway-sdk', 'dist', 'index.js')
    const importing = await measureImport(folder, sdk)
    await using server = await startBenchServer({ dataFolder: folder })
    const flatOut = await measureLogging(server, folder, sdk, 'flat-out')
    const paced = await measureLogging(server, folder, sdk, 'paced')
    const callsPerSecond = Math.round(flatOut.calls / (flatOut.loggedMs / 1000))
    // A slice is what is logged in 10 ms. Its median is not disturbed by what else runs on the machine.
    const share = round((percentile(paced.slices, 0.5) / SLICE_MS) * 100)
    return [
      importing,
      {
        name: `sdk: log calls a second of 4 metrics, sustained for ${SECONDS} s, all on the server in the end`,
        value: callsPerSecond,
        unit: 'calls/s',
        target: TARGET_CALLS_PER_SECOND,
        holds: callsPerSecond >= TARGET_CALLS_PER_SECOND && flatOut.missing === 0,
        details: {
          calls: flatOut.calls,
          missing: flatOut.missing,
          sent_per_s: Math.round(flatOut.calls / (flatOut.wholeMs / 1000)),
          sent_after_ms: Math.round(flatOut.wholeMs - flatOut.loggedMs),
        },
      },
      {
        name: "sdk: share of a program's time that 100,000 log calls a second take",
        value: share,
        unit: '%',
        target: TARGET_SHARE_PERCENT,
        holds: share <= TARGET_SHARE_PERCENT && paced.missing === 0,
        details: {
          called_per_s: Math.round(paced.calls / (paced.loggedMs / 1000)),
          missing: paced.missing,
          p99_of_1000_calls_ms: round(percentile(paced.slices, 0.99)),
          sent_after_ms: Math.round(paced.wholeMs - paced.loggedMs),
        },
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureImport(folder: string, sdk: string): Promise<BenchmarkLine> {
  const [empty, importing] = [join(folder, 'empty.mjs'), join(folder, 'importing.mjs')]
  await writeFile(empty, '')
  await writeFile(importing, `import ${JSON.stringify(sdk)}\n`)
  const times: Record<string, number[]> = { [empty]: [], [importing]: [] }
  for (let count = 0; count < IMPORT_ROUNDS; count += 1) {
    for (const [program, measured] of Object.entries(times)) {
      const startedAt = performance.now()
      await execute(process.execPath, [program])
      measured.push(performance.now() - startedAt)
    }
  }
  const [emptyMs, importingMs] = [times[empty] ?? [], times[importing] ?? []].map((each) => percentile(each, 0.5))
  const value = round((importingMs ?? Number.NaN) - (emptyMs ?? Number.NaN))
  return {
    name: 'sdk: import, over an empty program',
    value,
    unit: 'ms',
    target: TARGET_IMPORT_MS,
    holds: value < TARGET_IMPORT_MS,
    details: { empty_program_ms: round(emptyMs ?? Number.NaN), rounds: IMPORT_ROUNDS },
  }
}

interface Logging {
  readonly calls: number
  /** How long a thousand calls took each time, in milliseconds. */
  readonly slices: readonly number[]
  readonly loggedMs: number
  readonly wholeMs: number
  /** Calls that are not on the server. */
  readonly missing: number
}

async function measureLogging(server: BenchServer, folder: string, sdk: string, mode: string): Promise<Logging> {
  const program = fileURLToPath(new URL('sdk-log.main.ts', import.meta.url))
  const { stdout } = await execute(process.execPath, [program, sdk, mode, mode, String(SECONDS)], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, WANDB_BASE_URL: server.url, WANDB_API_KEY: server.apiKey },
  })
  const logged = JSON.parse(stdout) as Omit<Logging, 'missing'>
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`api:${server.apiKey}`).toString('base64')}`,
    },
    body: JSON.stringify({ query: `{ project(name: "bench") { run(name: "${mode}") { historyLineCount state } } }` }),
  })
  const { data } = (await response.json()) as {
    readonly data: { readonly project: { readonly run: { readonly historyLineCount: number } } }
  }
  return { ...logged, missing: logged.calls - data.project.run.historyLineCount }
}
