import { describeHelp, describeLimits, formatInputAddress, type JsonObject, type ResolvedInput } from '@slipway/core'
import { showValue } from '../show-value.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

/** The inputs of a job as a table; columns that would be empty are left out. */
export function formatInputTable({ stdout }: Terminal, inputs: readonly ResolvedInput[]): string {
  const rows = inputs.map((input) => [
    formatInputAddress(input.address),
    input.type,
    showValue(input.default),
    // The type says already that it is whole.
    describeLimits(input.type === 'int' ? withoutType(input.schema) : input.schema),
    describeHelp(input.schema),
  ])
  const header = ['INPUT', 'TYPE', 'DEFAULT', 'LIMITS', 'HELP']
  const kept = header.map((_, column) => column < 3 || rows.some((row) => row[column] !== ''))
  const keep = (cells: readonly string[]): readonly string[] => cells.filter((_, column) => kept[column] === true)
  return formatTable(stdout, keep(header), rows.map(keep))
}

function withoutType(schema: JsonObject | null): JsonObject | null {
  if (schema === null) return null
  const { type: _type, ...rest } = schema
  return rest
}
