import { describe, expect, test } from 'vitest'
import { matchOutput } from './match-output.ts'
import { fillPlaceholders } from './placeholders.ts'

const compare = (shown: string, real: string, known: readonly (readonly [string, string])[] = []) =>
  matchOutput(shown.split('\n'), real.split('\n'), new Map(known))

describe('output is what a page shows when', () => {
  test.each([
    ['it is the same', 'a\nb', 'a\nb'],
    ['the gaps between words differ', 'NAME    AGE\na       b', 'NAME  AGE\na  b'],
    ['lines are left out', 'a\n...\nd', 'a\nb\nc\nd'],
    ['no line is left out', 'a\n...\nd', 'a\nd'],
    ['a part of a line is left out', 'wandb: version ... is used', 'wandb: version 0.30.0 is used'],
    ['a duration differs', 'asked 3 seconds ago', 'asked 1 second ago'],
    ['a time differs', '2026-10-01 09:30 started', '2027-01-02 11:59 started'],
    ['a run id and a run name differ', 'brisk-river-1 (606umqhh)', 'calm-oak-1 (abcdefgh)'],
    ['a port differs', 'http://127.0.0.1:8080/x', 'http://127.0.0.1:41234/x'],
  ])('%s', (_, shown, real) => {
    expect(compare(shown, real).kind).toBe('same')
  })
})

describe('output is not what a page shows when', () => {
  test.each([
    ['a word differs', 'a\nb', 'a\nc', 1],
    ['a line is missing', 'a\nb', 'a', 1],
    ['there is more', 'a', 'a\nb', null],
    ['the indent differs', 'a:\n  b', 'a:\n    b', 1],
    ['a number differs', 'exit code 0', 'exit code 1', 0],
    ['a word of eight letters differs', 'training', 'learning', 0],
    ['one id stands for two', '606umqhh\n606umqhh', 'abcdefg1\nabcdefg2', 1],
    ['what follows left out lines does not come', 'a\n...\nd', 'a\nb\nc', 2],
  ])('%s', (_, shown, real, line) => {
    expect(compare(shown, real)).toEqual({ kind: 'different', line })
  })
})

test('an id that a page shows can be used in a later command', () => {
  const match = compare('Run admin/vision/606umqhh', 'Run admin/vision/zyxwvuts')
  const bindings = match.kind === 'same' ? match.bindings : new Map()
  expect(fillPlaceholders('slipway run show 606umqhh', bindings)).toBe('slipway run show zyxwvuts')
})
