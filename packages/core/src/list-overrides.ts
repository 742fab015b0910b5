import type { InputAddress } from './input-address.ts'
import { flattenInputs } from './input-merge.ts'
import type { InputOverrides } from './job-inputs.ts'
import type { JsonObject, JsonValue } from './json.ts'

/** One value that overrides set. */
export interface OverrideEntry {
  readonly address: InputAddress
  readonly value: JsonValue
}

/** Every value that overrides set: those of the run config first, then file by file. */
export function listOverrides({ config, files }: InputOverrides): readonly OverrideEntry[] {
  return [...listTree(null, config), ...Object.entries(files).flatMap(([file, tree]) => listTree(file, tree))]
}

function listTree(file: string | null, tree: JsonObject): readonly OverrideEntry[] {
  return flattenInputs(tree).map(({ path, value }) => ({ address: { file, path }, value }))
}
