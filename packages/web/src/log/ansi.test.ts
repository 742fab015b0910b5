import { describe, expect, test } from 'vitest'
import { parseAnsi } from './ansi.ts'

const ESC = '\u{1B}'

describe('the colours of a line', () => {
  test('a plain line is one piece, and an empty one none', () => {
    expect(parseAnsi('a <b> & c')).toEqual([{ text: 'a <b> & c', look: {} }])
    expect(parseAnsi('')).toEqual([])
  })

  test('colours and weights add up until they are reset', () => {
    expect(parseAnsi(`${ESC}[1;31mred${ESC}[39m bold${ESC}[m plain`)).toEqual([
      { text: 'red', look: { isBold: true, colour: 1 } },
      { text: ' bold', look: { isBold: true } },
      { text: ' plain', look: {} },
    ])
  })

  test('bright, indexed and true colours are read', () => {
    expect(parseAnsi(`${ESC}[92ma${ESC}[38;5;196mb${ESC}[48;2;1;2;300mc`).map(({ look }) => look)).toEqual([
      { colour: 10 },
      { colour: 'rgb(255 0 0)' },
      { colour: 'rgb(255 0 0)', background: 'rgb(1 2 255)' },
    ])
  })

  test('what moves the cursor or sets a link is left out', () => {
    expect(parseAnsi(`${ESC}[2K${ESC}]8;;javascript:alert(1)${ESC}\\link${ESC}]8;;${ESC}\\ end`)).toEqual([
      { text: 'link', look: {} },
      { text: ' end', look: {} },
    ])
  })
})
