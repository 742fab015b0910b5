import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Snippet } from './check-python.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Checks pieces of TypeScript with the compiler, with the project's own settings and packages; answers with its messages.
 * The files lie inside the checkout, so that they find the packages.
 */
export function checkTypeScript(snippets: readonly Snippet[]): readonly string[] {
  const cache = join(ROOT, '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'documents-'))
  try {
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'] }))
    for (const { place, text } of snippets) {
      writeFileSync(join(folder, `${place.replaceAll(/[^\w.]/g, '-')}.ts`), `${text}\nexport {}\n`)
    }
    const ended = spawnSync(join(ROOT, 'node_modules/.bin/tsc'), ['--noEmit', '-p', folder], {
      cwd: folder,
      encoding: 'utf8',
    })
    if (ended.error !== undefined) throw ended.error
    return ended.stdout.split('\n').filter((line) => line !== '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
