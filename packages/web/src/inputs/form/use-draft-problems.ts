import { type JsonValue, type Problem, findValueProblem, parseInputAddress } from '@slipway/core'
import { useMemo } from 'react'
import type { InputDraft } from '../model/input-draft.ts'
import { readDraftProblems } from '../model/read-draft.ts'
import { childOf, isList, valueAt } from '../model/tree-edit.ts'
import type { FieldRow, FormRow } from './form-row.ts'

/** What is wrong with a draft, as the form shows it. */
export interface DraftProblems {
  readonly all: readonly Problem[]
  /** Those of one section; the same list as before while nothing changed. */
  readonly inFile: (file: string | null) => readonly Problem[]
  /**
   * What is wrong with a row, where `known` is what is known of the whole: for a value that was just typed, of this value
   * alone until the whole is checked.
   */
  readonly of: (row: FormRow, known: string | null) => string | null
}

/** Checks what has settled of the draft, which is the draft of a moment ago, and the value that is being typed at once. */
export function useDraftProblems(draft: InputDraft, settled: InputDraft): DraftProblems {
  const found = useMemo(
    () => readDraftProblems(settled),
    // The rest of a draft has no part in what is wrong with it.
    // oxlint-disable-next-line react/exhaustive-deps
    [settled.inputs, settled.sections, settled.typed],
  )
  const inFile = useMemo(() => indexProblems(found), [found])
  return useMemo(() => {
    const of = (row: FormRow, known: string | null): string | null => {
      if (!('address' in row)) return null
      if (row.kind !== 'field' || row.value === undefined || settled.sections === draft.sections) return known
      return isSettled(settled, row) ? known : describeAlone(draft, row, known)
    }
    return { all: found, inFile, of }
  }, [found, inFile, settled, draft])
}

function indexProblems(found: readonly Problem[]): DraftProblems['inFile'] {
  const byFile = Map.groupBy(found, ({ path }) => (path === '' ? null : parseInputAddress(path).file))
  return (file) => byFile.get(file) ?? NO_PROBLEMS
}

const NO_PROBLEMS: readonly Problem[] = []

function isSettled(settled: InputDraft, { address, value }: FieldRow): boolean {
  const section = settled.sections.find(({ file }) => file === address.file)
  return section !== undefined && valueAt(section.values, address.path) === value
}

function describeAlone(
  draft: InputDraft,
  { address, value, byDefault }: FieldRow,
  known: string | null,
): string | null {
  if (value === byDefault) return null
  if (value === undefined || isInList(draft, address)) return known
  const problem = findValueProblem(draft.inputs, address, value)
  return problem === undefined ? known : (problem?.message ?? null)
}

// What is allowed inside of a list is for the check of the whole to say.
function isInList(draft: InputDraft, { file, path }: FieldRow['address']): boolean {
  let value: JsonValue | undefined = draft.sections.find((section) => section.file === file)?.values
  for (const key of path) {
    if (isList(value)) return true
    value = childOf(value, key)
  }
  return false
}
