import xterm, { type IBufferCell } from '@xterm/headless'

/** A piece of a line in one style. */
export interface ScreenRun {
  readonly column: number
  readonly text: string
  /** The number of a terminal colour, 0 to 15; null is the usual one. */
  readonly color: number | null
  readonly isBold: boolean
  readonly isDim: boolean
}

/** A line of a terminal. */
export type ScreenLine = readonly ScreenRun[]

const MAX_LINES = 1000

/** Shows output on a terminal of so many columns, and reads the lines that are there in the end. */
export async function readScreen(output: string, columns: number): Promise<readonly ScreenLine[]> {
  const terminal = new xterm.Terminal({ cols: columns, rows: 50, scrollback: MAX_LINES, allowProposedApi: true })
  await new Promise<void>((resolve) => terminal.write(output, resolve))
  const buffer = terminal.buffer.active
  const lines = Array.from({ length: buffer.length }, (_, row): ScreenLine => {
    const line = buffer.getLine(row)
    if (line === undefined) return []
    const cells = Array.from({ length: columns }, (_, column) => line.getCell(column))
    return joinRuns(cells.flatMap((cell, column) => (cell === undefined ? [] : [readCell(cell, column)])))
  })
  terminal.dispose()
  return lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1)
}

function readCell(cell: IBufferCell, column: number): ScreenRun {
  return {
    column,
    text: cell.getChars(),
    color: cell.isFgPalette() ? cell.getFgColor() : null,
    isBold: cell.isBold() !== 0,
    isDim: cell.isDim() !== 0,
  }
}

/** Puts neighbours of one style together; blank cells at the ends of a piece are left out. */
function joinRuns(cells: readonly ScreenRun[]): ScreenLine {
  const runs: ScreenRun[] = []
  for (const cell of cells) {
    const last = runs.at(-1)
    if (last !== undefined && isSameStyle(last, cell))
      runs[runs.length - 1] = { ...last, text: last.text + textOf(cell) }
    else runs.push({ ...cell, text: textOf(cell) })
  }
  return runs.flatMap((run) => {
    const text = run.text.trim()
    const column = run.column + (run.text.length - run.text.trimStart().length)
    return text === '' ? [] : [{ ...run, column, text }]
  })
}

function textOf({ text }: ScreenRun): string {
  return text === '' ? ' ' : text
}

function isSameStyle(left: ScreenRun, right: ScreenRun): boolean {
  return left.color === right.color && left.isBold === right.isBold && left.isDim === right.isDim
}
