import type { KeyboardEvent, RefObject } from 'react'
import type { DraftAction } from '../model/input-draft.ts'
import { focusRow, type RowFocus } from './focus-row.ts'
import type { FormRow } from './form-row.ts'

/**
 * The keys of the form: `/` searches, Ctrl+Z and Ctrl+Shift+Z undo and redo, Alt with an arrow up or down goes to the next
 * field, Alt with an arrow left or right closes or opens what holds it; F8 and Shift+F8 go to the next problem and the one
 * before.
 */
export function useFormKeys(
  parts: RowFocus & {
    readonly rows: readonly FormRow[]
    readonly search: RefObject<HTMLInputElement | null>
    readonly dispatch: (action: DraftAction) => void
    readonly setOpen: (id: string, isOpen: boolean) => void
    readonly goToProblem: (direction: 1 | -1) => void
  },
) {
  const { rows, search, dispatch, setOpen, goToProblem } = parts
  const go = (from: string, direction: 1 | -1): void => {
    const start = rows.findIndex(({ id }) => id === from)
    for (let index = start + direction; index >= 0 && index < rows.length; index += direction) {
      const row = rows[index]
      if (row === undefined || row.kind === 'empty' || row.kind === 'text') continue
      focusRow(parts, row.id)
      return
    }
  }
  return (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement
    const isInEditor = target.closest('.cm-editor') !== null
    const here = target.closest<HTMLElement>('[data-row]')?.dataset['row']
    const isCommand = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    if (isCommand && !isInEditor && (key === 'z' || key === 'y')) {
      event.preventDefault()
      dispatch({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' })
    } else if (event.key === 'F8' && !event.defaultPrevented) {
      event.preventDefault()
      goToProblem(event.shiftKey ? -1 : 1)
    } else if (event.key === '/' && !isTyping(target)) {
      event.preventDefault()
      search.current?.focus()
      search.current?.select()
    } else if (event.altKey && !isInEditor && here !== undefined) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        go(here, event.key === 'ArrowDown' ? 1 : -1)
      } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        const holder = holderOf(rows, here)
        if (holder === null) return
        event.preventDefault()
        setOpen(holder, event.key === 'ArrowRight')
        focusRow(parts, holder)
      }
    }
  }
}

function isTyping(target: HTMLElement): boolean {
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
  )
}

/** The row itself where it holds others, else the nearest one above that holds it. */
function holderOf(rows: readonly FormRow[], id: string): string | null {
  const index = rows.findIndex((row) => row.id === id)
  const row = rows[index]
  if (row === undefined) return null
  if (row.kind === 'section' || row.kind === 'group' || row.kind === 'list') return row.id
  const depth = 'depth' in row ? row.depth : 0
  const above = rows
    .slice(0, index)
    .findLast(
      (other) => other.kind === 'section' || ((other.kind === 'group' || other.kind === 'list') && other.depth < depth),
    )
  return above?.id ?? null
}
