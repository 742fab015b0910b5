import { formatInputAddress, parseInputAddress, type Problem } from '@slipway/core'
import { sectionAddress } from '../model/read-draft.ts'
import type { FormRow } from './form-row.ts'

/** Which row of the form each problem is told at. */
export interface RowProblems {
  /** What is wrong with a row, by its id. */
  readonly byRow: ReadonlyMap<string, string>
  /** How many problems a group or a list has inside, by its id; those told at the row itself are left out. */
  readonly inside: ReadonlyMap<string, number>
  /** What no row can tell, by the id of the section's head. */
  readonly bySection: ReadonlyMap<string, readonly string[]>
  /** How many problems a section has in all, by the id of its head. */
  readonly counts: ReadonlyMap<string, number>
}

const NO_PROBLEMS: RowProblems = { byRow: new Map(), inside: new Map(), bySection: new Map(), counts: new Map() }

/**
 * Finds the row for each problem: its own, else the field whose control shows the value as a part of it. What is in a closed
 * group is counted there; what has no row at all is told at the head of its section.
 */
export function placeOnRows(problems: readonly Problem[], rows: readonly FormRow[]): RowProblems {
  if (problems.length === 0) return NO_PROBLEMS
  const byId = new Map(rows.map((row) => [row.id, row]))
  const placed = { byRow: new Map<string, string>(), inside: new Map<string, number>() }
  const bySection = new Map<string, string[]>()
  const counts = new Map<string, number>()
  for (const { path, message } of problems) {
    const { file, path: steps } = path === '' ? { file: null, path: [] } : parseInputAddress(path)
    const head = `section ${sectionAddress({ file })}`
    counts.set(head, (counts.get(head) ?? 0) + 1)
    const ids = steps.map((_step, index) => formatInputAddress({ file, path: steps.slice(0, index + 1) }))
    const nearest = ids.findLastIndex((id) => byId.has(id))
    const row = byId.get(ids[nearest] ?? '')
    if (row === undefined) {
      const section = byId.get(head)
      // A closed section tells how many there are, the text of one where each is.
      const isCountEnough = steps.length > 0 && section?.kind === 'section' && (!section.isOpen || isText(section))
      if (!isCountEnough) bySection.set(head, [...(bySection.get(head) ?? []), message])
      continue
    }
    const isHidden = nearest < ids.length - 1 && 'isOpen' in row && !row.isOpen
    if (!isHidden && !placed.byRow.has(row.id)) placed.byRow.set(row.id, message)
    for (const id of ids.slice(0, isHidden ? nearest + 1 : nearest)) {
      placed.inside.set(id, (placed.inside.get(id) ?? 0) + 1)
    }
  }
  return { ...placed, bySection, counts }
}

function isText({ section }: Extract<FormRow, { readonly kind: 'section' }>): boolean {
  return section.mode === 'text'
}

/** Whether a row tells of a problem. */
export function hasProblem({ byRow, bySection, counts }: RowProblems, row: FormRow): boolean {
  if (row.kind === 'section') return bySection.has(row.id)
  if (row.kind === 'text') return (counts.get(`section ${sectionAddress(row.section)}`) ?? 0) > 0
  return byRow.has(row.id)
}
