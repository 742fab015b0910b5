import {
  type JsonObject,
  type JsonValue,
  holdsPlainSecret,
  isJsonObject,
  isSameJson,
  mayHoldSecrets,
  parseInputAddress,
  parseJson,
  stringifyJson,
} from '@slipway/core'
import { type DraftOptions, createInputDraft } from './create-draft.ts'
import type { DraftChange, DraftMode, DraftSection, InputDraft, OriginMark, TypedText } from './input-draft.ts'
import { inputDraftReducer } from './draft-reducer.ts'
import { listDraftChanges, readOverrides } from './read-draft.ts'
import { readText, writeSectionText } from './section-text.ts'
import { applyDifference, compareTrees } from './tree-difference.ts'

const VERSION = 1

/**
 * Writes a draft as JSON text, with everything that was typed, valid or not; what could be undone is not kept. Of a secret
 * only a reference is: where its plain text was typed, the section is written without it, on its first text; and so is a
 * section whose text cannot be read, where it may hold a secret.
 */
export function serialiseDraft(typed: InputDraft): string {
  const draft = withoutPlainSecrets(typed)
  const { run_config, files, removals } = readOverrides(draft)
  return stringifyJson({
    version: VERSION,
    sections: draft.sections.map(storeSection),
    typed: draft.typed as unknown as JsonObject,
    origins: draft.origins as unknown as JsonObject,
    overrides: { run_config, files, removals: removals as unknown as JsonValue },
  })
}

function withoutPlainSecrets(draft: InputDraft): InputDraft {
  const { inputs } = draft
  const plain = listDraftChanges(draft).filter((change) => isPlainSecret(draft, change))
  const files = new Set(plain.map(({ file }) => file))
  const sections = draft.sections.map((section) =>
    files.has(section.file) || (section.fault !== null && mayHoldSecrets(inputs, section.file))
      ? { ...section, text: section.baseText, fault: null, textValues: section.baseValues }
      : section,
  )
  const typed = Object.entries(draft.typed).filter(([name, { fault, value }]) => {
    const { file } = parseInputAddress(name)
    // What it is cannot be told of a text that is no value, nor of one in a list that goes as a whole.
    return fault === null && !files.has(file) ? !isPlain(draft, name, value) : !mayHoldSecrets(inputs, file)
  })
  const origins = Object.entries(draft.origins).filter(([name, { value }]) => !isPlain(draft, name, value))
  return plain.reduce<InputDraft>(
    (left, { file, path }) => inputDraftReducer(left, { type: 'reset', address: { file, path } }),
    { ...draft, sections, typed: Object.fromEntries(typed), origins: Object.fromEntries(origins) },
  )
}

/** Whether a change is, or holds, the text of a secret itself, which must get neither into a link nor into storage. */
export function isPlainSecret(
  { inputs }: Pick<InputDraft, 'inputs'>,
  { file, path, value }: Pick<DraftChange, 'file' | 'path' | 'value'>,
): boolean {
  return value !== undefined && holdsPlainSecret(inputs, { file, path }, value)
}

function isPlain(draft: InputDraft, name: string, value: JsonValue | undefined): boolean {
  return isPlainSecret(draft, { ...parseInputAddress(name), value })
}

function storeSection(section: DraftSection): JsonValue {
  const { text, values, refused } = writeSectionText(section)
  const waiting = compareTrees(values, section.values)
  return {
    file: section.file,
    mode: section.mode,
    base: section.baseText ?? (section.baseValues satisfies JsonValue),
    text: section.text === null && section.values === section.textValues ? null : text,
    fault: section.fault === null ? null : { ...section.fault },
    read: section.fault === null ? null : values,
    waiting: section.fault === null && Object.keys(refused).length === 0 ? null : (waiting as unknown as JsonValue),
  }
}

/**
 * Reads a draft that `serialiseDraft` wrote, for the same job version. Where the version's inputs have become others in the
 * meantime, the values are laid on the new ones. Null when the text is no draft.
 */
export function restoreDraft(text: string, options: Omit<DraftOptions, 'seed'>): InputDraft | null {
  const stored = readStored(text)
  if (stored === null) return null
  const { overrides } = stored
  const seeded = createInputDraft({ ...options, seed: { ...overrides, origin: { kind: 'typed' } } })
  const origins = stored.origins
  const isSameBase = seeded.sections.every((section) => {
    const found = stored.sections.find(({ file }) => file === section.file)
    return found !== undefined && isSameJson(found.base, section.baseText ?? section.baseValues)
  })
  if (!isSameBase) return { ...seeded, origins, typed: stored.typed }
  const sections = seeded.sections.map((section) => {
    const found = stored.sections.find(({ file }) => file === section.file)
    return found === undefined ? section : restoreSection(section, found)
  })
  return { ...seeded, sections, origins, typed: stored.typed }
}

interface StoredSection {
  readonly file: string | null
  readonly mode: DraftMode
  /** The captured text, or the defaults that stand for it. */
  readonly base: JsonValue
  readonly text: string | null
  readonly read: JsonObject | null
  readonly waiting: { readonly overrides: JsonObject; readonly removals: readonly (readonly string[])[] } | null
}

interface StoredDraft {
  readonly sections: readonly StoredSection[]
  readonly typed: Readonly<Record<string, TypedText>>
  readonly origins: Readonly<Record<string, OriginMark>>
  readonly overrides: ReturnType<typeof readOverrides>
}

function restoreSection(section: DraftSection, stored: StoredSection): DraftSection {
  const { text, mode, waiting } = stored
  if (text === null) return { ...section, mode }
  const read = readText(section.name, text)
  const fault = 'fault' in read ? read.fault : null
  const textValues = 'values' in read ? read.values : (stored.read ?? section.baseValues)
  const values = waiting === null ? textValues : applyDifference(textValues, waiting)
  return { ...section, mode, text, fault, textValues, values }
}

function readStored(text: string): StoredDraft | null {
  try {
    const stored = parseJson(text)
    if (!isJsonObject(stored) || stored['version'] !== VERSION || !Array.isArray(stored['sections'])) return null
    const { typed, origins, overrides } = stored
    if (!isJsonObject(typed) || !isJsonObject(origins) || !isJsonObject(overrides)) return null
    for (const name of [...Object.keys(typed), ...Object.keys(origins)]) parseInputAddress(name)
    return stored as unknown as StoredDraft
  } catch {
    return null
  }
}
