import { describe, expect, test } from 'vitest'
import { createMetricLog } from './metric-log.ts'
import type { LogValues } from './row.ts'

function aLog(options: { readonly firstStep?: number } = {}) {
  const lines: string[] = []
  const late: number[] = []
  const log = createMetricLog({
    summary: new Map(),
    startedAt: Date.now(),
    firstStep: options.firstStep ?? 0,
    earlierSeconds: 0,
    onLine: (line) => lines.push(line.replace(/,"_runtime".*/, '}')),
    onLate: (step) => late.push(step),
  })
  return { log, lines, late }
}

describe('the log of metrics', () => {
  test('counts steps on from where the run was', () => {
    const { log, lines } = aLog({ firstStep: 7 })
    log.log({ a: 1 }, undefined)
    log.log({ a: 2 }, {})
    expect(lines).toEqual(['{"a":1,"_step":7}', '{"a":2,"_step":8}'])
  })

  test('writes no half of a step of which one value cannot be written', () => {
    const { log, lines } = aLog()
    // The types refuse it; programs in plain JavaScript have none.
    const values = { a: 1, b: 2n } as unknown as LogValues
    expect(() => log.log(values, undefined)).toThrow('Cannot store "b": it is a bigint')
    expect(() => log.log(values, { step: 0 })).toThrow('bigint')
    log.log({ c: 3 }, undefined)
    expect(lines).toEqual(['{"c":3,"_step":0}'])
  })

  test('leaves values out that belong to a step that is over', () => {
    const { log, lines, late } = aLog()
    log.log({ a: 1 }, { step: 5 })
    log.log({ a: 2 }, { step: 3 })
    log.log({ a: 3 }, { step: 2 })
    log.flush()
    expect(lines).toEqual(['{"a":1,"_step":5}'])
    expect(late).toEqual([3])
  })

  test.each([
    [1, undefined, 'Cannot log a number: give an object of names and values'],
    [null, undefined, 'Cannot log null'],
    [[1], undefined, 'Cannot log a list'],
    [{ _step: 1 }, undefined, 'Cannot log "_step": the name is kept for what every step has'],
    [{ _timestamp: 1 }, undefined, 'Cannot log "_timestamp"'],
    [{ a: 1 }, { step: -1 }, 'Cannot log at step -1: a step is a whole number from 0 on'],
    [{ a: 1 }, { step: 1.5 }, 'Cannot log at step 1.5'],
  ])('refuses %j at %j', (values, options, message) => {
    const { log } = aLog()
    expect(() => log.log(values as unknown as LogValues, options)).toThrow(message)
  })

  test('refuses more at one step than a request can hold', () => {
    const { log } = aLog()
    expect(() => log.log({ text: 'x'.repeat(11_000_000) }, undefined)).toThrow('10485760 are taken')
  })

  test('keeps the latest value of each name for the summary', () => {
    const { log } = aLog()
    log.log({ a: 1, b: { c: 1 } }, undefined)
    log.log({ a: Number.NaN }, undefined)
    expect(log.formatSummary()).toMatch(
      /^\{"a":NaN,"b":\{"c":1\},"_step":1,"_runtime":[\d.]+,"_timestamp":[\d.]+,"_wandb":\{"runtime":\d+\}\}$/,
    )
  })
})
