import { ANSI_SEQUENCE } from '@slipway/core/console-line'

/** A piece of a line that looks the same throughout. */
export interface AnsiPiece {
  readonly text: string
  readonly look: AnsiLook
}

/** How a piece looks. Colours are places 0 to 15 in the terminal's own palette, or CSS colours. */
export interface AnsiLook {
  readonly colour?: number | string
  readonly background?: number | string
  readonly isBold?: boolean
  readonly isFaint?: boolean
  readonly isItalic?: boolean
  readonly isUnderlined?: boolean
  readonly isStruck?: boolean
}

const PLAIN: AnsiLook = {}

/** Cuts a line where its look changes (ECMA-48, SGR). Sequences that do anything else than change the look are left out. */
export function parseAnsi(line: string): readonly AnsiPiece[] {
  if (!line.includes('\u{1B}')) return line === '' ? [] : [{ text: line, look: PLAIN }]
  const pieces: AnsiPiece[] = []
  let look = PLAIN
  let end = 0
  for (const match of line.matchAll(ANSI_SEQUENCE)) {
    if (match.index > end) pieces.push({ text: line.slice(end, match.index), look })
    end = match.index + match[0].length
    if (match[2] === 'm') look = applySgr(look, match[1] ?? '')
  }
  if (end < line.length) pieces.push({ text: line.slice(end), look })
  return pieces
}

function applySgr(before: AnsiLook, parameters: string): AnsiLook {
  const codes = parameters === '' ? [0] : parameters.split(/[;:]/u).map(Number)
  let look = before
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] ?? 0
    if (code === 38 || code === 48) {
      const { colour, length } = readExtended(codes.slice(index + 1))
      if (colour !== null) look = { ...look, [code === 38 ? 'colour' : 'background']: colour }
      index += length
    } else look = applyCode(look, code)
  }
  return look
}

function applyCode(look: AnsiLook, code: number): AnsiLook {
  if (code >= 30 && code <= 37) return { ...look, colour: code - 30 }
  if (code >= 90 && code <= 97) return { ...look, colour: code - 82 }
  if (code >= 40 && code <= 47) return { ...look, background: code - 40 }
  if (code >= 100 && code <= 107) return { ...look, background: code - 92 }
  return CHANGES[code]?.(look) ?? look
}

const CHANGES: Readonly<Record<number, (look: AnsiLook) => AnsiLook>> = {
  0: () => PLAIN,
  1: (look) => ({ ...look, isBold: true }),
  2: (look) => ({ ...look, isFaint: true }),
  3: (look) => ({ ...look, isItalic: true }),
  4: (look) => ({ ...look, isUnderlined: true }),
  9: (look) => ({ ...look, isStruck: true }),
  22: (look) => ({ ...look, isBold: false, isFaint: false }),
  23: (look) => ({ ...look, isItalic: false }),
  24: (look) => ({ ...look, isUnderlined: false }),
  29: (look) => ({ ...look, isStruck: false }),
  39: ({ colour: _colour, ...look }) => look,
  49: ({ background: _background, ...look }) => look,
}

/** What follows 38 and 48: `5;n` of the 256 colours, or `2;r;g;b`. */
function readExtended(codes: readonly number[]): { readonly colour: number | string | null; readonly length: number } {
  const [kind, first = 0, second = 0, third = 0] = codes
  if (kind === 2) return { colour: `rgb(${byte(first)} ${byte(second)} ${byte(third)})`, length: 4 }
  if (kind !== 5) return { colour: null, length: 1 }
  return { colour: byte(first) < 16 ? byte(first) : indexedColour(byte(first)), length: 2 }
}

function byte(value: number): number {
  return Number.isFinite(value) ? Math.min(255, Math.max(0, Math.trunc(value))) : 0
}

/** Colours 16 to 231 are a cube of 6 levels a side, the rest are greys. */
function indexedColour(index: number): string {
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10
    return `rgb(${grey} ${grey} ${grey})`
  }
  const levels = [36, 6, 1]
    .map((size) => Math.floor((index - 16) / size) % 6)
    .map((level) => (level === 0 ? 0 : 55 + level * 40))
  return `rgb(${levels.join(' ')})`
}
