import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { displayWidth } from './display-width.ts'
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

function aTerminal(columns: number): PassThrough & { isTTY: boolean; columns: number } {
  return Object.assign(new PassThrough(), { isTTY: true, columns })
}

const REASON = 'Its launch agent was last heard of 7 minutes ago'

test('on a narrow terminal the widest columns are cut, never the first and not below their title', () => {
  const rows = [['a-name-that-is-long', 'failed', REASON, 'x'.repeat(40)]]
  const lines = stripVTControlCharacters(formatTable(aTerminal(60), ['ITEM', 'STATE', 'REASON', 'OTHER'], rows)).split(
    '\n',
  )
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(60)
  expect(lines[1]).toMatch(/^a-name-that-is-long {2}failed {2}Its .*… {2}x+…$/)
})

test('in a file or a pipe nothing is cut', () => {
  expect(formatTable(plain, ['ITEM', 'REASON'], [['1-1', REASON.repeat(5)]])).toContain(REASON.repeat(5))
})

test('on a terminal of a few columns the first column stays whole', () => {
  expect(formatTable(aTerminal(5), ['ITEM', 'REASON'], [['a-long-name', REASON]])).toContain('a-long-name  Its lau…')
})

test('wide characters, combining ones and colours are counted as a terminal shows them', () => {
  const rows = [
    ['訓練', 'x'],
    ['e\u0301a', 'x'],
    ['\u001b[31mred\u001b[39m', 'x'],
    ['👩‍🔬', 'x'],
  ]
  const starts = formatTable(plain, ['NAME', ''], rows)
    .split('\n')
    .slice(1)
    .map((line) => displayWidth(line.slice(0, line.indexOf('x'))))
  expect(starts).toEqual([6, 6, 6, 6])
})

test('what would move the cursor or hide text is shown as a mark', () => {
  expect(formatTable(plain, ['A'], [['a\u001b[2Jb\u0007c\u202ed']])).toBe('A\na\ufffd[2Jb\ufffdc\ufffdd')
})
