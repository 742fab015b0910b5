import {
  composeInputs,
  formatInputAddress,
  formatOverride,
  formatRemoval,
  getInput,
  type InputAddress,
  type InputOverrides,
  isSameJson,
  type JsonObject,
  type JsonValue,
  listOverrides,
  setInput,
} from '@slipway/core'
import type { InputDraft } from '../../inputs/model/input-draft.ts'
import { listDraftChanges } from '../../inputs/model/read-draft.ts'
import { isPlainSecret } from '../../inputs/model/stored-draft.ts'
import { type LaunchBase, packLayer } from './launch-seed.ts'
import type { LaunchSearch } from './launch-search.ts'
import { formatQueue, type LaunchSettings, linesOf, PRIORITIES } from './launch-settings.ts'
import { packValues } from './pack-values.ts'

/** Beyond this the values go packed: chat programs and proxies cut addresses of a few thousand characters. */
const MAX_SET_CHARACTERS = 1500

/** What was changed of what the base of a launch gives. */
export interface TypedInputs {
  readonly overrides: InputOverrides
  readonly removals: readonly InputAddress[]
  /** The same by the override grammar; null when some value cannot be written so. */
  readonly texts: readonly string[] | null
}

/** Finds what has to be said beside the base to get the values of a draft; plain texts of secrets are left out. */
export function findTypedInputs(draft: InputDraft, base: LaunchBase): TypedInputs {
  const { inputs } = draft
  const below = composeInputs(inputs, base.layers)
  const given = new Map(
    listOverrides(below.overrides).map(({ address, value }) => [formatInputAddress(address), value]),
  )
  const gone = new Set(below.removals.map(formatInputAddress))
  const changes = listDraftChanges(draft).filter((change) => !isPlainSecret(draft, change))
  const set: { readonly address: InputAddress; readonly value: JsonValue }[] = []
  const removals: InputAddress[] = []
  for (const { address, file, path, value } of changes) {
    if (value === undefined) {
      if (!gone.has(address)) removals.push({ file, path })
      continue
    }
    const known = given.get(address)
    if (known === undefined || !isSameJson(known, value)) set.push({ address: { file, path }, value })
  }
  const present = new Set(changes.map(({ address }) => address))
  for (const address of [...listOverrides(below.overrides).map((entry) => entry.address), ...below.removals]) {
    if (present.has(formatInputAddress(address))) continue
    const byDefault = defaultOf(draft, address)
    if (byDefault === undefined) removals.push(address)
    else set.push({ address, value: byDefault })
  }
  const texts = [
    ...removals.map(formatRemoval),
    ...set.map(({ address, value }) => formatOverride(inputs, address, value)),
  ]
  return {
    overrides: collect(set),
    removals,
    texts: texts.every((text) => text !== null) ? texts : null,
  }
}

/** What an address has to say so that whoever opens it sees the launch as it is on the screen. */
export async function buildLaunchSearch(
  job: string,
  {
    draft,
    settings,
    base,
  }: { readonly draft: InputDraft; readonly settings: LaunchSettings; readonly base: LaunchBase },
): Promise<LaunchSearch> {
  const typed = findTypedInputs(draft, base)
  const isEmpty = typed.removals.length === 0 && listOverrides(typed.overrides).length === 0
  const isShort = typed.texts !== null && typed.texts.join('').length <= MAX_SET_CHARACTERS
  return withoutUndefined({
    job,
    from_run: base.fromRun ?? undefined,
    from_item: base.fromItem ?? undefined,
    preset: base.presets.length === 0 ? undefined : [...base.presets],
    set: isEmpty || !isShort || typed.texts === null ? undefined : [...typed.texts],
    values: isEmpty || isShort ? undefined : await packValues(packLayer(typed)),
    ...settingsSearch(settings),
  })
}

/** One text for all addresses that say the same. */
export function searchKey(search: LaunchSearch): string {
  const entries = Object.entries(withoutUndefined(search)).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return JSON.stringify(entries)
}

function settingsSearch(settings: LaunchSettings): LaunchSearch {
  const template = Object.entries(settings.templateTexts).filter(([, text]) => text !== '')
  const args = linesOf(settings.argsText)
  return {
    queue: settings.queue === null ? undefined : formatQueue(settings.queue),
    priority: settings.priority === null ? undefined : PRIORITIES[settings.priority],
    template: template.length === 0 ? undefined : template.map(([name, text]) => `${name}=${text}`),
    project: textOrNone(settings.project),
    name: textOrNone(settings.name),
    arg: args.length === 0 ? undefined : [...args],
    command: textOrNone(settings.commandText),
    resource: textOrNone(settings.resourceText),
  }
}

function textOrNone(text: string): string | undefined {
  return text.trim() === '' ? undefined : text
}

function withoutUndefined(search: LaunchSearch): LaunchSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
}

function defaultOf({ sections }: InputDraft, { file, path }: InputAddress): JsonValue | undefined {
  const section = sections.find((candidate) => candidate.file === file)
  return section === undefined ? undefined : getInput(section.baseValues, path)
}

function collect(set: readonly { readonly address: InputAddress; readonly value: JsonValue }[]): InputOverrides {
  let config: JsonObject = {}
  const files = new Map<string, JsonObject>()
  for (const { address, value } of set) {
    if (address.file === null) config = setInput(config, address.path, value)
    else files.set(address.file, setInput(files.get(address.file) ?? {}, address.path, value))
  }
  return { config, files: Object.fromEntries(files) }
}
