import { type Problem, suggestInputs } from '@slipway/core'
import { useMemo } from 'react'
import { CodeEditor } from '../../components/code-editor/code-editor.tsx'
import type { DraftAction, DraftSection } from '../model/input-draft.ts'
import { writeSectionText } from '../model/section-text.ts'
import classes from '../form/form.module.css'
import { useForm } from '../form/form-context.ts'
import { placeProblems } from './place-problems.ts'
import { useLateText } from './use-late-text.ts'

/** The text of a section: with marks where the problems are, and suggestions from the schema. */
export function TextSection({
  section,
  problems,
  dispatch,
}: {
  readonly section: DraftSection
  /** Those of this section, by input address. */
  readonly problems: readonly Problem[]
  readonly dispatch: (action: DraftAction) => void
}) {
  const { secrets } = useForm()
  const { file, format, shape, values, name, fault } = section
  const written = writeSectionText(section)
  const { text, change, flush } = useLateText(written.text, (next) => dispatch({ type: 'set-text', file, text: next }))
  const marks = useMemo(
    () => placeProblems({ name, text: written.text, fault, problems }),
    [name, written.text, fault, problems],
  )
  const waiting = fault !== null && values !== section.textValues
  return (
    <div onBlur={flush}>
      <CodeEditor
        value={text}
        language={format}
        label={`Text of ${file ?? 'the run config'}`}
        minHeight="160px"
        maxHeight="60vh"
        problems={text === written.text ? marks : NO_MARKS}
        suggest={(current, offset) => suggestInputs({ format, shape, values, secrets }, current, offset)}
        onChange={change}
      />
      {waiting && (
        <p className={classes.note}>
          Changes made in the form wait until this text can be read; then they are written into it.
        </p>
      )}
    </div>
  )
}

const NO_MARKS = [] as const
