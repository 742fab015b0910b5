import { type InputAddress, type JsonObject, type JsonValue, formatInputAddress, shapeAt } from '@slipway/core'
import { applySeed } from './apply-overrides.ts'
import type { DraftAction, DraftSection, DraftState, InputDraft } from './input-draft.ts'
import { withText } from './section-text.ts'
import { isList, valueAt, withValueAt, withoutValueAt } from './tree-edit.ts'
import { readTyped } from './typed-text.ts'

/** How many steps can be undone. */
const MAX_STEPS = 200

/** Applies a change to a draft. What changes nothing gives the same draft back. */
export function inputDraftReducer(draft: InputDraft, action: DraftAction): InputDraft {
  switch (action.type) {
    case 'undo':
      return undo(draft)
    case 'redo':
      return redo(draft)
    case 'end-edit':
      return draft.editing === null ? draft : { ...draft, editing: null }
    case 'set-mode': {
      const sections = draft.sections.map((section) =>
        section.file === action.file && section.mode !== action.mode ? { ...section, mode: action.mode } : section,
      )
      return { ...draft, sections, editing: null }
    }
    default: {
      const next = change(draft, action)
      return next === draft ? draft : remember(draft, next, nameOf(action))
    }
  }
}

type ChangeAction = Exclude<DraftAction, { readonly type: 'undo' | 'redo' | 'end-edit' | 'set-mode' }>

function change(draft: InputDraft, action: ChangeAction): DraftState {
  switch (action.type) {
    case 'set-value':
    case 'add-key':
      return edit(draft, action.address, (values, path) => withValueAt(values, path, action.value))
    case 'set-raw':
      return setTyped(draft, action.address, action.text)
    case 'reset':
      return resetAt(draft, action.address)
    case 'reset-all':
      return resetAll(draft, action.file)
    case 'remove-key':
      return edit(draft, action.address, withoutValueAt)
    case 'add-element':
      return editList(draft, action.address, (list) => list.toSpliced(action.at ?? list.length, 0, action.value))
    case 'remove-element':
      return editList(draft, action.address, (list) => list.toSpliced(action.at, 1))
    case 'move-element':
      return editList(draft, action.address, (list) => move(list, action.from, action.to))
    case 'set-text':
      return editSection(draft, action.file, (section) => withText(section, action.text))
    case 'apply-overrides':
      return applySeed(draft, draft, action.overrides)
    case 'replace-overrides':
      return applySeed(draft, { ...resetAll(draft), origins: {} }, action.overrides)
  }
}

function edit(
  state: DraftState,
  { file, path }: InputAddress,
  apply: (values: JsonObject, path: readonly string[]) => JsonObject,
): DraftState {
  return editSection(state, file, (section) => {
    const values = apply(section.values, path)
    return values === section.values ? section : { ...section, values }
  })
}

function editSection(
  state: DraftState,
  file: string | null,
  apply: (section: DraftSection) => DraftSection,
): DraftState {
  const index = state.sections.findIndex((section) => section.file === file)
  const section = state.sections[index]
  if (section === undefined) return state
  const changed = apply(section)
  return changed === section ? state : { ...pick(state), sections: state.sections.with(index, changed) }
}

function editList(
  state: DraftState,
  address: InputAddress,
  apply: (list: readonly JsonValue[]) => readonly JsonValue[],
): DraftState {
  return edit(withoutTypedBelow(state, address), address, (values, path) => {
    const list = valueAt(values, path)
    return withValueAt(values, path, apply(isList(list) ? list : []))
  })
}

function move(list: readonly JsonValue[], from: number, to: number): readonly JsonValue[] {
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return list
  return list.toSpliced(from, 1).toSpliced(to, 0, item)
}

// What was typed stays with its place; elements that move to other places leave it behind.
function withoutTypedBelow(state: DraftState, address: InputAddress): DraftState {
  const start = `${formatInputAddress(address)}.`
  const kept = Object.entries(state.typed).filter(([name]) => !name.startsWith(start))
  return kept.length === Object.keys(state.typed).length ? state : { ...pick(state), typed: Object.fromEntries(kept) }
}

function setTyped(draft: InputDraft, address: InputAddress, text: string): DraftState {
  const section = draft.sections.find(({ file }) => file === address.file)
  if (section === undefined) return draft
  const read = readTyped(shapeAt(section.shape, address.path), text)
  const present = valueAt(section.values, address.path)
  const value = read.fault === null ? read.value : present
  const state =
    read.fault === null ? edit(draft, address, (values, path) => withValueAt(values, path, read.value)) : draft
  const typed = { ...state.typed, [formatInputAddress(address)]: { text, value, fault: read.fault } }
  return { ...pick(state), typed }
}

function resetAt(draft: InputDraft, address: InputAddress): DraftState {
  const name = formatInputAddress(address)
  const { [name]: _typed, ...typed } = draft.typed
  const { [name]: _origin, ...origins } = draft.origins
  const state: DraftState = { ...pick(draft), typed, origins }
  return editSection(state, address.file, (section) => {
    const byDefault = valueAt(section.baseValues, address.path)
    const values =
      byDefault === undefined
        ? withoutValueAt(section.values, address.path)
        : withValueAt(section.values, address.path, byDefault)
    return { ...section, values }
  })
}

/** Brings the defaults back: everywhere, or in one section. Its text too is the one without changes. */
function resetAll(draft: InputDraft, file?: string | null): DraftState {
  const isConcerned = (name: string | null): boolean => file === undefined || name === file
  const sections = draft.sections.map((section) =>
    isConcerned(section.file)
      ? {
          ...section,
          text: section.baseText,
          fault: null,
          textValues: section.baseValues,
          values: section.baseValues,
        }
      : section,
  )
  return { ...pick(draft), sections, ...(file === undefined ? { typed: {}, origins: {} } : {}) }
}

function pick({ sections, typed, origins }: DraftState): DraftState {
  return { sections, typed, origins }
}

function remember(draft: InputDraft, next: DraftState, name: string | null): InputDraft {
  const isSameEdit = name !== null && draft.editing === name
  const past = isSameEdit ? draft.past : [...draft.past.slice(1 - MAX_STEPS), pick(draft)]
  return { ...draft, ...pick(next), past, future: [], editing: name }
}

// How a section is looked at is not undone: it stays as it is now.
function restore(draft: InputDraft, state: DraftState): DraftState {
  const modes = new Map(draft.sections.map(({ file, mode }) => [file, mode]))
  const sections = state.sections.map((section) => {
    const mode = modes.get(section.file) ?? section.mode
    return mode === section.mode ? section : { ...section, mode }
  })
  return { ...state, sections }
}

function undo(draft: InputDraft): InputDraft {
  const last = draft.past.at(-1)
  if (last === undefined) return draft
  return {
    ...draft,
    ...restore(draft, last),
    past: draft.past.slice(0, -1),
    future: [pick(draft), ...draft.future],
    editing: null,
  }
}

function redo(draft: InputDraft): InputDraft {
  const [next, ...future] = draft.future
  if (next === undefined) return draft
  return { ...draft, ...restore(draft, next), past: [...draft.past, pick(draft)], future, editing: null }
}

function nameOf(action: ChangeAction): string | null {
  switch (action.type) {
    case 'set-raw':
    case 'set-value':
      return `typing ${formatInputAddress(action.address)}`
    case 'set-text':
      return `text ${action.file ?? ''}`
    default:
      return null
  }
}
