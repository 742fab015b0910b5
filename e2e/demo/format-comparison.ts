import { styleText } from 'node:util'
import { type JsonValue, stringifyJson } from '@slipway/core'
import type { Comparison } from './compare-launch.ts'

/** Lays a comparison out as a table, one line for each input. */
export function formatComparison({ rows, hasFile }: Comparison): string {
  const header = ['input', 'default', 'asked', "seen in the run's config", ...(hasFile ? ['seen in the file'] : []), '']
  const lines = rows.map((row) => [
    row.input,
    show(row.default),
    show(row.asked),
    show(row.inConfig),
    ...(hasFile ? [show(row.inFile)] : []),
    row.agrees ? styleText('green', 'agrees', { stream: process.stdout }) : 'DIFFERS',
  ])
  const widths = header.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  )
  const layOut = (cells: readonly string[]): string =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()
  return [layOut(header), ...lines.map(layOut)].join('\n')
}

function show(value: JsonValue | undefined): string {
  if (value === undefined) return '-'
  return typeof value === 'string' ? value : stringifyJson(value)
}
