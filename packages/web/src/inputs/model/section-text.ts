import {
  InvalidInputError,
  type InputPath,
  type JsonObject,
  flattenInputs,
  formatInputPath,
  isJsonObject,
  mergeInputs,
  parseConfigFile,
  patchConfigFile,
  removeFromConfigFile,
  removeInputs,
  writeConfigFile,
} from '@slipway/core'
import type { DraftSection, TextFault } from './input-draft.ts'
import { type TreeDifference, applyDifference, compareTrees, isNoDifference } from './tree-difference.ts'

/** The text of a section with the edits of its form written in. */
export interface WrittenText {
  readonly text: string
  /** What reading the text gives. */
  readonly values: JsonObject
  /** Edits that the format cannot hold, or for which the text has no place, by input path. They stay with the draft. */
  readonly refused: Readonly<Record<string, string>>
}

const written = new WeakMap<DraftSection, WrittenText>()

/**
 * Writes the edits of a section's form into its text; comments, order and quotes stay. A text that cannot be read is
 * left as it is: the edits wait until it can.
 */
export function writeSectionText(section: DraftSection): WrittenText {
  const known = written.get(section)
  if (known !== undefined) return known
  const result = write(section)
  written.set(section, result)
  return result
}

const defaultTexts = new WeakMap<JsonObject, string>()

// The text of a section without changes.
function readBaseText({ name, baseText, baseValues }: Pick<DraftSection, 'name' | 'baseText' | 'baseValues'>): string {
  const text = baseText ?? defaultTexts.get(baseValues) ?? writeConfigFile(name, baseValues)
  // Making it takes longer than all else that a draft begins with, and most are never looked at as text.
  if (baseText === null) defaultTexts.set(baseValues, text)
  return text
}

function write(section: DraftSection): WrittenText {
  const { name, fault, textValues, values } = section
  const text = section.text ?? readBaseText(section)
  const difference = compareTrees(textValues, values)
  if (fault !== null || isNoDifference(difference)) return { text, values: textValues, refused: {} }
  const whole = tryWrite(name, text, difference)
  if (!(whole instanceof InvalidInputError)) return { text: whole, values, refused: {} }
  return writeOneByOne(name, text, textValues, difference)
}

function writeOneByOne(name: string, text: string, values: JsonObject, difference: TreeDifference): WrittenText {
  const refused: Record<string, string> = {}
  let result = { text, values }
  const apply = (path: InputPath, step: TreeDifference, isLast: boolean): boolean => {
    const next = tryWrite(name, result.text, step)
    if (next instanceof InvalidInputError) {
      if (isLast) refused[formatInputPath(path)] = next.message
      return false
    }
    result = { text: next, values: applyDifference(result.values, step) }
    return true
  }
  for (const path of difference.removals) apply(path, { overrides: {}, removals: [path] }, true)
  for (const { path, value } of flattenInputs(difference.overrides)) {
    const overrides = nest(path, value)
    if (apply(path, { overrides, removals: [] }, false)) continue
    // A value of another kind may fit where the old one is taken out first.
    apply(path, { overrides, removals: [replacedAt(result.values, path)] }, true)
  }
  return { ...result, refused }
}

// The place from which a value that is no object is in the way.
function replacedAt(values: JsonObject, path: InputPath): InputPath {
  let value: unknown = values
  for (const [depth, key] of path.entries()) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return path.slice(0, Math.max(1, depth))
    value = value[key]
  }
  return path
}

function nest(path: InputPath, value: unknown): JsonObject {
  return path.reduceRight<unknown>((below, key) => Object.fromEntries([[key, below]]), value) as JsonObject
}

function tryWrite(name: string, text: string, { overrides, removals }: TreeDifference): string | InvalidInputError {
  try {
    const left = removals.length === 0 ? text : removeFromConfigFile(name, text, removals)
    const result = patchConfigFile(name, left, overrides)
    const expected = mergeInputs(removeInputs(parseConfigFile(name, text).value, removals), overrides)
    const { value } = parseConfigFile(name, result)
    return isNoDifference(compareTrees(expected, value))
      ? result
      : new InvalidInputError(`Cannot write the values into "${name}": its text has no place for them.`)
  } catch (error) {
    if (error instanceof InvalidInputError) return error
    throw error
  }
}

/** What a text holds, or why it cannot be read. */
export function readText(name: string, text: string): { readonly values: JsonObject } | { readonly fault: TextFault } {
  try {
    return { values: parseConfigFile(name, text).value }
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return { fault: { message: error.message, offset: offsetOf(text, error.message) } }
  }
}

/** Takes over a text from the editor. The form's edits that were not in it yet are laid on what it says now. */
export function withText(section: DraftSection, text: string): DraftSection {
  const before = writeSectionText(section)
  if (text === before.text) return section
  const waiting = compareTrees(before.values, section.values)
  const read = readText(section.name, text)
  // Until the text can be read again, the form goes on with what the last one held.
  if ('fault' in read) {
    return { ...section, text, fault: read.fault, textValues: before.values }
  }
  const values = isNoDifference(waiting) ? read.values : applyDifference(read.values, waiting)
  return { ...section, text, fault: null, textValues: read.values, values }
}

function offsetOf(text: string, message: string): number {
  const found = /\bline (\d+), column (\d+)/u.exec(message)
  if (found === null) return 0
  const lines = text.split('\n')
  const line = Math.min(Number(found[1]), lines.length) - 1
  const start = lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0)
  return Math.min(text.length, start + Math.min(Number(found[2]) - 1, lines[line]?.length ?? 0))
}
