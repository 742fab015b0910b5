import {
  flattenInputs,
  formatInputPath,
  isJsonObject,
  isSameJson,
  parseJson,
  unwrapRunConfig,
  type JsonObject,
  type JsonValue,
} from '@slipway/core'
import type { RunConfig } from '../api/run-config.ts'

/** One value that a run was started with. */
export interface ConfigRow {
  /** Null for the run config. */
  readonly file: string | null
  readonly path: string
  /** Left out where the launch deleted the input. */
  readonly value?: JsonValue
  /** Left out where the job declares no such input, or none of its values. */
  readonly default?: JsonValue
  /** Where the value comes from, such as `default`, `typed`, `preset ann/fast@v2` or `program`. */
  readonly source: string
  /** Whether it is other than the default of the job. */
  readonly isChanged: boolean
}

/** What an item says of one of its inputs (`RunQueueItem.inputs`). */
interface ItemInput {
  readonly file: string | null
  readonly path: string
  readonly default?: JsonValue
  readonly asked?: JsonValue
  readonly isRemoved?: true
  readonly seen?: JsonValue
  readonly from?: string
}

/** The run config and the values of the config files: the declared inputs first, then what the program set besides. */
export function buildConfigRows(config: RunConfig): readonly ConfigRow[] {
  const declared = readItemInputs(config.runQueueItem?.inputs).map(toDeclaredRow)
  const known = new Set(declared.map(({ file, path }) => keyOf(file, path)))
  const defaults = readDefaults(config.jobVersion?.inputs)
  const others = listLeaves(config).filter(({ file, path }) => !known.has(keyOf(file, path)))
  return [...declared, ...others.map((leaf) => toOtherRow(leaf, defaults))]
}

/** The run config as a plain tree, without what the client keeps there for itself. */
export function readRunConfig(text: string | null | undefined): JsonObject {
  const wire = text == null ? null : parseJson(text)
  return isJsonObject(wire) ? unwrapRunConfig(wire) : {}
}

function toDeclaredRow(input: ItemInput): ConfigRow {
  const { file, path, asked, isRemoved, seen, from } = input
  const value = seen ?? (isRemoved === true ? undefined : (asked ?? input.default))
  const isAsked = asked !== undefined || isRemoved === true
  const source = isAsked ? nameSource(from) : 'default'
  const isOwn = seen !== undefined && !isSameJson(seen, asked ?? input.default ?? null)
  return {
    file,
    path,
    ...(value === undefined ? {} : { value }),
    ...(input.default === undefined ? {} : { default: input.default }),
    source: isRemoved === true ? `removed: ${source}` : isOwn ? `program, asked: ${source}` : source,
    isChanged: isRemoved === true || value === undefined || !isSameJson(value, input.default ?? null),
  }
}

/** What a person typed for this launch has no origin of its own. */
function nameSource(from: string | undefined): string {
  return from === undefined || from === 'command line' ? 'typed' : from
}

interface Leaf {
  readonly file: string | null
  readonly path: string
  readonly value: JsonValue
}

function toOtherRow({ file, path, value }: Leaf, defaults: ReadonlyMap<string, JsonValue>): ConfigRow {
  const byDefault = defaults.get(keyOf(file, path))
  return {
    file,
    path,
    value,
    ...(byDefault === undefined ? {} : { default: byDefault }),
    source: 'program',
    isChanged: byDefault !== undefined && !isSameJson(value, byDefault),
  }
}

function listLeaves(config: RunConfig): readonly Leaf[] {
  const leaves = leavesOf(null, readRunConfig(config.config))
  const values = config.inputValues as { readonly files?: Readonly<Record<string, JsonObject>> } | null
  return [...leaves, ...Object.entries(values?.files ?? {}).flatMap(([file, tree]) => leavesOf(file, tree))]
}

function leavesOf(file: string | null, tree: JsonObject): readonly Leaf[] {
  return flattenInputs(tree).map(({ path, value }) => ({ file, path: formatInputPath(path), value }))
}

function readDefaults(inputs: unknown): ReadonlyMap<string, JsonValue> {
  const { config, files } = (inputs ?? {}) as {
    readonly config?: { readonly defaults?: JsonObject } | null
    readonly files?: Readonly<Record<string, { readonly defaults?: JsonObject }>>
  }
  const leaves = [
    ...leavesOf(null, config?.defaults ?? {}),
    ...Object.entries(files ?? {}).flatMap(([file, group]) => leavesOf(file, group.defaults ?? {})),
  ]
  return new Map(leaves.map(({ file, path, value }) => [keyOf(file, path), value]))
}

function readItemInputs(inputs: unknown): readonly ItemInput[] {
  return Array.isArray(inputs) ? (inputs as readonly ItemInput[]) : []
}

function keyOf(file: string | null, path: string): string {
  return JSON.stringify([file, path])
}
