import { lazy, Suspense } from 'react'
import type { CodeEditorProps } from './code-editor-props.ts'
import classes from './code-editor.module.css'

const LoadedEditor = lazy(async () => ({ default: (await import('./loaded-editor.tsx')).LoadedEditor }))

/** Edits a text with colours, error marks and suggestions. Its library is loaded when the first editor is shown. */
export function CodeEditor(props: CodeEditorProps) {
  const { value, label, minHeight = '120px', maxHeight = '480px' } = props
  return (
    <Suspense
      fallback={
        <pre className={classes.fallback} aria-label={label} aria-busy style={{ minHeight, maxHeight }}>
          {value}
        </pre>
      }
    >
      <LoadedEditor {...props} />
    </Suspense>
  )
}
