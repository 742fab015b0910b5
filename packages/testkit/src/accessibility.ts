import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** One rule that a page breaks, with the elements that do. */
export interface AccessibilityFinding {
  readonly rule: string
  readonly impact: string
  readonly elements: readonly string[]
}

/** What axe-core finds that is serious or critical on a page as it stands. */
export async function findAccessibilityProblems(page: Page): Promise<readonly AccessibilityFinding[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  // Evaluated by the debugger, not by the page, so that the page's policy stays as strict as it is.
  await page.evaluate(source)
  await page.evaluate(SETTLED)
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })')
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => ({ rule: id, impact, elements: nodes.map(({ html }) => html.slice(0, 200)) }))
}

// What fades in is too pale for as long as it does.
const SETTLED = `Promise.allSettled(document.getAnimations()
  .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
  .map((animation) => animation.finished))`

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}
