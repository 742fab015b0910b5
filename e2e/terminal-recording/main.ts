import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findTestPythons } from '@slipway/testkit'
import { RECORDING, recordSvg } from './record-svg.ts'

// Records the terminal of the README again: npm run record-terminal
const { newest: python } = findTestPythons()
if (python === null) throw new Error('Cannot record: .venv/newest is missing. Make it with "make setup".')
const svg = await recordSvg(python)
await writeFile(join(fileURLToPath(new URL('../..', import.meta.url)), RECORDING), svg)
process.stdout.write(`Wrote ${RECORDING}, ${Math.round(svg.length / 1000)} kB\n`)
