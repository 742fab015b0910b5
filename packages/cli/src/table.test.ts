import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { formatFields, formatTable } from './table.ts'

const plain = new PassThrough()

test('columns are aligned, and lines have no spaces at their ends', () => {
  expect(
    formatTable(
      plain,
      ['INPUT', 'VALUE'],
      [
        ['a.long.path', '1'],
        ['b', ''],
      ],
    ),
  ).toBe('INPUT        VALUE\na.long.path  1\nb')
})

test('a cell with several lines becomes one', () => {
  expect(formatTable(plain, ['A'], [['x\n  y']])).toBe('A\nx y')
})

test('fields without a value are left out', () => {
  expect(
    formatFields(plain, [
      ['Job', 'train'],
      ['Reason', null],
      ['State', 'failed'],
    ]),
  ).toBe('Job    train\nState  failed')
})
