import { KnownError, parseInputAddress } from '@slipway/core'
import { sectionAddress } from '../../inputs/model/read-draft.ts'

/**
 * Shows the field of a problem and puts the focus on it: an input by its address, or a setting by its path, such as
 * `template_variables.cpu`. Where its section is edited as text, the text gets the focus; an input that is not drawn, because
 * it is far off, is searched for.
 */
export function focusField(root: HTMLElement | null, path: string): void {
  if (root === null || focusDrawn(root, path) || focusText(root, path)) return
  const search = root.querySelector<HTMLInputElement>('input[aria-label="Search inputs"]')
  if (search === null) return
  // As if it was typed, so that the form hears of it.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, path)
  search.dispatchEvent(new Event('input', { bubbles: true }))
  requestAnimationFrame(() => {
    if (!focusDrawn(root, path)) search.focus()
  })
}

function focusDrawn(root: HTMLElement, path: string): boolean {
  const setting = [...root.querySelectorAll<HTMLElement>('[data-setting]')].find(
    ({ dataset }) => dataset['setting'] === path,
  )
  const row = [...root.querySelectorAll<HTMLElement>('[data-row]')].find(({ dataset }) => dataset['row'] === path)
  const field = (setting !== undefined && controlOf(setting)) || (row !== undefined && controlOf(row))
  if (!field) return false
  // A part of the form that is put away is opened.
  field.closest('section')?.querySelector<HTMLElement>('h2 [aria-expanded="false"]')?.click()
  field.scrollIntoView({ block: 'center' })
  field.focus()
  return true
}

/** Goes to the text of a section that is edited as one: F8 leads from mark to mark there. */
function focusText(root: HTMLElement, path: string): boolean {
  const file = readFile(path)
  if (file === undefined) return false
  const id = `text section ${sectionAddress({ file })}`
  const row = [...root.querySelectorAll<HTMLElement>('[data-row]')].find(({ dataset }) => dataset['row'] === id)
  const editor = row?.querySelector<HTMLElement>('.cm-content') ?? null
  editor?.scrollIntoView({ block: 'center' })
  editor?.focus()
  return editor !== null
}

function readFile(path: string): string | null | undefined {
  try {
    return parseInputAddress(path).file
  } catch (error) {
    if (error instanceof KnownError) return undefined
    throw error
  }
}

/** The control itself, or the first one inside. */
function controlOf(place: HTMLElement): HTMLElement | null {
  return place.matches(CONTROLS) ? place : place.querySelector<HTMLElement>(CONTROLS)
}

const CONTROLS = 'input:not([type="hidden"]), textarea, select, button, [contenteditable="true"]'
