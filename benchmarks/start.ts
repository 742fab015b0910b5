import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BenchmarkLine } from './benchmark-line.ts'
import { percentile, round } from './measuring.ts'

const ROUNDS = 5
const TARGET_START_MS = 1000
const TARGET_MEMORY_MB = 150
/** Long enough for what a server does once after its start. */
const IDLE_MS = 3000

/**
 * Measures from the start of the process of a server with an empty data folder to its first answer at /ready, and the
 * memory that it holds when it then has nothing to do. As with the `slipway` command, Node keeps the compiled sources;
 * the first start ever, without them, is among the details.
 */
export async function runStartBenchmark(): Promise<BenchmarkLine[]> {
  const compileCache = await mkdtemp(join(tmpdir(), 'slipway-bench-compiled-'))
  const first = await startOnce(compileCache, false)
  const starts: number[] = []
  const memories: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured = await startOnce(compileCache, round === ROUNDS - 1)
    starts.push(measured.startMs)
    if (measured.memoryMb !== null) memories.push(measured.memoryMb)
  }
  await rm(compileCache, { recursive: true, force: true })
  const startMs = round(percentile(starts, 0.5))
  const memoryMb = round(memories[0] ?? Number.NaN)
  return [
    {
      name: 'server: process start to ready, empty data folder',
      value: startMs,
      unit: 'ms',
      target: TARGET_START_MS,
      holds: startMs < TARGET_START_MS,
      details: {
        slowest_ms: round(Math.max(...starts)),
        first_ever_ms: round(first.startMs),
        rounds: ROUNDS,
      },
    },
    {
      name: 'server: resident memory when idle',
      value: memoryMb,
      unit: 'MB',
      target: TARGET_MEMORY_MB,
      holds: memoryMb < TARGET_MEMORY_MB,
    },
  ]
}

async function startOnce(
  compileCache: string,
  measuresMemory: boolean,
): Promise<{ readonly startMs: number; readonly memoryMb: number | null }> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-start-'))
  const program = fileURLToPath(new URL('server.main.ts', import.meta.url))
  const startedAt = performance.now()
  const server = spawn(process.execPath, [program, JSON.stringify({ dataFolder: folder })], {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [chunk] = (await once(server.stdout, 'data')) as [Buffer]
    const { url } = JSON.parse(chunk.toString()) as { readonly url: string }
    const response = await fetch(`${url}/ready`)
    await response.text()
    const startMs = performance.now() - startedAt
    if (!measuresMemory) return { startMs, memoryMb: null }
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
    return { startMs, memoryMb: await readResidentMb(server.pid ?? 0) }
  } finally {
    const exited = once(server, 'exit')
    server.kill('SIGTERM')
    await exited
    await rm(folder, { recursive: true, force: true })
  }
}

/** The kernel's own count of what the process holds in memory. */
async function readResidentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(status)
  return Number(match?.[1] ?? Number.NaN) / 1024
}
