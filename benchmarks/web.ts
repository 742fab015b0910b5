import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createTestJob, findChromium, startTestBrowser, startTestServer, type TestBrowser } from '@slipway/testkit'
import { webFolder } from '@slipway/web/dist-folder'
import type { BenchmarkLine } from './benchmark-line.ts'
import { percentile, round } from './measuring.ts'

const TARGET_KB = 350
const TARGET_FIRST_ROW_MS = 1500
const ROUNDS = 5
const JOBS = 30

/**
 * Measures the first page of the web application in Chromium: how much JavaScript it loads, compressed, until the list of
 * jobs stands, and the time from the request of the page to the first row. The server is in this process, and nothing is in
 * the browser's cache.
 */
export async function runWebBenchmark(): Promise<BenchmarkLine[]> {
  if (findChromium() === null) return []
  await using server = await startTestServer()
  for (let index = 0; index < JOBS; index += 1) {
    await createTestJob(server, {
      entityName: 'admin',
      projectName: 'bench',
      name: `job-${index}`,
      files: { 'main.py': '' },
      entryPoint: ['python', 'main.py'],
      config: { rate: 0.1 },
    })
  }
  await using browser = await startTestBrowser()
  const times: number[] = []
  let scripts: ReadonlySet<string> = new Set()
  for (let round = 0; round < ROUNDS; round += 1) {
    const opened = await openJobs(browser, server)
    times.push(opened.firstRowMs)
    scripts = opened.scripts
  }
  return [describeSize(scripts), describeTime(times)]
}

async function openJobs(browser: TestBrowser, server: Parameters<TestBrowser['openPage']>[0]) {
  await using tab = await browser.openPage(server, { path: '/assets/none' })
  const { page } = tab
  const scripts = new Set<string>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js')) scripts.add(pathname)
  })
  const startedAt = performance.now()
  await page.goto('/jobs', { waitUntil: 'commit' })
  await page.getByRole('row', { name: /job-/ }).first().waitFor()
  return { firstRowMs: performance.now() - startedAt, scripts }
}

const kilobytes = (sizes: readonly number[]): number => round(sizes.reduce((sum, size) => sum + size, 0) / 1000)

function describeSize(scripts: ReadonlySet<string>): BenchmarkLine {
  const known = new Set(readdirSync(join(webFolder, 'assets')))
  const files = [...scripts].map((path) => path.slice('/assets/'.length)).filter((name) => known.has(name))
  const bytes = files.map((name) => readFileSync(join(webFolder, 'assets', name)))
  const brotli = kilobytes(bytes.map((content) => brotliCompressSync(content).length))
  return {
    name: 'web initial: JavaScript until the list of jobs stands, brotli',
    value: brotli,
    unit: 'kB',
    target: TARGET_KB,
    holds: brotli < TARGET_KB,
    details: {
      gzip_kB: kilobytes(bytes.map((content) => gzipSync(content).length)),
      plain_kB: kilobytes(bytes.map((content) => content.length)),
      files: files.length,
    },
  }
}

function describeTime(times: readonly number[]): BenchmarkLine {
  const median = round(percentile(times, 0.5))
  return {
    name: 'web initial: request of the page to the first row of the list of jobs, p50',
    value: median,
    unit: 'ms',
    target: TARGET_FIRST_ROW_MS,
    holds: median < TARGET_FIRST_ROW_MS,
    details: { rounds: times.length, fastest_ms: round(Math.min(...times)), slowest_ms: round(Math.max(...times)) },
  }
}
