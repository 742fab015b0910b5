import { setDiagnostics } from '@codemirror/lint'
import { EditorView } from '@codemirror/view'
import { useEffect, useEffectEvent, useRef } from 'react'
import { toDiagnostics } from './code-diagnostics.ts'
import type { CodeEditorProps } from './code-editor-props.ts'
import { createEditorState, fromOutside } from './editor-state.ts'

const NO_PROBLEMS: NonNullable<CodeEditorProps['problems']> = []

/** The editor itself. Load it by `CodeEditor`, so that screens without one do without its library. */
export function LoadedEditor(props: CodeEditorProps) {
  const { value, language, label, problems = NO_PROBLEMS, onChange } = props
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const isReadOnly = onChange === undefined
  const tell = useEffectEvent((text: string) => onChange?.(text))
  const start = useEffectEvent(() =>
    createEditorState({ ...props, isReadOnly, onText: (text) => tell(text), suggest: (...at) => suggest(...at) }),
  )
  const suggest = useEffectEvent((text: string, offset: number) => props.suggest?.(text, offset) ?? null)

  // oxlint-disable-next-line react/exhaustive-deps -- another language or name needs another editor; the rest is followed below
  useEffect(() => {
    if (place.current === null) return
    const created = new EditorView({ parent: place.current, state: start() })
    view.current = created
    return () => {
      view.current = null
      created.destroy()
    }
  }, [language, label, isReadOnly])

  useEffect(() => {
    const current = view.current
    if (current === null || current.state.doc.toString() === value) return
    const changes = { from: 0, to: current.state.doc.length, insert: value }
    current.dispatch({ changes, annotations: fromOutside.of(true) })
  }, [value])

  useEffect(() => {
    const current = view.current
    if (current === null) return
    current.dispatch(setDiagnostics(current.state, [...toDiagnostics(current.state.doc, problems)]))
  }, [problems, value])

  return <div ref={place} />
}
