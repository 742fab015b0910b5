/** Moves the focus to the search field of the page; false where there is none. */
export function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"], #main input[type="search"]')
  field?.focus()
  field?.select()
  return field !== null
}
