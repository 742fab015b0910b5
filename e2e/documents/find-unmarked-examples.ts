import type { Block, Page } from './read-page.ts'
import { isRun } from './run-page.ts'

const COMMANDS: ReadonlySet<string> = new Set(['sh', 'bash', 'shell', 'zsh', 'console'])

/** The commands of a page that nobody runs and that do not say why, each with its place. */
export function findUnmarkedExamples(page: Page): readonly string[] {
  return page.blocks
    .filter((block) => COMMANDS.has(block.language) && block.shownOnly === null && !isRun(block))
    .map((block) => `${page.path}:${block.line}`)
}

/** The commands of a page that are shown and not run. */
export function findShownExamples(page: Page): readonly Block[] {
  return page.blocks.filter((block) => COMMANDS.has(block.language) && block.shownOnly !== null)
}
