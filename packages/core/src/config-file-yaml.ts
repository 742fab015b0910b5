import type { ParsedConfigFile } from './parsed-config-file.ts'
import { InvalidInputError } from './errors.ts'
import { formatInputAddress } from './input-address.ts'
import { flattenInputs, getInput, mergeInputs } from './input-merge.ts'
import type { InputPath } from './input-path.ts'
import { removeInputs } from './input-removals.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { patchYamlText } from './patch-yaml.ts'
import { removeYamlKey } from './remove-yaml.ts'
import { type YamlDifference, compareYaml, expandYaml } from './repair-yaml.ts'
import { type YamlModel, readYaml } from './yaml-model.ts'

const BYTE_ORDER_MARK = /^\uFEFF/u

/** Aliases of aliases take one round each; more than this in one file is refused. */
const MAX_ROUNDS = 30

/** Reads a YAML config file like PyYAML's `safe_load`: aliases and `<<` written out, dates as text, keys as text. */
export function parseYamlConfig(path: string, text: string): ParsedConfigFile {
  const { value, kindAt } = readYaml(path, text.replace(BYTE_ORDER_MARK, ''))
  return { value, isFloat: (inputPath) => kindAt(inputPath) === 'float' }
}

/**
 * Writes overrides into YAML text. Where a changed place is also used through an alias or `<<`, those users get their old
 * value written out, since an override names one place only. The result is read back before it is returned.
 */
export function patchYamlConfig(path: string, text: string, overrides: JsonObject): string {
  const source = text.replace(BYTE_ORDER_MARK, '')
  const mark = text.slice(0, text.length - source.length)
  const model = readYaml(path, source)
  const expected = mergeInputs(model.value, overrides)
  const fine = holdsList(overrides) ? patchItemwise(path, source, model, overrides, expected) : null
  if (fine !== null) return mark + fine
  let patched = patchYamlText(path, source, model, overrides, false)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const reread = readBack(path, patched, overrides)
    const difference = compareYaml(reread.value, expected)
    if (difference === null) return mark + patched
    const place = difference.surplus[0]
    const expanded = place === undefined ? null : expandYaml(patched, reread, place, expected)
    const next = expanded ?? patchYamlText(path, patched, reread, difference.values, true)
    if (next === patched) break
    patched = next
  }
  throw refusal(path, overrides)
}

function holdsList(value: JsonValue): boolean {
  return Array.isArray(value) || (isJsonObject(value) && Object.values(value).some(holdsList))
}

// Lists element by element, so that their comments stay; null where that does not give what is asked for.
function patchItemwise(
  path: string,
  source: string,
  model: YamlModel,
  overrides: JsonObject,
  expected: JsonObject,
): string | null {
  const patched = patchYamlText(path, source, model, overrides, false, true)
  return isReadable(path, patched) && compareYaml(readYaml(path, patched).value, expected) === null ? patched : null
}

/**
 * Takes a key out of YAML text. Where it comes in through an alias or `<<`, that is written out first, and the other users of
 * a shared mapping keep theirs. What cannot be done is left: the caller reads the text back.
 */
export function removeFromYamlConfig(path: string, text: string, removed: InputPath): string {
  const source = text.replace(BYTE_ORDER_MARK, '')
  const mark = text.slice(0, text.length - source.length)
  const expected = removeInputs(readYaml(path, source).value, [removed])
  let patched = source
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const model = readYaml(path, patched)
    const difference = compareYaml(model.value, expected)
    if (difference === null) break
    const next = removeStep(path, patched, model, removed, expected, difference)
    // An anchor that went with the key may be needed elsewhere; then the file stays as it is.
    if (next === patched || !isReadable(path, next)) break
    patched = next
  }
  return mark + patched
}

function isReadable(path: string, text: string): boolean {
  try {
    readYaml(path, text)
    return true
  } catch (error) {
    if (error instanceof InvalidInputError) return false
    throw error
  }
}

function removeStep(
  path: string,
  text: string,
  model: YamlModel,
  removed: InputPath,
  expected: JsonObject,
  difference: YamlDifference,
): string {
  const isThere = getInput(model.value, removed) !== undefined
  if (isThere)
    return removeYamlKey(text, model, removed) ?? expandYaml(text, model, removed.slice(0, -1), expected) ?? text
  const place = difference.surplus[0]
  const expanded = place === undefined ? null : expandYaml(text, model, place, expected)
  return expanded ?? patchYamlText(path, text, model, difference.values, true)
}

function readBack(path: string, patched: string, overrides: JsonObject): YamlModel {
  try {
    return readYaml(path, patched)
  } catch (cause) {
    throw cause instanceof InvalidInputError ? refusal(path, overrides, cause) : cause
  }
}

function refusal(path: string, overrides: JsonObject, cause?: InvalidInputError): InvalidInputError {
  const places = flattenInputs(overrides).map((entry) => formatInputAddress({ file: path, path: entry.path }))
  return new InvalidInputError(
    `Cannot set ${places.slice(0, 3).join(', ')}: the file's aliases, or the way it is written, do not let this place change alone. Write the value out in the file.`,
    { cause },
  )
}
