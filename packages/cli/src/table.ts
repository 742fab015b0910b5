import { stripVTControlCharacters, styleText } from 'node:util'
import type { OutputStream } from './terminal.ts'

/** Lays cells out in aligned columns under a header. The last column is never padded. Empty tables are the caller's to word. */
export function formatTable(
  stream: OutputStream,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const shown = rows.map((row) => row.map(oneLine))
  const widths = header.map((title, column) => Math.max(title.length, ...shown.map((row) => width(row[column] ?? ''))))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd()
  return [styleText('bold', line(header), { stream }), ...shown.map(line)].join('\n')
}

/** Lays names and values out as two columns; a null value leaves its line out. */
export function formatFields(stream: OutputStream, fields: readonly (readonly [string, string | null])[]): string {
  const shown = fields.filter((field): field is readonly [string, string] => field[1] !== null)
  const longest = Math.max(0, ...shown.map(([name]) => name.length))
  return shown.map(([name, value]) => `${styleText('bold', name.padEnd(longest), { stream })}  ${value}`).join('\n')
}

function width(text: string): number {
  return stripVTControlCharacters(text).length
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}
