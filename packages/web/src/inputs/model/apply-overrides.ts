import {
  type InputAddress,
  type JsonObject,
  type JsonValue,
  findInputFile,
  flattenInputs,
  formatInputAddress,
} from '@slipway/core'
import { createForeignSection } from './create-section.ts'
import type { DraftOrigin, DraftSeed, DraftState, InputDraft, OriginMark } from './input-draft.ts'
import { applyDifference } from './tree-difference.ts'

/** Lays overrides on a state of a draft: first their removals, then their values. Says of each where it comes from. */
export function applySeed(draft: InputDraft, state: DraftState, seed: DraftSeed): DraftState {
  const { inputs } = draft
  const nameOf = (file: string | null): string | null => (file === null ? null : (findInputFile(inputs, file) ?? file))
  const trees = new Map<string | null, JsonObject>()
  if (Object.keys(seed.run_config ?? {}).length > 0) trees.set(null, seed.run_config ?? {})
  for (const [file, tree] of Object.entries(seed.files ?? {})) trees.set(nameOf(file), tree)
  const removals = (seed.removals ?? []).map(({ file, path }) => ({ file: nameOf(file), path }))
  const concerned = new Set([...trees.keys(), ...removals.map(({ file }) => file)])
  const known = new Set(state.sections.map(({ file }) => file))
  const foreign = [...concerned].filter((file) => !known.has(file)).map((file) => createForeignSection(inputs, file))
  const sections = [...state.sections, ...foreign].map((section) => {
    if (!concerned.has(section.file)) return section
    const difference = {
      overrides: trees.get(section.file) ?? {},
      removals: removals.filter(({ file }) => file === section.file).map(({ path }) => path),
    }
    return { ...section, values: applyDifference(section.values, difference) }
  })
  return { ...state, sections, origins: { ...state.origins, ...readOrigins(seed, trees, removals) } }
}

function readOrigins(
  seed: DraftSeed,
  trees: ReadonlyMap<string | null, JsonObject>,
  removals: readonly InputAddress[],
): Record<string, OriginMark> {
  const marks: Record<string, OriginMark> = {}
  const mark = (address: InputAddress, value: JsonValue | undefined): void => {
    const name = formatInputAddress(address)
    const origin: DraftOrigin = seed.origins?.[name] ?? seed.origin ?? { kind: 'typed' }
    marks[name] = { origin, value }
  }
  for (const address of removals) mark(address, undefined)
  for (const [file, tree] of trees) {
    for (const { path, value } of flattenInputs(tree)) mark({ file, path }, value)
  }
  return marks
}
