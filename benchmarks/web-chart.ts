import { startTestBrowser, startTestServer, type TestBrowser, type TestServer } from '@slipway/testkit'
import type { BenchmarkLine } from './benchmark-line.ts'
import { makeTemplate, openRunWriter } from './history-load.ts'
import { percentile, round } from './measuring.ts'

const POINTS = 1_000_000
const LINES_PER_REQUEST = 10_000
const TARGET_MS = 300
const DRAWINGS = 9

/**
 * Measures how long it takes until a million points of one run are pixels: in a real Chromium, from the click on "Charts" on
 * the page of the run to the frame that shows the line. Nothing of the history is in the browser before.
 */
export async function runWebChartBenchmark(): Promise<BenchmarkLine[]> {
  await using server = await startTestServer()
  await using browser = await startTestBrowser()
  await server.request('mutation { upsertBucket(input: {modelName: "bench", name: "drawn"}) { inserted } }')
  const template = makeTemplate(LINES_PER_REQUEST, ['loss'])
  const writer = openRunWriter(server.url, server.apiKey, 'drawn')
  for (let line = 0; line < POINTS; line += LINES_PER_REQUEST) await writer.send(template.body(line))
  await writer.send('{"complete":true,"exitcode":0}')
  writer.close()
  // The first drawing waits for the server to sort the last lines.
  await draw(browser, server)
  const times: number[] = []
  for (let drawing = 0; drawing < DRAWINGS; drawing += 1) times.push(await draw(browser, server))
  const value = round(percentile(times, 0.5))
  const serverTimes: number[] = []
  for (let request = 0; request < DRAWINGS; request += 1) serverTimes.push(await askServer(server))
  return [
    {
      name: 'web: a million points of one run, from the click to the pixels',
      value,
      unit: 'ms',
      target: TARGET_MS,
      holds: value < TARGET_MS,
      details: {
        fastest_ms: round(Math.min(...times)),
        slowest_ms: round(Math.max(...times)),
        server_ms: round(percentile(serverTimes, 0.5)),
      },
    },
  ]
}

/** How long the server alone takes for the same points. */
async function askServer(server: TestServer): Promise<number> {
  const startedAt = performance.now()
  await server.request(
    'query($specs: [JSONString!]!) { project(name: "bench") { run(name: "drawn") { sampledHistory(specs: $specs) } } }',
    { specs: [JSON.stringify({ keys: ['_step', 'loss'], samples: 1000 })] },
  )
  return performance.now() - startedAt
}

async function draw(browser: TestBrowser, server: TestServer): Promise<number> {
  await using tab = await browser.openPage(server, { path: '/admin/bench/runs/drawn' })
  await tab.page.getByRole('tab', { name: 'Charts' }).waitFor()
  // The page fetches the program of its charts by itself once it stands.
  await tab.page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('charts-tab')),
  )
  return await tab.page.evaluate<number>(MEASURE)
}

/** Runs in the page: clicks, and waits for the frame after the one in which the chart was drawn. */
const MEASURE = `new Promise((resolve, reject) => {
  const startedAt = performance.now()
  const look = () => {
    const chart = document.querySelector('[role="img"][data-points]')
    if (chart !== null && Number(chart.dataset.points) > 500)
      return requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - startedAt)))
    if (performance.now() - startedAt > 60000) return reject(new Error('The chart was not drawn'))
    requestAnimationFrame(look)
  }
  for (const tab of document.querySelectorAll('[role="tab"]')) if (tab.textContent === 'Charts') tab.click()
  look()
})`
