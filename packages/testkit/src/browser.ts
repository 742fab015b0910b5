import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { TestServer } from './test-server.ts'

/** A browser, and pages in it that know nothing of each other. */
export interface TestBrowser extends AsyncDisposable {
  /**
   * Opens a page of the server, logged in by this API key (the administrator's unless told otherwise; null for nobody).
   * The page fails the test at its end when it had an error or a violation of its Content-Security-Policy.
   */
  openPage(server: Pick<TestServer, 'url' | 'apiKey'>, options?: PageOptions): Promise<TestPage>
}

export interface PageOptions {
  readonly apiKey?: string | null
  /** The address on the server. Defaults to its home. */
  readonly path?: string
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
}

/** A page with a browser context of its own. */
export interface TestPage extends AsyncDisposable {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong in the page so far: uncaught errors, console errors and policy violations. */
  readonly faults: readonly string[]
}

/** A page may swallow what its policy forbids, such as an attempt to make a function out of text; it is told all the same. */
const TELL_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) => {
  console.error('Policy violation: ' + event.effectiveDirective + ' by ' + (event.sourceFile || 'the page') + ' at ' + event.lineNumber + ':' + event.columnNumber)
})`

/** How long a page may take for one step on a busy machine. */
const STEP_MS = 120_000

/** Where Debian and others install Chromium; first the one without a window, which needs half the time of the processor. */
const PROGRAMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser']

/** The browser's program: `SLIPWAY_TEST_CHROMIUM` where that is set; null where none is installed. */
export function findChromium(): string | null {
  const named = process.env.SLIPWAY_TEST_CHROMIUM
  return [named, ...PROGRAMS].find((path) => path && existsSync(path)) ?? null
}

/** Starts a browser for a test file. Throws where none is installed, with the package to install. */
export async function startTestBrowser(): Promise<TestBrowser> {
  const executablePath = findChromium()
  if (executablePath === null)
    throw new Error('Cannot run the browser tests: Chromium is missing. Install the package "chromium".')
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  return {
    openPage: (server, options = {}) => openPage(browser, server, options),
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

async function openPage(
  browser: Browser,
  server: Pick<TestServer, 'url' | 'apiKey'>,
  options: PageOptions,
): Promise<TestPage> {
  const { apiKey = server.apiKey, path = '/', colorScheme = 'light', viewport } = options
  const context = await browser.newContext({
    baseURL: server.url,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    viewport: viewport ?? { width: 1360, height: 860 },
  })
  context.setDefaultTimeout(STEP_MS)
  if (apiKey !== null) await logIn(context, server, apiKey)
  await context.addInitScript(TELL_VIOLATIONS)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    // Refusals of the server are what many a test is about, and the browser writes each of them to its console.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`console: ${message.text()}`)
  })
  await page.goto(path)
  return {
    page,
    context,
    faults,
    async [Symbol.asyncDispose]() {
      await context.close()
      if (faults.length > 0) throw new Error(`The page had errors:\n${faults.join('\n')}`)
    },
  }
}

async function logIn(context: BrowserContext, server: Pick<TestServer, 'url'>, apiKey: string): Promise<void> {
  const response = await context.request.post('/graphql', {
    headers: { origin: server.url },
    data: {
      query: 'mutation($apiKey: String!) { openSession(input: {apiKey: $apiKey}) { user { username } } }',
      variables: { apiKey },
    },
  })
  const body = (await response.json()) as { readonly errors?: unknown }
  if (body.errors !== undefined) throw new Error(`Cannot log the browser in: ${JSON.stringify(body.errors)}`)
}
