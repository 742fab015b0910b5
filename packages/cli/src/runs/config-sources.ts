import { isJsonObject, type JsonObject, type JsonValue } from '@slipway/core'
import type { FoundRun } from './find-run.ts'
import { leavesOf } from './run-tree.ts'

/**
 * Where a value of a run's config comes from: `launch` asked for it, it is the `default` of the job, or the `program` set it
 * by itself.
 */
export type ValueSource = 'launch' | 'default' | 'program'

/** One value of a run's config. */
export interface SourcedValue {
  readonly path: string
  readonly value: JsonValue
  readonly source: ValueSource
  /** The job's default, where the value is another one. */
  readonly default?: JsonValue
}

/** One input of an item, as the API shows it. */
export interface ShownInput {
  /** Null for the run config. */
  readonly file: string | null
  readonly path: string
  readonly default?: JsonValue
  readonly asked?: JsonValue
  readonly seen?: JsonValue
}

/** The inputs that a run was launched with; empty where it was not launched. */
export function readLaunchInputs(run: FoundRun): readonly ShownInput[] {
  const { inputs } = run.runQueueItem ?? {}
  if (!Array.isArray(inputs)) return []
  return (inputs as readonly JsonValue[]).flatMap((input) =>
    isJsonObject(input) && typeof input['path'] === 'string'
      ? [{ ...input, path: input['path'], file: typeof input['file'] === 'string' ? input['file'] : null }]
      : [],
  )
}

/** Says of each value of a run's config where it comes from. */
export function sourceValues(config: JsonObject, inputs: readonly ShownInput[]): readonly SourcedValue[] {
  const byPath = new Map(inputs.filter(({ file }) => file === null).map((input) => [input.path, input]))
  return [...leavesOf(config)].map(([path, value]) => {
    const input = byPath.get(path)
    const source = sourceOf(value, input)
    const isOther = input?.default !== undefined && !isSame(input.default, value)
    return { path, value, source, ...(isOther && input.default !== undefined ? { default: input.default } : {}) }
  })
}

function sourceOf(value: JsonValue, input: ShownInput | undefined): ValueSource {
  if (input?.asked !== undefined && isSame(input.asked, value)) return 'launch'
  return input?.default !== undefined && isSame(input.default, value) ? 'default' : 'program'
}

/** Whether two values are the same, whatever the order of their keys. */
export function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: JsonValue | undefined): string | undefined {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === 'number' && !Number.isFinite(item)) return String(item)
    return isPlainObject(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([x], [y]) => (x < y ? -1 : 1)))
      : item
  })
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
