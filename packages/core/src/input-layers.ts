import { type InputAddress, formatInputAddress } from './input-address.ts'
import { getInput, mergeInputs, unsetInput } from './input-merge.ts'
import type { InputPath } from './input-path.ts'
import type { InputOverrides, JobInputs } from './job-inputs.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { findInputFile } from './override-problems.ts'
import { getOwn, setOwn } from './own-key.ts'

/** Where the values of a layer come from. */
export type InputOrigin =
  | { readonly kind: 'default' }
  | { readonly kind: 'preset'; readonly name: string; readonly version: number }
  /** A run whose inputs are taken over; `path` is `entity/project/run`. */
  | { readonly kind: 'run'; readonly path: string }
  /** A run queue item whose inputs are taken over; `id` is its wire id. */
  | { readonly kind: 'item'; readonly id: string }
  /** A sweep whose point it is; `path` is `entity/project/sweep`. Only the server's own scheduler writes it. */
  | { readonly kind: 'sweep'; readonly path: string }
  | { readonly kind: 'file'; readonly name: string }
  /** What a person typed: an assignment, or one point of a sweep. */
  | { readonly kind: 'command-line'; readonly text: string }

/** Values from one origin. Later layers win over earlier ones. */
export interface InputLayer {
  readonly origin: InputOrigin
  readonly overrides: InputOverrides
  /** Inputs that shall not be there. They are taken away before the layer's own overrides are laid on. */
  readonly removals: readonly InputAddress[]
}

/** What several layers ask for together. */
export interface ComposedInputs {
  /** The merged overrides. Files go by the name that the job gives them. */
  readonly overrides: InputOverrides
  /** What has to be taken away from the defaults before the overrides are laid on them. */
  readonly removals: readonly InputAddress[]
  /** Where the present value of an input comes from, or that it is gone. */
  readonly originOf: (address: InputAddress) => InputOrigin
}

const DEFAULT_ORIGIN: InputOrigin = { kind: 'default' }

/**
 * Lays the layers over each other, first to last. A removal takes away what earlier layers set at and below its address;
 * it stays in `removals` unless the value came from those layers alone. Does not check anything.
 */
export function composeInputs(inputs: JobInputs, layers: readonly InputLayer[]): ComposedInputs {
  const named = layers.map((layer) => nameFiles(inputs, layer))
  let overrides: InputOverrides = { config: {}, files: {} }
  const removals = new Map<string, InputAddress>()
  for (const layer of named) {
    for (const address of layer.removals) {
      const left = withoutAddress(overrides, address)
      // What only an earlier layer brought along is gone by now. What nobody knows is kept, so that it can be refused.
      if (left === overrides || mayHaveDefault(inputs, address)) removals.set(formatInputAddress(address), address)
      overrides = left
    }
    overrides = mergeOverrides(overrides, layer.overrides)
  }
  return {
    overrides,
    removals: [...removals.values()],
    originOf: (address) => named.findLast((layer) => concerns(layer, address))?.origin ?? DEFAULT_ORIGIN,
  }
}

/** Lays overrides over others, for the run config and for each file. */
export function mergeOverrides(below: InputOverrides, above: InputOverrides): InputOverrides {
  const files: Record<string, JsonObject> = { ...below.files }
  for (const [file, tree] of Object.entries(above.files)) {
    setOwn(files, file, mergeInputs(getOwn(files, file) ?? {}, tree))
  }
  return { config: mergeInputs(below.config, above.config), files }
}

/** Says where values come from, in a few words for a table. */
export function describeInputOrigin(origin: InputOrigin): string {
  switch (origin.kind) {
    case 'default':
      return 'default'
    case 'preset':
      return `preset ${origin.name}@v${origin.version}`
    case 'run':
      return `run ${origin.path}`
    case 'item':
      return `item ${origin.id}`
    case 'sweep':
      return `sweep ${origin.path}`
    case 'file':
      return `file ${origin.name}`
    case 'command-line':
      return origin.text
  }
}

function nameFiles(inputs: JobInputs, layer: InputLayer): InputLayer {
  const nameOf = (file: string): string => findInputFile(inputs, file) ?? file
  const files: Record<string, JsonObject> = {}
  for (const [file, tree] of Object.entries(layer.overrides.files)) {
    setOwn(files, nameOf(file), mergeInputs(getOwn(files, nameOf(file)) ?? {}, tree))
  }
  return {
    origin: layer.origin,
    overrides: { config: layer.overrides.config, files },
    removals: layer.removals.map(({ file, path }) => ({ file: file === null ? null : nameOf(file), path })),
  }
}

function withoutAddress(overrides: InputOverrides, { file, path }: InputAddress): InputOverrides {
  const tree = file === null ? overrides.config : getOwn(overrides.files, file)
  const left = tree === undefined ? tree : unsetInput(tree, path)
  if (left === undefined || left === tree) return overrides
  if (file === null) return { ...overrides, config: left }
  return { ...overrides, files: { ...overrides.files, [file]: left } }
}

function mayHaveDefault(inputs: JobInputs, { file, path }: InputAddress): boolean {
  const group = file === null ? inputs.config : (getOwn(inputs.files, file) ?? null)
  return inputs.isPartial || group === null || getInput(group.defaults, path) !== undefined
}

function concerns(layer: InputLayer, { file, path }: InputAddress): boolean {
  const tree = file === null ? layer.overrides.config : getOwn(layer.overrides.files, file)
  if (tree !== undefined && sets(tree, path)) return true
  return layer.removals.some((removal) => removal.file === file && startsWith(path, removal.path))
}

// True also where a whole group above the path was replaced by something that is not an object.
function sets(tree: JsonObject, path: InputPath): boolean {
  let value: JsonValue | undefined = tree
  for (const key of path) {
    if (!isJsonObject(value)) return true
    value = getOwn(value, key)
    if (value === undefined) return false
  }
  return true
}

function startsWith(path: InputPath, start: InputPath): boolean {
  return start.length <= path.length && start.every((key, index) => path[index] === key)
}
