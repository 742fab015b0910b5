import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createTestJob, type GraphqlTestAnswer, requestGraphql } from '@slipway/testkit'
import { startBenchServer } from './bench-server.ts'
import type { BenchmarkLine } from './benchmark-line.ts'
import { percentile, round } from './measuring.ts'

const ROUNDS = 15
const TARGET_HELP_MS = 150
const TARGET_DRY_RUN_MS = 300
const GROUPS = 100
const LEAVES = 100
const SLIPWAY = fileURLToPath(new URL('../packages/cli/bin/slipway.js', import.meta.url))

/** Where a command runs. */
interface Place {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly folder: string
}

/**
 * Measures whole commands, from the start of their process to its end: `slipway --help`, and `slipway launch --dry-run` of
 * a job whose run config has 10,000 leaves, with a server that is ready. As for users, Node keeps the compiled sources; the
 * first command ever, without them, is among the details.
 */
export async function runCommandLineBenchmark(): Promise<BenchmarkLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-cli-'))
  const server = await startBenchServer({ dataFolder: join(folder, 'data') })
  try {
    const { url, apiKey } = server
    await prepare(url, apiKey)
    const place: Place = {
      folder,
      environment: {
        PATH: process.env['PATH'],
        HOME: folder,
        NODE_COMPILE_CACHE: join(folder, 'compiled'),
        SLIPWAY_URL: url,
        SLIPWAY_API_KEY: apiKey,
      },
    }
    return [
      await measure('command line: slipway --help', TARGET_HELP_MS, place, ['--help'], 'Capture a job once'),
      await measure(
        'command line: slipway launch --dry-run, 10,000 leaves',
        TARGET_DRY_RUN_MS,
        place,
        ['launch', 'train', 'group7.leaf42=0.5', 'group8.leaf1=2', '--dry-run'],
        'would be accepted; nothing was queued',
      ),
    ]
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(
  name: string,
  target: number,
  place: Place,
  words: readonly string[],
  expected: string,
): Promise<BenchmarkLine> {
  const first = await time(place, words, expected)
  const times: number[] = []
  for (let index = 0; index < ROUNDS; index += 1) times.push(await time(place, words, expected))
  const value = round(percentile(times, 0.5))
  const details = { slowest_ms: round(Math.max(...times)), first_ever_ms: round(first), rounds: ROUNDS }
  return { name, value, unit: 'ms', target, holds: value < target, details }
}

async function time(place: Place, words: readonly string[], expected: string): Promise<number> {
  const startedAt = performance.now()
  const command = spawn(process.execPath, [SLIPWAY, ...words], {
    cwd: place.folder,
    env: place.environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output, [exitCode]] = await Promise.all([text(command.stdout), once(command, 'close')])
  const took = performance.now() - startedAt
  if (exitCode !== 0 || !output.includes(expected)) {
    throw new Error(`Cannot measure "slipway ${words.join(' ')}": it ended with exit code ${String(exitCode)}.`)
  }
  return took
}

async function prepare(url: string, apiKey: string): Promise<void> {
  const request = (query: string, variables?: Record<string, unknown>): Promise<GraphqlTestAnswer> =>
    requestGraphql(url, apiKey, query, variables)
  await request(
    `mutation($config: JSONString!) { upsertRunQueue(input: {entityName: "admin", projectName: "model-registry",
      queueName: "default", resourceType: "local-process", resourceConfig: $config}) { success } }`,
    { config: JSON.stringify({ resource_args: { 'local-process': {} } }) },
  )
  const leaves = Array.from({ length: LEAVES }, (_item, leaf) => [`leaf${leaf}`, leaf / 8] as const)
  const config = Object.fromEntries(
    Array.from({ length: GROUPS }, (_item, group) => [`group${group}`, Object.fromEntries(leaves)]),
  )
  const job = {
    entityName: 'admin',
    projectName: 'bench',
    files: { 'train.sh': 'true\n' },
    entryPoint: ['sh', 'train.sh'],
  }
  await createTestJob({ request }, { ...job, name: 'train', config })
}
