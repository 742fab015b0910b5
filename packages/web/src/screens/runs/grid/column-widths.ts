import type { RunColumn } from '../columns/run-column.ts'

/** Widths that people gave columns, in pixels, by column. */
export type ColumnWidths = Readonly<Record<string, number>>

export const MIN_WIDTH = 60
export const MAX_WIDTH = 1000

/** The width of a column in pixels. */
export function widthOf(column: RunColumn, widths: ColumnWidths): number {
  return widths[column.id] ?? column.width
}

/** The grid's columns for CSS. The first one stays in view, so on a phone it leaves room for the others. */
export function columnTemplate(columns: readonly RunColumn[], widths: ColumnWidths): string {
  return columns
    .map((column, index) => (index === 0 ? `min(${widthOf(column, widths)}px, 48vw)` : `${widthOf(column, widths)}px`))
    .concat('1fr')
    .join(' ')
}
