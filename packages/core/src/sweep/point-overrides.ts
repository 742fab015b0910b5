import { parseInputAddress, type InputAddress } from '../input-address.ts'
import { mergeOverrides } from '../input-layers.ts'
import { setInput } from '../input-merge.ts'
import type { InputOverrides } from '../job-inputs.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'

/**
 * What a point asks of a job. Its names are input addresses: `trainer.lr` is a nested value of the run config, and
 * `config.yaml:lr` one of a config file. Throws InvalidInputError for a name that is none.
 */
export function pointToOverrides(tree: JsonObject): InputOverrides {
  let overrides: InputOverrides = { config: {}, files: {} }
  for (const [name, value] of Object.entries(tree)) {
    overrides = mergeOverrides(overrides, overrideOf(parseInputAddress(name), value))
  }
  return overrides
}

function overrideOf({ file, path }: InputAddress, value: JsonValue): InputOverrides {
  const set = path.length === 0 && isJsonObject(value) ? value : setInput({}, path, value)
  return file === null ? { config: set, files: {} } : { config: {}, files: { [file]: set } }
}
