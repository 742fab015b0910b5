import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Page, readPage } from './read-page.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Reads README.md and every Markdown file below docs. */
export function findPages(): readonly Page[] {
  const below = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path))
    .toSorted()
  return ['README.md', ...below].map((path) => readPage(path, readFileSync(join(ROOT, path), 'utf8')))
}
