import type { RefObject } from 'react'
import { flushSync } from 'react-dom'

/** What is needed to put the focus on a row that may not be drawn yet. */
export interface RowFocus {
  readonly root: RefObject<HTMLElement | null>
  /** Keeps a row drawn, so that it can take the focus. */
  readonly pin: (id: string) => void
}

/** Puts the focus on the control of a row, or into the editor of a text. */
export function focusRow({ root, pin }: RowFocus, id: string, block: ScrollLogicalPosition = 'nearest'): void {
  flushSync(() => pin(id))
  const row = root.current?.querySelector(`[data-row="${CSS.escape(id)}"]`)
  const control = row?.querySelector<HTMLElement>('[data-control], .cm-content')
  control?.focus({ preventScroll: block !== 'nearest' })
  control?.scrollIntoView({ block })
}
