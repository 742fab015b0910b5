import { createTestJob, startTestBrowser, startTestServer } from '@slipway/testkit'
import type { BenchmarkLine } from './benchmark-line.ts'
import { percentile, round } from './measuring.ts'

const LEAVES = 1000
const GROUPS = 20
const LOADS = 5
const FIELDS = 10
const KEYS = '0.1234567'
const TARGET_PAINT_MS = 300
const TARGET_KEY_MS = 16

/** What the page notes about itself; see `watchPage`. */
interface PageNotes {
  /** When a field was first on the screen, from the start of the navigation. */
  readonly painted: number
  /** When the job version's inputs had arrived. */
  readonly arrived: number
  readonly keys: readonly { readonly busy: number; readonly total: number }[]
}

/**
 * Measures the form of a job with 1,000 inputs in a real browser against a real server: from the inputs' arrival in the page to the
 * first fields on the screen, and how long each keystroke in a field keeps the page busy, its painting included. The time that a
 * keystroke waits for the screen's next frame is not work; with it, the time is among the details.
 */
export async function runWebFormBenchmark(): Promise<BenchmarkLine[]> {
  const server = await startTestServer()
  const browser = await startTestBrowser()
  try {
    const job = await createTestJob(server, {
      entityName: 'admin',
      projectName: 'bench',
      name: 'train',
      files: { 'train.sh': 'true' },
      entryPoint: ['sh', 'train.sh'],
      config: makeConfig(),
      schema: makeSchema(),
    })
    const path = `/launch?job=${encodeURIComponent(job)}`
    // The first load fills the caches of browser and server.
    await using tab = await browser.openPage(server, { path })
    await tab.page.addInitScript(watchPage)
    const paints: number[] = []
    const loads: number[] = []
    for (let load = 0; load < LOADS; load += 1) {
      await tab.page.goto(path)
      await tab.page.locator('[data-row] input[data-control]').first().waitFor()
      await tab.page.waitForFunction('window.slipwayNotes.painted > 0')
      const { painted, arrived } = await tab.page.evaluate<PageNotes>('window.slipwayNotes')
      paints.push(painted - arrived)
      loads.push(painted)
    }
    const counters = await tab.context.newCDPSession(tab.page)
    await counters.send('Performance.enable', { timeDomain: 'threadTicks' })
    const scriptMs = async (): Promise<number> => {
      const { metrics } = await counters.send('Performance.getMetrics')
      return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN)
    }
    const scriptBefore = await scriptMs()
    for (let field = 0; field < FIELDS; field += 1) {
      // Chosen by itself and seen: what going to a field costs is no keystroke.
      await tab.page.getByRole('textbox', { name: `group_0.input_${field * 4}`, exact: true }).selectText()
      await tab.page.evaluate('new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))')
      await tab.page.keyboard.type(KEYS, { delay: 40 })
    }
    const { keys } = await tab.page.evaluate<PageNotes>('window.slipwayNotes')
    const scriptPerKey = ((await scriptMs()) - scriptBefore) / keys.length
    const busy = keys.map((key) => key.busy)
    const paintMs = round(percentile(paints, 0.5))
    const keyMs = round(percentile(busy, 0.95))
    return [
      {
        name: `web form: ${LEAVES} inputs, from their arrival to the first fields painted`,
        value: paintMs,
        unit: 'ms',
        target: TARGET_PAINT_MS,
        holds: paintMs < TARGET_PAINT_MS,
        details: {
          slowest_ms: round(Math.max(...paints)),
          whole_page_load_p50_ms: round(percentile(loads, 0.5)),
          loads: LOADS,
        },
      },
      {
        name: `web form: ${LEAVES} inputs, a keystroke in a field, p95`,
        value: keyMs,
        unit: 'ms',
        target: TARGET_KEY_MS,
        holds: keyMs < TARGET_KEY_MS,
        details: {
          p50_ms: round(percentile(busy, 0.5)),
          slowest_ms: round(Math.max(...busy)),
          with_wait_for_frame_p95_ms: round(
            percentile(
              keys.map((key) => key.total),
              0.95,
            ),
          ),
          script_processor_time_ms: round(scriptPerKey),
          keystrokes: keys.length,
        },
      },
    ]
  } finally {
    await browser[Symbol.asyncDispose]()
    await server.stop()
  }
}

function makeConfig(): Record<string, unknown> {
  return fill((index) => [index / 100, index, `text ${index}`, index % 2 === 0][index % 4])
}

function makeSchema(): Record<string, unknown> {
  const leaves = [
    { type: 'number', minimum: 0, maximum: 100, description: 'A number between 0 and 100.' },
    { type: 'integer', minimum: 0 },
    { type: 'string', title: 'Some text' },
    { type: 'boolean' },
  ]
  const groups = fill((index) => leaves[index % 4])
  const properties = Object.fromEntries(
    Object.entries(groups).map(([name, below]) => [name, { type: 'object', properties: below }]),
  )
  return { type: 'object', properties }
}

function fill(leaf: (index: number) => unknown): Record<string, unknown> {
  const size = LEAVES / GROUPS
  const indexes = Array.from({ length: size }, (_item, index) => index)
  return Object.fromEntries(
    Array.from({ length: GROUPS }, (_item, group) => [
      `group_${group}`,
      Object.fromEntries(indexes.map((index) => [`input_${index}`, leaf(index)])),
    ]),
  )
}

/** Runs in the page before its own code. */
function watchPage(): void {
  const notes = { painted: 0, arrived: 0, keys: [] as { busy: number; total: number }[] }
  const page = globalThis as unknown as {
    slipwayNotes: typeof notes
    requestAnimationFrame(callback: () => void): void
    addEventListener(type: string, listener: (event: { readonly timeStamp: number }) => void, isCapture: boolean): void
    document: { querySelector(selector: string): unknown }
    MutationObserver: new (callback: () => void) => {
      observe(node: unknown, options: object): void
      disconnect(): void
    }
  }
  page.slipwayNotes = notes
  /** Calls back once what is queued now has run; in a frame, once it is painted. */
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- only what is inside goes to the page
  const afterwards = (callback: () => void): void => {
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', () => {
      channel.port1.close()
      callback()
    })
    channel.port1.start()
    channel.port2.postMessage(null)
  }
  const observer = new page.MutationObserver(() => {
    if (page.document.querySelector('[data-row] input[data-control]') === null) return
    observer.disconnect()
    const answers = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/graphql'))
    notes.arrived = Math.max(...answers.map((answer) => (answer as unknown as { responseEnd: number }).responseEnd))
    page.requestAnimationFrame(() => afterwards(() => (notes.painted = performance.now())))
  })
  observer.observe(page.document, { childList: true, subtree: true })
  let pressedAt = 0
  page.addEventListener('keydown', (event) => (pressedAt = event.timeStamp), true)
  page.addEventListener(
    'input',
    () => {
      const begun = pressedAt
      let handled = 0
      // A message would be too late: after input the browser puts the next frame before all other tasks.
      queueMicrotask(() => queueMicrotask(() => (handled = performance.now())))
      page.requestAnimationFrame(() => {
        const frame = performance.now()
        afterwards(() => {
          const end = performance.now()
          // No more than a frame's length: what other work delays the frame by is not waiting for the screen.
          const waited = handled === 0 ? 0 : Math.min(Math.max(0, frame - handled), 1000 / 60)
          notes.keys.push({ busy: end - begun - waited, total: end - begun })
        })
      })
    },
    false,
  )
}
