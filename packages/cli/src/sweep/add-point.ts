import { CliAddSweepPointDocument } from '@slipway/api'
import {
  InvalidInputError,
  type JsonObject,
  type JsonValue,
  parseInputPath,
  readPlainValue,
  setInput,
} from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { findSweep, type SweepPlaceOptions } from './find-sweep.ts'

/** Options of `slipway sweep add`. */
export interface AddPointOptions extends SweepPlaceOptions {
  readonly name?: string
}

/** Adds a point to a sweep: it is queued at once where the server launches, and else given to the next agent that asks. */
export async function addPoint(
  terminal: Terminal,
  id: string,
  assignments: readonly string[],
  options: AddPointOptions,
): Promise<CommandResult> {
  const connection = await connect(terminal)
  const found = await findSweep(connection, id, options)
  const isLaunched = found.launch !== null
  const { enqueueSweepRun } = await connection.api.request(CliAddSweepPointDocument, {
    input: {
      id: found.id,
      config: JSON.stringify(readValues(assignments, isLaunched)),
      displayName: options.name ?? null,
    },
  })
  const point = enqueueSweepRun?.point ?? null
  const itemId = enqueueSweepRun?.runQueueItemId ?? null
  if (point?.state === 'refused') throw new InvalidInputError(`Cannot add the point: ${point.reason ?? ''}`)
  const number = point?.number ?? ''
  return {
    document: { ...point, itemId },
    text: isLaunched
      ? itemId === null
        ? `Added point ${number} to sweep ${found.name}. It is queued as soon as fewer items wait or run.`
        : `Added point ${number} to sweep ${found.name}: item ${itemId}. See it with: slipway item show ${itemId}`
      : `Added point ${number} to sweep ${found.name}: run ${point?.run?.name ?? ''} goes to the next agent that asks.`,
  }
}

/** Names of a launched sweep are input addresses, which the server reads; those of other sweeps are keys. */
function readValues(assignments: readonly string[], isLaunched: boolean): JsonObject {
  let values: JsonObject = {}
  for (const text of assignments) {
    const equals = text.indexOf('=')
    if (equals <= 0) throw new InvalidInputError(`Cannot read the value "${text}": write PARAMETER=VALUE.`)
    const name = text.slice(0, equals)
    const value: JsonValue = readPlainValue(text.slice(equals + 1))
    values = isLaunched ? { ...values, [name]: value } : setInput(values, parseInputPath(name), value)
  }
  return values
}
