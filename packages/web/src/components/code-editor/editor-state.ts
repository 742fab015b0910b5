import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language'
import { lintGutter, lintKeymap } from '@codemirror/lint'
import { Annotation, EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { styleNonce } from '../../theme/style-nonce.ts'
import type { CodeEditorProps } from './code-editor-props.ts'
import { languageExtension } from './code-language.ts'
import { markMatches } from './code-marks.ts'
import { suggestions, type SuggestCode } from './code-suggestions.ts'
import { codeTheme } from './code-theme.ts'
import { replacingInput } from './replacing-input.ts'

/** Marks a change that was not made in the editor but came to it. */
export const fromOutside = Annotation.define<true>()

/** What an editor starts with. `onText` is called for each change that was made in the editor. */
export function createEditorState(
  options: Omit<CodeEditorProps, 'onChange'> & {
    readonly isReadOnly: boolean
    readonly onText: (text: string) => void
    readonly suggest: SuggestCode
  },
): EditorState {
  const { value, language, label, marks, minHeight = '120px', maxHeight = '480px' } = options
  const extensions: Extension[] = [
    EditorView.cspNonce.of(styleNonce),
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorView.theme({ '.cm-scroller': { maxHeight, overflow: 'auto' }, '.cm-content, .cm-gutter': { minHeight } }),
    EditorView.lineWrapping,
    codeTheme,
    lineNumbers(),
    lintGutter(),
    languageExtension(language),
    bracketMatching(),
    ...(marks === undefined ? [] : [markMatches(marks)]),
    ...(options.isReadOnly ? readOnly : editing(options)),
  ]
  return EditorState.create({ doc: value, extensions })
}

/** It keeps the focus, so that a keyboard can scroll it, but takes no text. */
const readOnly: readonly Extension[] = [
  EditorState.readOnly.of(true),
  EditorView.contentAttributes.of({ 'aria-readonly': 'true' }),
  keymap.of(defaultKeymap),
]

function editing({
  onText,
  suggest,
}: {
  readonly onText: (text: string) => void
  readonly suggest: SuggestCode
}): readonly Extension[] {
  return [
    history(),
    replacingInput,
    drawSelection(),
    highlightActiveLine(),
    indentOnInput(),
    indentUnit.of('  '),
    suggestions(suggest),
    // The tab key leads on to the next field: whoever has only a keyboard must get out again.
    keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
    EditorView.updateListener.of((update) => {
      const isOurs = update.transactions.some((transaction) => transaction.annotation(fromOutside) === true)
      if (update.docChanged && !isOurs) onText(update.state.doc.toString())
    }),
  ]
}
