import { findTestPythons } from '@slipway/testkit'
import { describe, expect, test, vi } from 'vitest'
import { findPages } from './find-pages.ts'
import { findShownExamples, findUnmarkedExamples } from './find-unmarked-examples.ts'
import { isRun, runPage } from './run-page.ts'

// A page starts a server and several programs with a client, each of which needs some seconds. The time that a page waits
// for others to end counts too; a command that hangs has a deadline of its own.
vi.setConfig({ testTimeout: 3_600_000, maxConcurrency: 3 })

/** More than this share of the examples that are not run would no longer be rare. */
const LARGEST_SHOWN_SHARE = 0.2

const pages = findPages()
const runPages = pages.filter((page) => page.blocks.some(isRun))
const { newest: python } = findTestPythons()
if (python === null && process.env.CI === 'true') {
  throw new Error('Cannot run the examples of the documents: .venv/newest is missing. Make it with "make setup".')
}
const label = python === null ? ' (.venv/newest is missing, run "make setup")' : ''

describe.skipIf(python === null).concurrent(`the examples of the documents${label}`, () => {
  // With the "expect" of its own test: the shared one would count what a page does for another that runs beside it.
  test.for(runPages)('$path does what it shows', async (page, { expect }) => {
    await expect(runPage(page, python ?? '')).resolves.toBeUndefined()
  })
})

test('each command in the documents is run, or says why not', () => {
  expect(pages.flatMap(findUnmarkedExamples)).toEqual([])
})

test('commands that are only shown are rare', () => {
  const shown = pages.flatMap(findShownExamples)
  const run = pages.flatMap((page) => page.blocks.filter(isRun))
  expect(shown.length / (shown.length + run.length)).toBeLessThan(LARGEST_SHOWN_SHARE)
})
