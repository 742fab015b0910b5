import {
  type InputAddress,
  type InputOverrides,
  type JsonObject,
  type JsonValue,
  type Problem,
  findElementProblems,
  findOverrideProblems,
  flattenInputs,
  formatInputAddress,
  isSameJson,
  parseInputAddress,
} from '@slipway/core'
import type { DraftChange, DraftOrigin, DraftOverrides, DraftSection, DraftState, InputDraft } from './input-draft.ts'
import { writeSectionText } from './section-text.ts'
import { compareTrees } from './tree-difference.ts'
import { isList, valueAt } from './tree-edit.ts'

/** The least overrides that turn the defaults into what a draft shows, in the form of a launch spec. */
export function readOverrides(draft: Pick<DraftState, 'sections'>): DraftOverrides {
  const files: [string, JsonObject][] = []
  const removals: InputAddress[] = []
  let runConfig: JsonObject = {}
  for (const section of draft.sections) {
    const difference = compareSection(section)
    removals.push(...difference.removals.map((path) => ({ file: section.file, path })))
    if (section.file === null) runConfig = difference.overrides
    else if (Object.keys(difference.overrides).length > 0) files.push([section.file, difference.overrides])
  }
  return { run_config: runConfig, files: Object.fromEntries(files), removals }
}

const problemsOf = new WeakMap<
  readonly DraftSection[],
  { readonly typed: DraftState['typed']; readonly found: readonly Problem[] }
>()

/**
 * What stands in the way of launching the draft, one problem for each address and in the words that every way to launch
 * uses; and texts that cannot be read, typed values that are none, and values that their file cannot hold.
 */
export function readDraftProblems(draft: Pick<InputDraft, 'inputs' | 'sections' | 'typed'>): readonly Problem[] {
  const known = problemsOf.get(draft.sections)
  if (known !== undefined && known.typed === draft.typed) return known.found
  const found = findProblems(draft)
  problemsOf.set(draft.sections, { typed: draft.typed, found })
  return found
}

function findProblems(draft: Pick<InputDraft, 'inputs' | 'sections' | 'typed'>): readonly Problem[] {
  const problems = new Map<string, Problem>()
  const add = (problem: Problem): void => {
    if (!problems.has(problem.path)) problems.set(problem.path, problem)
  }
  for (const section of draft.sections) {
    if (section.fault !== null) add({ path: sectionAddress(section), message: section.fault.message })
  }
  for (const [path, { fault }] of Object.entries(draft.typed)) {
    if (fault !== null && findTyped(draft, parseInputAddress(path)) !== null) add({ path, message: fault })
  }
  const { run_config: config, files, removals } = readOverrides(draft)
  const overrides: InputOverrides = { config, files }
  for (const problem of findOverrideProblems(draft.inputs, overrides, removals).problems) {
    const elements = findElements(draft, problem)
    if (elements.length === 0) add(problem)
    else elements.forEach(add)
  }
  for (const section of draft.sections) findRefusals(section).forEach(add)
  return [...problems.values()]
}

// A problem of a list is that of its elements, where the schema says of which: each has a row of its own in the form.
function findElements(
  { inputs, sections }: Pick<InputDraft, 'inputs' | 'sections'>,
  problem: Problem,
): readonly Problem[] {
  if (problem.path === '') return []
  const { file, path } = parseInputAddress(problem.path)
  const section = sections.find((candidate) => candidate.file === file)
  if (section === undefined || !isList(valueAt(section.values, path))) return []
  const found = findElementProblems(inputs, file, section.values).filter(({ list }) => list === problem.path)
  // What is wrong with the list as a whole comes first, and is told instead.
  if (!found.some(({ message }) => message === problem.message)) return []
  return found.map((element) => ({ path: element.path, message: element.message }))
}

/** The address that stands for a section as a whole. */
export function sectionAddress({ file }: Pick<DraftSection, 'file'>): string {
  return file === null ? '' : formatInputAddress({ file, path: [] })
}

// The run config travels as JSON, which holds everything; its text is for reading and editing only.
function findRefusals(section: DraftSection): readonly Problem[] {
  if (section.file === null || section.values === section.textValues) return []
  return Object.entries(writeSectionText(section).refused).map(([path, message]) => ({
    path: formatInputAddress({ file: section.file, path: parseInputAddress(path).path }),
    message,
  }))
}

/** What was typed for a value, while it still stands for that value; null otherwise. */
export function findTyped(draft: Pick<DraftState, 'sections' | 'typed'>, address: InputAddress): string | null {
  const typed = draft.typed[formatInputAddress(address)]
  if (typed === undefined) return null
  const section = draft.sections.find(({ file }) => file === address.file)
  const value = section === undefined ? undefined : valueAt(section.values, address.path)
  return isSame(typed.value, value) ? typed.text : null
}

/** Each value that differs from its default: those of the run config first, then file by file. */
export function listDraftChanges(draft: DraftState): readonly DraftChange[] {
  return draft.sections.flatMap((section) => {
    const { overrides, removals } = compareSection(section)
    const paths = [...flattenInputs(overrides).map(({ path }) => path), ...removals]
    return paths.map((path) => {
      const address = { file: section.file, path }
      return {
        address: formatInputAddress(address),
        file: section.file,
        path,
        default: valueAt(section.baseValues, path),
        value: valueAt(section.values, path),
        origin: findOrigin(draft, address),
      }
    })
  })
}

/** Where the value at an address comes from. A value that equals its default counts as the default. */
export function findOrigin(draft: Pick<DraftState, 'sections' | 'origins'>, address: InputAddress): DraftOrigin {
  const section = draft.sections.find(({ file }) => file === address.file)
  const value = section === undefined ? undefined : valueAt(section.values, address.path)
  const byDefault = section === undefined ? undefined : valueAt(section.baseValues, address.path)
  if (isSame(value, byDefault)) return DEFAULT_ORIGIN
  // A layer may have set the value itself, or a list or an object that holds it.
  for (let length = address.path.length; length > 0; length--) {
    const path = address.path.slice(0, length)
    const mark = draft.origins[formatInputAddress({ file: address.file, path })]
    if (mark !== undefined && isSame(valueAt(mark.value, address.path.slice(length)), value)) return mark.origin
  }
  return TYPED_ORIGIN
}

// The very same object each time, so that a row of the form sees that nothing changed.
const DEFAULT_ORIGIN: DraftOrigin = { kind: 'default' }
const TYPED_ORIGIN: DraftOrigin = { kind: 'typed' }

const comparisons = new WeakMap<JsonObject, Map<JsonObject, ReturnType<typeof compareTrees>>>()

// Asked for the same section by the review, the form and the check of the whole.
function compareSection({ baseValues, values }: DraftSection): ReturnType<typeof compareTrees> {
  const known = comparisons.get(values)?.get(baseValues)
  if (known !== undefined) return known
  const found = compareTrees(baseValues, values)
  comparisons.set(values, new Map([[baseValues, found]]))
  return found
}

function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return left === right || (left !== undefined && right !== undefined && isSameJson(left, right))
}
