import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startStatusLine } from './status-line.ts'
import type { OutputStream } from './terminal.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function startOn(isTerminal: boolean) {
  const stderr: OutputStream = Object.assign(new PassThrough(), { isTTY: isTerminal })
  const written = (): string => String((stderr as PassThrough).read() ?? '')
  const terminal = { environment: {}, workingFolder: '/', stdin: new PassThrough(), stdout: new PassThrough(), stderr }
  return { status: startStatusLine(terminal, 'waiting'), written }
}

test('what takes longer than a second is shown with its time, and taken away in the end', () => {
  const { status, written } = startOn(true)
  vi.advanceTimersByTime(900)
  expect(written()).toBe('')
  vi.advanceTimersByTime(1100)
  expect(written()).toMatch(/waiting 2 s$/)
  status[Symbol.dispose]()
  expect(written()).toBe('\r\u001b[2K')
})

test('nothing is written over a line that a program has not ended yet', () => {
  const { status, written } = startOn(true)
  status.hold(true)
  vi.advanceTimersByTime(5000)
  expect(written()).toBe('')
  status.hold(false)
  vi.advanceTimersByTime(200)
  expect(written()).toContain('waiting 5 s')
  status[Symbol.dispose]()
})

test('nothing is written where there is no terminal', () => {
  const { status, written } = startOn(false)
  vi.advanceTimersByTime(5000)
  status[Symbol.dispose]()
  expect(written()).toBe('')
})
