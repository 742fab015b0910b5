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
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })')
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => ({ rule: id, impact, elements: nodes.map(({ html }) => html.slice(0, 200)) }))
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}
