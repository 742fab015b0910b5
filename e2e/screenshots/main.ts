import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { startTestBrowser } from '@slipway/testkit'
import { makeExampleData } from './example-data.ts'
import { startExampleSite } from './example-site.ts'
import { listScreens } from './screens.ts'
import { takePictures } from './take-pictures.ts'

// Takes the pictures of the web application again: npm run screenshots, or npm run screenshots -- jobs runs
const folder = fileURLToPath(new URL('../../docs/images/web/', import.meta.url))
const names = process.argv.slice(2)
await mkdir(folder, { recursive: true })
await using site = await startExampleSite()
await using browser = await startTestBrowser()
const screens = listScreens(await makeExampleData(site)).filter(
  ({ name }) => names.length === 0 || names.includes(name),
)
const notes: string[] = []
for (const scheme of ['light', 'dark'] as const) {
  notes.push(...(await takePictures(browser, site, screens, { scheme, folder })))
}
for (const note of notes) process.stderr.write(`screenshots: ${note}\n`)
process.stdout.write(`Wrote ${screens.length * 2} pictures to docs/images/web\n`)
