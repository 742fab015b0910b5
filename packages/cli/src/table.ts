import { styleText } from 'node:util'
import { cutToWidth, displayWidth } from './display-width.ts'
import type { OutputStream } from './terminal.ts'

const GAP = '  '
/** A column is never cut to less than this. */
const MIN_CUT_WIDTH = 8

/**
 * Lays cells out in aligned columns under a header. On a terminal that is too narrow the widest columns are cut, but never
 * the first, which holds what the next command wants; into a file or pipe everything is written. The last column is never
 * padded. Empty tables are the caller's to word.
 */
export function formatTable(
  stream: OutputStream,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const shown = rows.map((row) => row.map(oneLine))
  const wanted = header.map((title, column) =>
    Math.max(displayWidth(title), ...shown.map((row) => displayWidth(row[column] ?? ''))),
  )
  const widths = stream.isTTY === true ? fitWidths(wanted, header, stream.columns ?? Infinity) : wanted
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0
        const text = cutToWidth(cell, width)
        return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
      })
      .join(GAP)
      .trimEnd()
  return [styleText('bold', line(header), { stream }), ...shown.map(line)].join('\n')
}

/** Lays names and values out as two columns; a null value leaves its line out. */
export function formatFields(stream: OutputStream, fields: readonly (readonly [string, string | null])[]): string {
  const shown = fields.filter((field): field is readonly [string, string] => field[1] !== null)
  const longest = Math.max(0, ...shown.map(([name]) => name.length))
  return shown
    .map(([name, value]) => `${styleText('bold', name.padEnd(longest), { stream })}${GAP}${oneLine(value)}`)
    .join('\n')
}

// Takes cells away from the widest column until all fit, or no column can give more.
function fitWidths(wanted: readonly number[], header: readonly string[], columns: number): readonly number[] {
  const widths = [...wanted]
  let excess = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) - columns
  while (excess > 0) {
    const room = widths.map((width, column) =>
      column === 0 ? 0 : Math.max(0, width - Math.max(displayWidth(header[column] ?? ''), MIN_CUT_WIDTH)),
    )
    const most = Math.max(...room)
    if (most === 0) break
    const widest = widths.findIndex(
      (width, column) =>
        (room[column] ?? 0) > 0 && width === Math.max(...widths.filter((_, at) => (room[at] ?? 0) > 0)),
    )
    widths[widest] = (widths[widest] ?? 0) - 1
    excess -= 1
  }
  return widths
}

// Names and reasons come from other people's programs: what would move the cursor or hide text is shown as a mark.
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /(\u001b\[[\d;]*m)|[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll(CONTROL, (_, colour: string | undefined) => colour ?? '\ufffd')
}
