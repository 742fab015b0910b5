import {
  decodeJobInputs,
  flattenInputs,
  formatInputPath,
  isJsonObject,
  isSameJson,
  parseJson,
  type JobInputs,
  type JsonObject,
  type JsonValue,
} from '@slipway/core'
import type { ComparedRun } from '../api/compared-run.ts'

/** What one run has in a row. */
export interface CompareCell {
  /** Undefined where the run has none. */
  readonly value: JsonValue | undefined
  /** The default of the run's own job version; undefined where there is none, or where it is no input. */
  readonly standard: JsonValue | undefined
  /** Whether the value is another than the default. */
  readonly isChanged: boolean
}

/** One value of all runs. */
export interface CompareRow {
  readonly key: string
  readonly label: string
  readonly section: string
  readonly kind: 'run' | 'input' | 'summary'
  readonly cells: readonly CompareCell[]
  /** Whether all runs have the same. */
  readonly isSame: boolean
}

const RUN_SECTION = 'Run'
const CONFIG_SECTION = 'Run config'
const SUMMARY_SECTION = 'Summary'

/** All that the runs have, value by value, in sections: the run, its config, each config file, its summary. */
export function listCompareRows(runs: readonly ComparedRun[]): readonly CompareRow[] {
  const parts = runs.map(readParts)
  const sections = [...new Set(parts.flatMap((part) => [...part.keys()]))].toSorted(bySection)
  return sections.flatMap((section) => listSection(section, parts))
}

type Values = ReadonlyMap<string, { readonly value: JsonValue | undefined; readonly standard: JsonValue | undefined }>

function listSection(section: string, parts: readonly ReadonlyMap<string, Values>[]): readonly CompareRow[] {
  const labels = new Set(parts.flatMap((part) => [...(part.get(section)?.keys() ?? [])]))
  const kind = section === RUN_SECTION ? 'run' : section === SUMMARY_SECTION ? 'summary' : 'input'
  return [...labels].map((label) => {
    const cells = parts.map((part): CompareCell => {
      const { value, standard } = part.get(section)?.get(label) ?? { value: undefined, standard: undefined }
      const isChanged = value !== undefined && standard !== undefined && !isSameJson(value, standard)
      return { value, standard, isChanged }
    })
    const [first] = cells
    return {
      key: `${section} ${label}`,
      label,
      section,
      kind,
      cells,
      isSame: cells.every(({ value }) => isSameValue(value, first?.value)),
    }
  })
}

/** Whether two runs have the same, where having none is something as well. */
export function isSameValue(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return left === undefined || right === undefined ? left === right : isSameJson(left, right)
}

function readParts(run: ComparedRun): ReadonlyMap<string, Values> {
  const values = run.inputValues
  const config = isJsonObject(values) && isJsonObject(values['config']) ? values['config'] : {}
  const files = isJsonObject(values) && isJsonObject(values['files']) ? values['files'] : {}
  const inputs = readInputs(run.jobVersion?.inputs)
  const parts = new Map<string, Values>([
    [RUN_SECTION, readRun(run)],
    [CONFIG_SECTION, readTree(config, inputs?.config?.defaults ?? null)],
  ])
  for (const [path, tree] of Object.entries(files)) {
    if (isJsonObject(tree)) parts.set(path, readTree(tree, ownDefaults(inputs, path)))
  }
  const summary = run.summaryMetrics == null ? {} : parseJson(run.summaryMetrics)
  parts.set(SUMMARY_SECTION, readTree(isJsonObject(summary) ? summary : {}, null))
  return parts
}

function ownDefaults(inputs: JobInputs | null, path: string): JsonObject | null {
  return inputs !== null && Object.hasOwn(inputs.files, path) ? (inputs.files[path]?.defaults ?? null) : null
}

/** A job version whose inputs cannot be read marks nothing; the values are there all the same. */
function readInputs(inputs: unknown): JobInputs | null {
  try {
    return inputs == null ? null : decodeJobInputs(inputs)
  } catch {
    return null
  }
}

function readTree(tree: JsonObject, defaults: JsonObject | null): Values {
  const standards = new Map(
    defaults === null ? [] : flattenInputs(defaults).map(({ path, value }) => [formatInputPath(path), value]),
  )
  return new Map(
    flattenInputs(tree)
      .filter(({ path }) => path[0] !== '_wandb')
      .map(({ path, value }) => {
        const label = formatInputPath(path)
        return [label, { value, standard: standards.get(label) }]
      }),
  )
}

function readRun(run: ComparedRun): Values {
  const end = run.endedAt ?? run.heartbeatAt
  const seconds = end == null || run.createdAt == null ? null : (Date.parse(end) - Date.parse(run.createdAt)) / 1000
  const facts: readonly (readonly [string, JsonValue | null | undefined])[] = [
    ['state', run.state],
    ['created', run.createdAt],
    ['duration in seconds', seconds],
    ['user', run.userName],
    ['job', run.jobVersionName],
    ['project', `${run.entityName}/${run.projectName}`],
    ['tags', run.tags?.length ? [...run.tags] : null],
    ['group', run.group],
    ['job type', run.jobType],
    ['host', run.host],
    ['commit', run.commit],
  ]
  return new Map(
    facts.flatMap(([label, value]) =>
      value == null || value === '' ? [] : [[label, { value, standard: undefined }] as const],
    ),
  )
}

function bySection(left: string, right: string): number {
  return sectionRank(left) - sectionRank(right) || left.localeCompare(right)
}

function sectionRank(section: string): number {
  if (section === RUN_SECTION) return 3
  if (section === CONFIG_SECTION) return 0
  return section === SUMMARY_SECTION ? 2 : 1
}
