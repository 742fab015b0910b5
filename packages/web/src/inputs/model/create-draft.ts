import { type JobInputs, decodeJobInputs, findInputFile, isJsonObject } from '@slipway/core'
import { applySeed } from './apply-overrides.ts'
import { NO_GROUP, createSection } from './create-section.ts'
import type { DraftSeed, DraftSource, InputDraft } from './input-draft.ts'

/** What the API gives of a job version, before it is read. */
export interface DraftOptions {
  /** `JobVersion.inputs`. Throws InvalidInputError when it is something else. */
  readonly inputs: unknown
  /** `JobVersion.configFiles`. */
  readonly configFiles: unknown
  readonly seed?: DraftSeed
}

/** Begins a draft with the defaults of a job version, and lays a seed on them. */
export function createInputDraft({ inputs, configFiles, seed }: DraftOptions): InputDraft {
  const source = { inputs: decodeJobInputs(inputs), configFiles: readTexts(configFiles) }
  const draft = createEmptyDraft(source)
  return seed === undefined ? draft : { ...draft, ...applySeed(draft, draft, seed) }
}

function createEmptyDraft({ inputs, configFiles }: DraftSource): InputDraft {
  const isOpen = inputs.isPartial || inputs.allowsExtraKeys
  const config = inputs.config ?? (isOpen ? NO_GROUP : null)
  const files = Object.entries(inputs.files)
  const sections = [
    ...(config === null ? [] : [createSection(inputs, null, config, undefined)]),
    ...files.map(([file, group]) => createSection(inputs, file, group, textOf(inputs, configFiles, file))),
  ]
  return { inputs, sections, typed: {}, origins: {}, past: [], future: [], editing: null }
}

function textOf(inputs: JobInputs, configFiles: DraftSource['configFiles'], file: string): string | undefined {
  const name = Object.keys(configFiles).find((path) => findInputFile(inputs, path) === file)
  return name === undefined ? undefined : configFiles[name]
}

function readTexts(configFiles: unknown): Readonly<Record<string, string>> {
  if (!isJsonObject(configFiles)) return {}
  return Object.fromEntries(
    Object.entries(configFiles).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
