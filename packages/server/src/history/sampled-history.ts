import { InvalidInputError, isJsonObject, parseJson, type JsonObject, type JsonValue } from '@slipway/core'
import type { Executor } from '../database/database.ts'
import { findMetric, parseHistoryLine, toStrictValue } from './history-line.ts'
import { concatenate, filterRows, joinColumns, type JoinedColumns } from './joined-columns.ts'
import { chunkLines, endOf } from './line-chunk.ts'
import { countLines, readChunks } from './line-store.ts'
import { sampleRows } from './sample.ts'
import { buildSegment } from './segment-builder.ts'
import { findSegmentsEnd, listSegments, readColumns } from './segment-store.ts'
import { inStepOrder } from './step-order.ts'

const DEFAULT_SAMPLES = 500
const MAX_SAMPLES = 100_000
const MAX_KEYS = 200
const NO_KEYS: readonly JsonValue[] = []

/** Which rows to draw: those that have all of the keys, from step `minStep` to `maxStep`, both included. */
export interface SampleSpec {
  readonly keys: readonly string[]
  readonly samples: number
  readonly minStep: number
  readonly maxStep: number
}

/**
 * Reads a spec `{keys, samples, minStep, maxStep}` (wandb client protocol). The client sends `{}` where it wants no history
 * of the runs of a sweep. Throws InvalidInputError.
 */
export function parseSampleSpec(text: string): SampleSpec {
  const spec = parseJson(text)
  if (!isJsonObject(spec)) throw refusal('it is not an object')
  const keys = Object.keys(spec).length === 0 ? NO_KEYS : spec['keys']
  if (
    !Array.isArray(keys) ||
    (keys.length === 0 && keys !== NO_KEYS) ||
    keys.length > MAX_KEYS ||
    !keys.every((key) => typeof key === 'string')
  )
    throw refusal(`"keys" is not a list of 1 to ${MAX_KEYS} names`)
  const samples = readNumber(spec, 'samples', DEFAULT_SAMPLES)
  const minStep = readNumber(spec, 'minStep', -Number.MAX_VALUE)
  const maxStep = readNumber(spec, 'maxStep', Number.MAX_VALUE)
  return {
    keys: [...new Set<string>(keys)],
    samples: Math.min(Math.max(samples, 1), MAX_SAMPLES),
    minStep,
    // A whole page of steps: clients up to release 0.22 name the step with which their next page begins.
    maxStep: maxStep - minStep === samples ? maxStep - 1 : maxStep,
  }
}

function readNumber(spec: JsonObject, name: string, fallback: number): number {
  const value = spec[name] ?? fallback
  if (typeof value !== 'number' || Number.isNaN(value)) throw refusal(`"${name}" is not a number`)
  return value
}

function refusal(reason: string): InvalidInputError {
  return new InvalidInputError(`Cannot read the history spec: ${reason}.`)
}

/** A sample of a run's history, lowest and highest values kept, as row objects in the order of their steps where these are asked for. */
export async function sampleHistory(db: Executor, runId: number, spec: SampleSpec): Promise<readonly JsonObject[]> {
  if (spec.keys.length === 0) return []
  const hasRange = spec.minStep > -Number.MAX_VALUE || spec.maxStep < Number.MAX_VALUE
  const keys = hasRange && !spec.keys.includes('_step') ? [...spec.keys, '_step'] : spec.keys
  const joined = await joinHistory(db, runId, { ...spec, keys })
  const steps = joined.values[keys.indexOf('_step')]
  const rows = hasRange && steps !== undefined ? filterRows(joined, steps, spec.minStep, spec.maxStep) : joined
  // The first key is the axis of the chart; the others are its lines.
  const drawn = rows.values
    .slice(1, spec.keys.length)
    .filter((_, index) => rows.areNumeric[index + 1] && spec.keys[index + 1] !== '_step')
  const chosen = sampleRows(rows.rowCount, drawn, spec.samples)
  const drawnRows = rows.areNumeric.slice(0, spec.keys.length).every(Boolean)
    ? chosen.map((row) => numericRow(spec.keys, rows, row))
    : await readChosenRows(
        db,
        runId,
        spec.keys,
        chosen.map((row) => rows.lineOf(row)),
      )
  return spec.keys.includes('_step') ? inStepOrder(drawnRows, (row) => Number(row['_step'])) : drawnRows
}

async function joinHistory(db: Executor, runId: number, spec: SampleSpec): Promise<JoinedColumns> {
  const places = await listSegments(db, runId, spec.minStep, spec.maxStep)
  const [first] = places
  const last = places.at(-1)
  const columns =
    first === undefined || last === undefined
      ? new Map<number, never[]>()
      : await readColumns(db, runId, spec.keys, { fromLine: first.firstLine, toLine: endOf(last) })
  const parts = places.map((place) => joinColumns(place, spec.keys, columns.get(place.firstLine) ?? []))
  const tail = await buildTail(db, runId)
  if (tail !== null) parts.push(joinColumns(tail, spec.keys, tail.columns))
  return concatenate(
    parts.filter((part) => part !== null),
    spec.keys.length,
  )
}

/** The lines that are in no segment yet, as one; null when there are none. */
export async function buildTail(db: Executor, runId: number) {
  const start = await findSegmentsEnd(db, runId)
  const end = await countLines(db, runId, 'history')
  return start >= end ? null : buildSegment(start, end - start, await readChunks(db, runId, 'history', start, end))
}

function numericRow(keys: readonly string[], rows: JoinedColumns, row: number): JsonObject {
  return Object.fromEntries(keys.map((key, index) => [key, toStrictValue(rows.values[index]?.[row] ?? null)]))
}

/** Values that are no numbers are only in the lines themselves. */
async function readChosenRows(
  db: Executor,
  runId: number,
  keys: readonly string[],
  lineNumbers: readonly number[],
): Promise<readonly JsonObject[]> {
  const [first] = lineNumbers
  const last = lineNumbers.at(-1)
  if (first === undefined || last === undefined) return []
  const wanted = new Set(lineNumbers)
  const rows: JsonObject[] = []
  for (const chunk of await readChunks(db, runId, 'history', first, last + 1)) {
    for (const [index, text] of chunkLines(chunk).entries()) {
      const line = chunk.firstLine + index
      const row = wanted.has(line) ? parseHistoryLine(text) : null
      if (row !== null) rows.push(Object.fromEntries(keys.map((key) => [key, valueOf(row, key, line)])))
    }
  }
  return rows
}

function valueOf(row: JsonObject, key: string, line: number): JsonValue {
  const value = findMetric(row, key) ?? (key === '_step' ? line : null)
  return toStrictValue(value)
}
