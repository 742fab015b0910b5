import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTestJob, startTestServer } from '@slipway/testkit'
import type { BenchmarkLine } from './benchmark-line.ts'
import { percentile, round } from './measuring.ts'

const ROUNDS = 20
const TARGET_MS = 200
const LEAVES = 500
const SLIPWAY = fileURLToPath(new URL('../packages/cli/bin/slipway.js', import.meta.url))

interface Place {
  readonly environment: Readonly<Record<string, string>>
  readonly cache: string
}

/**
 * Measures a completion as a shell asks for it, from the start of its process to its end, beside a server that runs: the path of
 * an input of a job with 500, which takes two questions to the server. Without an answer that was kept, which is the worst
 * case; with one, and for the name of a command, the times are among the details.
 */
export async function runCompletionBenchmark(): Promise<BenchmarkLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-completion-'))
  const server = await startTestServer()
  try {
    await createTestJob(server, {
      entityName: 'admin',
      projectName: 'bench',
      name: 'train',
      files: { 'train.sh': 'true' },
      entryPoint: ['sh', 'train.sh'],
      config: {
        trainer: Object.fromEntries(Array.from({ length: LEAVES }, (_item, index) => [`input_${index}`, index])),
      },
    })
    const cache = join(folder, 'cache')
    const environment = {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      XDG_CACHE_HOME: cache,
      SLIPWAY_URL: server.url,
      SLIPWAY_API_KEY: server.apiKey,
    }
    const place = { environment, cache }
    const input = ['launch', 'train', '--set', 'trainer.input_49']
    // The first one lets Node keep what it has compiled.
    await ask(place, input)
    const fresh = await measure(place, input, true)
    const kept = await measure(place, input, false)
    const command = await measure(place, ['que'], false)
    const value = round(percentile(fresh, 0.5))
    return [
      {
        name: 'completion: an input path of a job, whole process, warm server',
        value,
        unit: 'ms',
        target: TARGET_MS,
        holds: value < TARGET_MS,
        details: {
          slowest_ms: round(Math.max(...fresh)),
          kept_answer_p50_ms: round(percentile(kept, 0.5)),
          command_name_p50_ms: round(percentile(command, 0.5)),
          rounds: ROUNDS,
        },
      },
    ]
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(place: Place, words: readonly string[], isFresh: boolean): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    if (isFresh) await rm(place.cache, { recursive: true, force: true })
    const startedAt = performance.now()
    const output = await ask(place, words)
    times.push(performance.now() - startedAt)
    if (output.split('\n').length < 2) throw new Error(`Nothing was completed: ${output}`)
  }
  return times
}

async function ask({ environment }: Place, words: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [SLIPWAY, '__complete', 'bash', ...words], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  await once(child, 'close')
  return output
}
