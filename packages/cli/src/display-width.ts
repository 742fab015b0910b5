import { stripVTControlCharacters } from 'node:util'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Blocks whose characters take two cells on a terminal (Unicode Standard Annex 11, East Asian Width W and F). */
const WIDE =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|^\p{Extended_Pictographic}\ufe0f/u
const INVISIBLE = /^[\p{Mark}\p{Cf}\p{Cc}]+$/u
const SIMPLE = /^[\x20-\x7e]*$/

/** How many cells of a terminal a text takes; colours take none, wide characters two. */
export function displayWidth(text: string): number {
  if (SIMPLE.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text))) width += graphemeWidth(segment)
  return width
}

/** Cuts a text that takes more cells than there are, with `…` as the last one. A text that is cut loses its colours. */
export function cutToWidth(text: string, cells: number): string {
  if (displayWidth(text) <= cells) return text
  let cut = ''
  let width = 0
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text))) {
    width += graphemeWidth(segment)
    if (width > cells - 1) break
    cut += segment
  }
  return `${cut}…`
}

function graphemeWidth(segment: string): number {
  if (INVISIBLE.test(segment)) return 0
  return WIDE.test(segment) ? 2 : 1
}
