import { formatInputAddress, type JsonValue, parseInputPath } from '@slipway/core'
import { styleText } from 'node:util'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showMetric, showValue } from '../show-value.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { isSame, readLaunchInputs } from './config-sources.ts'
import { findRun, type FoundRun, type RunPlaceOptions } from './find-run.ts'
import { leavesOf, readRunConfig, readSummary } from './run-tree.ts'

/** Options of `slipway run diff`. */
export interface DiffRunsOptions extends RunPlaceOptions {
  readonly all?: boolean
}

/** One value of two runs; undefined where a run has none. */
interface ComparedValue {
  readonly name: string
  readonly a: JsonValue | undefined
  readonly b: JsonValue | undefined
  readonly isEqual: boolean
}

/** Compares two runs: their jobs, each value of their configs and config files, and their latest metrics. */
export async function diffRuns(
  terminal: Terminal,
  first: string,
  second: string,
  options: DiffRunsOptions,
): Promise<CommandResult> {
  const connection = await connect(terminal)
  const [a, b] = await Promise.all([findRun(connection, first, options), findRun(connection, second, options)])
  const about = compare(factsOf(a), factsOf(b))
  const inputs = compare(inputsOf(a), inputsOf(b))
  const metrics = compare(leavesOf(readSummary(a.summaryMetrics)), leavesOf(readSummary(b.summaryMetrics)))
  const keep = (values: readonly ComparedValue[]): readonly ComparedValue[] =>
    options.all === true ? values : values.filter(({ isEqual }) => !isEqual)
  const names = [pathOf(a), pathOf(b)] as const
  return {
    document: {
      a: names[0],
      b: names[1],
      about: keep(about).map(toDocument),
      inputs: keep(inputs).map(toDocument),
      metrics: keep(metrics).map(toDocument),
    },
    text: [
      formatPart(terminal, 'RUN', names, keep(about)),
      formatPart(terminal, 'INPUT', names, keep(inputs)) ?? sameText(inputs, 'inputs'),
      formatPart(terminal, 'METRIC', names, keep(metrics)) ?? sameText(metrics, 'metrics'),
    ]
      .filter((part) => part !== null)
      .join('\n\n'),
  }
}

function factsOf(run: FoundRun): ReadonlyMap<string, JsonValue> {
  const facts = { job: run.jobVersion?.path, state: run.state, commit: run.commit }
  return new Map(Object.entries(facts).filter((fact): fact is [string, string] => typeof fact[1] === 'string'))
}

function inputsOf(run: FoundRun): ReadonlyMap<string, JsonValue> {
  const files = readLaunchInputs(run).flatMap((input): [string, JsonValue][] => {
    const value = input.seen ?? input.asked ?? input.default
    if (input.file === null || value === undefined) return []
    return [[formatInputAddress({ file: input.file, path: parseInputPath(input.path) }), value]]
  })
  return new Map([...leavesOf(readRunConfig(run.config)), ...files])
}

function compare(a: ReadonlyMap<string, JsonValue>, b: ReadonlyMap<string, JsonValue>): readonly ComparedValue[] {
  return [...new Set([...a.keys(), ...b.keys()])].map((name) => {
    const [left, right] = [a.get(name), b.get(name)]
    return { name, a: left, b: right, isEqual: isSame(left, right) }
  })
}

function formatPart(
  { stdout }: Terminal,
  title: string,
  [a, b]: readonly [string, string],
  values: readonly ComparedValue[],
): string | null {
  if (values.length === 0) return null
  const isNumeric = title === 'METRIC' && values.some((value) => changeOf(value) !== '')
  const rows = values.map((value) => {
    const mark = (text: string): string => (value.isEqual ? text : styleText('yellow', text, { stream: stdout }))
    const show = title === 'METRIC' ? showMetric : showValue
    return [value.name, mark(show(value.a)), mark(show(value.b)), ...(isNumeric ? [changeOf(value)] : [])]
  })
  return formatTable(stdout, [title, lastPart(a), lastPart(b), ...(isNumeric ? ['CHANGE'] : [])], rows)
}

function changeOf({ a, b }: ComparedValue): string {
  if (typeof a !== 'number' || typeof b !== 'number' || !Number.isFinite(b - a)) return ''
  const change = b - a
  return `${change >= 0 ? '+' : ''}${Number(change.toPrecision(4))}`
}

function sameText(all: readonly ComparedValue[], what: string): string {
  return all.length === 0 ? `Neither run has ${what}.` : `All ${all.length} ${what} are the same.`
}

function toDocument({ name, a, b, isEqual }: ComparedValue) {
  return { name, ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }), isEqual }
}

function pathOf(run: FoundRun): string {
  return `${run.project?.entityName ?? ''}/${run.project?.name ?? ''}/${run.name}`
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
