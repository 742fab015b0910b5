import { KnownError } from '../errors.ts'
import type { InputAddress } from '../input-address.ts'
import { getInput } from '../input-merge.ts'
import type { JobInputs } from '../job-inputs.ts'
import { isSameJson } from '../json-equality.ts'
import { type JsonObject, type JsonValue, isJsonObject, stringifyJson } from '../json.ts'
import { getOwn } from '../own-key.ts'
import { formatOverrideKey } from './override-text.ts'
import { addressIn, readOverrides } from './read-overrides.ts'

/**
 * Writes a value as an override, such as `trainer.layers=[64,32]`, that `readOverrides` reads back as the very same value of
 * the same input, in the plainest way that does. Null for a value that the grammar cannot carry, such as an object with a
 * key of punctuation: hand it over as JSON.
 */
export function formatOverride(inputs: JobInputs, address: InputAddress, value: JsonValue): string | null {
  const key = formatOverrideKey(address)
  for (const prefix of ['', '++']) {
    for (const text of waysToWrite(value)) {
      const override = `${prefix}${key}=${text}`
      if (isReadAs(override, inputs, address, value)) return override
    }
  }
  return null
}

/** Writes that an input is to be deleted. */
export function formatRemoval(address: InputAddress): string {
  return `~${formatOverrideKey(address)}`
}

function isReadAs(override: string, inputs: JobInputs, address: InputAddress, value: JsonValue): boolean {
  try {
    const [layer] = readOverrides([override], inputs, [])
    if (layer === undefined) return false
    const { file, path } = addressIn(inputs, address)
    const tree: JsonObject = file === null ? layer.overrides.config : (getOwn(layer.overrides.files, file) ?? {})
    const read = getInput(tree, path)
    return read !== undefined && isSameJson(read, value)
  } catch (error) {
    if (error instanceof KnownError) return false
    throw error
  }
}

function waysToWrite(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value, quote(value, '"'), quote(value, "'")]
  if (typeof value !== 'object' || value === null) return [stringifyJson(value)]
  return [writeNested(value), stringifyJson(value)]
}

function writeNested(value: JsonValue): string {
  if (typeof value === 'string') return quote(value, '"')
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(writeNested).join(',')}]`
  if (!isJsonObject(value)) return stringifyJson(value)
  return `{${Object.entries(value)
    .map(([key, item]) => `${/^[A-Za-z_][\w-]*$/u.test(key) ? key : quote(key, '"')}:${writeNested(item)}`)
    .join(',')}}`
}

// Only backslashes before a quote, or before the end, are escapes.
function quote(text: string, mark: '"' | "'"): string {
  const escaped = text.replaceAll(
    mark === '"' ? /(\\*)("|$)/gu : /(\\*)('|$)/gu,
    (_all, slashes: string, end: string) => (end === '' ? slashes + slashes : `${slashes}${slashes}\\${mark}`),
  )
  return `${mark}${escaped}${mark}`
}
