import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** Each with a contrast of 4.5 or more on the editor's ground, light and dark. */
const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'light-dark(#0b5c8a, #7cc4f0)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'light-dark(#1f6b35, #93d6a4)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'light-dark(#9a3412, #f2b48a)' },
  { tag: [tags.keyword, tags.typeName, tags.labelName], color: 'light-dark(#7a2e8a, #dba6ea)' },
  { tag: [tags.comment, tags.meta], color: 'var(--slipway-muted)', fontStyle: 'italic' },
  { tag: tags.invalid, color: 'light-dark(#b42318, #ff9b90)' },
])

const look = EditorView.theme({
  '&': {
    fontSize: 'var(--mantine-font-size-sm)',
    color: 'var(--mantine-color-text)',
    backgroundColor: 'var(--slipway-surface)',
    border: '1px solid var(--slipway-border)',
    borderRadius: 'var(--mantine-radius-md)',
    overflow: 'hidden',
  },
  '&.cm-focused': { outline: '2px solid var(--mantine-primary-color-filled)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--mantine-color-text)', paddingBlock: '8px' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--slipway-muted)',
    borderRight: '1px solid var(--slipway-border)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'light-dark(#0b6e6e0d, #ffffff0d)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'light-dark(#b7dedb, #25514f)',
  },
  '.cm-marked': {
    borderRadius: '4px',
    outline: '1px solid var(--mantine-primary-color-filled)',
    backgroundColor: 'light-dark(#0b6e6e1f, #35a29a33)',
  },
  '.cm-tooltip': {
    color: 'var(--mantine-color-text)',
    backgroundColor: 'var(--slipway-surface)',
    border: '1px solid var(--slipway-border)',
    borderRadius: 'var(--mantine-radius-sm)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--mantine-primary-color-contrast)',
    backgroundColor: 'var(--mantine-primary-color-filled)',
  },
})

/** How every editor looks, in both colour schemes. */
export const codeTheme: Extension = [look, syntaxHighlighting(highlight)]
