import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findTestPythons } from '@slipway/testkit'
import { describe, expect, test, vi } from 'vitest'
import { RECORDING, recordSvg } from './record-svg.ts'

// Starts a server and two programs with a client.
vi.setConfig({ testTimeout: 600_000 })

const MAX_BYTES = 150_000
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const kept = () => readFile(join(ROOT, RECORDING), 'utf8')

const { newest: python } = findTestPythons()
const isMissing = python === null || spawnSync('script', ['--version']).error !== undefined
if (isMissing && process.env.CI === 'true') {
  throw new Error('Cannot record the terminal: .venv/newest or the program "script" is missing.')
}

describe('the recorded terminal of the README', () => {
  test.skipIf(isMissing)(
    'shows what the commands write today; else "npm run record-terminal" makes it again',
    async () => {
      expect(readTexts(await kept())).toEqual(readTexts(await recordSvg(python ?? '')))
    },
  )

  test('is small, names itself, holds no script and loads nothing', async () => {
    const svg = await kept()
    expect(svg.length).toBeLessThan(MAX_BYTES)
    expect(svg).toMatch(/role="img" aria-labelledby="title desc"[\s\S]*<title id="title">\w[\s\S]*<desc id="desc">\w/)
    expect(svg).not.toMatch(/<script|<image|href=|@import|url\((?!#)|\son\w+=/)
  })

  test('moves only for those who have not asked for less motion', async () => {
    const [still = '', moving = ''] = (await kept()).split('@media(prefers-reduced-motion:no-preference)')
    expect(still).not.toContain('animation')
    expect(moving).toContain('animation-iteration-count')
  })
})

/** The pieces of text in an SVG, line by line. */
function readTexts(svg: string): readonly string[] {
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '')
}
