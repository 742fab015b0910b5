import type { Problem } from './errors.ts'
import { type InputAddress, formatInputAddress, parseInputAddress } from './input-address.ts'
import type { InputLayer } from './input-layers.ts'
import { getInput, unsetInput } from './input-merge.ts'
import type { InputOverrides, JobInputs } from './job-inputs.ts'
import { type JsonObject, isJsonObject } from './json.ts'
import { findInputFile, findOverrideProblems } from './override-problems.ts'
import { getOwn, setOwn } from './own-key.ts'

/** A layer that was made for another version of a job, cut to what the version at hand takes. */
export interface FittedLayer {
  readonly layer: InputLayer
  /** Why each value that was left out does not fit; one for each path. */
  readonly problems: readonly Problem[]
}

/**
 * Cuts a layer to the inputs of a job version: values that are not inputs of it, and values that it refuses, are left out.
 * What only the whole launch can tell, such as a missing value that another layer gives, is left for the check of the whole.
 */
export function fitLayer(inputs: JobInputs, layer: InputLayer): FittedLayer {
  let overrides = layer.overrides
  const problems: Problem[] = []
  // Without one value another may be wrong that was not before, so it is looked at until nothing more is.
  for (;;) {
    const unfit = findOverrideProblems(inputs, overrides).problems.flatMap((problem) => {
      const address = findUnfitAddress(inputs, overrides, problem.path)
      return address === null ? [] : [{ problem, address }]
    })
    if (unfit.length === 0) break
    problems.push(...unfit.map(({ problem }) => problem))
    overrides = unfit.reduce((left, { address }) => withoutInput(left, address), overrides)
  }
  const gone = layer.removals.filter((address) => !mayBeThere(inputs, address))
  return {
    layer: { ...layer, overrides, removals: layer.removals.filter((address) => !gone.includes(address)) },
    problems: [...problems, ...gone.map(describeGone)],
  }
}

/**
 * The address of a problem where the layer's value there is to blame as a whole; null where the layer sets only a part of
 * a group of inputs, or nothing.
 */
function findUnfitAddress(inputs: JobInputs, overrides: InputOverrides, path: string): InputAddress | null {
  if (path === '') return null
  const { file, path: keys } = parseInputAddress(path)
  const name = file === null ? null : (Object.keys(overrides.files).find((known) => known === file) ?? null)
  const tree = file === null ? overrides.config : name === null ? undefined : getOwn(overrides.files, name)
  if (tree === undefined) return null
  if (keys.length === 0) return { file, path: keys }
  const value = getInput(tree, keys)
  const isPart = isJsonObject(value) && Object.keys(value).length > 0 && isGroup(inputs, { file, path: keys })
  return value === undefined || isPart ? null : { file, path: keys }
}

function isGroup(inputs: JobInputs, { file, path }: InputAddress): boolean {
  const group = file === null ? inputs.config : (getOwn(inputs.files, findInputFile(inputs, file) ?? file) ?? null)
  let type = group?.type
  for (const key of path) type = type?.kind === 'object' ? getOwn(type.fields, key) : undefined
  return type?.kind === 'object'
}

function withoutInput(overrides: InputOverrides, { file, path }: InputAddress): InputOverrides {
  if (file === null) return { ...overrides, config: unsetInput(overrides.config, path) }
  const files: Record<string, JsonObject> = {}
  for (const [name, tree] of Object.entries(overrides.files)) {
    const left = name === file ? unsetInput(tree, path) : tree
    if (Object.keys(left).length > 0 || name !== file) setOwn(files, name, left)
  }
  return { ...overrides, files }
}

function mayBeThere(inputs: JobInputs, { file, path }: InputAddress): boolean {
  if (inputs.isPartial || inputs.allowsExtraKeys) return true
  const name = file === null ? null : findInputFile(inputs, file)
  const group = file === null ? inputs.config : name === null ? null : (getOwn(inputs.files, name) ?? null)
  return group !== null && getInput(group.defaults, path) !== undefined
}

function describeGone(address: InputAddress): Problem {
  const path = formatInputAddress(address)
  return { path, message: `Cannot take "${path}" away: it is not an input of this job.` }
}
