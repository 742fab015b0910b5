import { EditorView } from '@codemirror/view'

/**
 * Replaces text in the editor's own way where the browser would do it. Left alone, a browser that types over coloured text
 * or joins lines keeps the colours by a `style` attribute, which the page's Content-Security-Policy forbids: each time it
 * is a violation, though the editor then draws the text anew. What an input method is composing is left to the browser.
 */
export const replacingInput = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const range = event.cancelable && !event.isComposing && !view.state.readOnly ? findRange(event, view) : null
    if (range === null) return false
    const { from, to } = range
    if (event.inputType.startsWith('insert')) {
      const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? null
      if (text === null || !INSERTS.has(event.inputType)) return false
      view.dispatch({ ...replace(from, to, text), userEvent: 'input.type' })
      return true
    }
    // Within a line the browser deletes as well as the editor, and knows what a character is to whoever types.
    if (!event.inputType.startsWith('deleteContent') || !view.state.sliceDoc(from, to).includes('\n')) return false
    view.dispatch({ ...replace(from, to, ''), userEvent: 'delete.selection' })
    return true
  },
})

const INSERTS: ReadonlySet<string> = new Set(['insertText', 'insertReplacementText'])

/**
 * What the browser would replace, which may be more than the editor has heard of; null where that is nothing. Chromium
 * names no ranges of typing, which goes to the selection.
 */
function findRange(event: InputEvent, view: EditorView): { readonly from: number; readonly to: number } | null {
  const selection = document.getSelection()
  const selected = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined
  const range = event.getTargetRanges()[0] ?? selected
  if (range === undefined || range.collapsed || !view.contentDOM.contains(range.startContainer)) return null
  const from = view.posAtDOM(range.startContainer, range.startOffset)
  const to = view.posAtDOM(range.endContainer, range.endOffset)
  return from < to ? { from, to } : null
}

function replace(from: number, to: number, insert: string) {
  return { changes: { from, to, insert }, selection: { anchor: from + insert.length }, scrollIntoView: true }
}
