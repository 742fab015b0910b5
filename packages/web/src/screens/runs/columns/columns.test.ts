import { expect, test } from 'vitest'
import { chooseDefaultColumns } from './default-columns.ts'
import { moveColumn, moveColumnBefore } from './move-column.ts'
import { columnOf, formatNumber } from './run-column.ts'

const key = (name: string, hasNumbers = true) => ({
  name,
  path: name.replace(/^(?:config|summary_metrics)\./u, ''),
  isInput: name.startsWith('config.'),
  hasNumbers,
  hasOthers: !hasNumbers,
})

test('columns that nobody chose are inputs without the objects around them, and metrics that are numbers', () => {
  const keys = [
    key('config.trainer', false),
    key('config.trainer.lr'),
    key('summary_metrics._step'),
    key('summary_metrics.loss'),
    key('summary_metrics.picture', false),
  ]
  const chosen = chooseDefaultColumns(keys, true)
  expect(chosen.slice(-2)).toEqual(['config.trainer.lr', 'summary_metrics.loss'])
  expect(chosen).not.toContain('project')
  expect(chooseDefaultColumns([], false)).toContain('project')
})

test('a column moves by one place, or before another one', () => {
  expect(moveColumn(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(moveColumn(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(moveColumnBefore(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b'])
  expect(moveColumnBefore(['a', 'b', 'c'], 'x', 'a')).toEqual(['a', 'b', 'c'])
})

test('only what runs have is a column', () => {
  expect(columnOf('config.a.b')).toMatchObject({ label: 'a.b', from: 'config' })
  expect(columnOf('planet')).toBeNull()
})

test('numbers are written with the digits that count', () => {
  expect([0.1, 1e-4, 0.123456789, 20_240_115, 1e21, -3.5].map(formatNumber)).toEqual([
    '0.1',
    '1e-4',
    '0.12346',
    '20240115',
    '1e21',
    '-3.5',
  ])
})
