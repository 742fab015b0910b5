import { join } from 'node:path'
import type { TestBrowser, TestPage } from '@slipway/testkit'
import type { ExampleSite } from './example-site.ts'
import type { Screen } from './screens.ts'

type Page = TestPage['page']

/** How long a screen's content is waited for; the picture is then taken as it is. */
const PATIENCE_MS = 20_000

/** Takes one picture of each screen in one colour scheme. The answer names what was not as expected. */
export async function takePictures(
  browser: TestBrowser,
  site: ExampleSite,
  screens: readonly Screen[],
  options: { readonly scheme: 'light' | 'dark'; readonly folder: string },
): Promise<readonly string[]> {
  const notes: string[] = []
  for (const screen of screens) {
    const tab = await browser.openPage(site.server, {
      apiKey: screen.isLoggedOut === true ? null : site.apiKey,
      path: '/assets/none',
      colorScheme: options.scheme,
      viewport: { width: 1280, height: screen.height ?? 800 },
    })
    const { page } = tab
    // Times are told from the example's present.
    await page.clock.setFixedTime(site.now())
    await page.goto(screen.path)
    const name = `${screen.name}-${options.scheme}`
    await settle(page, screen).catch((error: unknown) => {
      notes.push(`${name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
    })
    await page.screenshot({ path: join(options.folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
    notes.push(...tab.faults.map((fault) => `${name}: ${fault}`))
    await tab.context.close()
  }
  return notes
}

async function settle(page: Page, screen: Screen): Promise<void> {
  await page.getByRole('heading').first().waitFor({ timeout: PATIENCE_MS })
  await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached', timeout: PATIENCE_MS })
  if (screen.content !== undefined) await screen.content(page).first().waitFor({ timeout: PATIENCE_MS })
  page.setDefaultTimeout(PATIENCE_MS)
  await screen.act?.(page)
  await page.mouse.move(0, 0)
  // A chart is drawn a frame after its data is there.
  await page.evaluate(
    'document.fonts.ready.then(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))))',
  )
}
