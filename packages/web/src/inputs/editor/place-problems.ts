import { type FindTextPlace, InvalidInputError, type Problem, parseInputAddress, textPlaces } from '@slipway/core'
import type { CodeProblem } from '../../components/code-editor/code-problem.ts'
import type { TextFault } from '../model/input-draft.ts'

/** Finds the place in the text of a section for each of its problems. */
export function placeProblems({
  name,
  text,
  fault,
  problems,
}: {
  readonly name: string
  readonly text: string
  readonly fault: TextFault | null
  readonly problems: readonly Problem[]
}): readonly CodeProblem[] {
  if (fault !== null) return [{ message: fault.message, ...positionOf(text, fault.offset) }]
  if (problems.length === 0) return []
  const find = prepare(name, text)
  return problems.map(({ path, message }) => {
    const { start } = find === null ? { start: 0 } : find(path === '' ? [] : parseInputAddress(path).path)
    return { message, ...positionOf(text, start) }
  })
}

function prepare(name: string, text: string): FindTextPlace | null {
  try {
    return textPlaces(name, text)
  } catch (error) {
    if (error instanceof InvalidInputError) return null
    throw error
  }
}

function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
