/**
 * Writes docs/reference/sdk.md from the doc comments of what the package exports, so that the page says what the code says.
 * `node packages/sdk/scripts/write-reference.ts` writes it; with `--check` it only says whether the page is up to date.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { makeReference } from './make-reference.ts'

const page = fileURLToPath(new URL('../../../docs/reference/sdk.md', import.meta.url))
const text = await makeReference(fileURLToPath(new URL('../src/index.ts', import.meta.url)))
if (!process.argv.includes('--check')) {
  await writeFile(page, text)
} else if ((await readFile(page, 'utf8').catch(() => '')) !== text) {
  process.stderr.write('docs/reference/sdk.md is not up to date. Run: node packages/sdk/scripts/write-reference.ts\n')
  process.exitCode = 1
}
