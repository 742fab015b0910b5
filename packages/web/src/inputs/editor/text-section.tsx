import { Textarea } from '@mantine/core'
import type { DraftAction, DraftSection } from '../model/input-draft.ts'
import { writeSectionText } from '../model/section-text.ts'

/** The text of a section. */
export function TextSection({
  section,
  dispatch,
}: {
  readonly section: DraftSection
  readonly dispatch: (action: DraftAction) => void
}) {
  return (
    <Textarea
      aria-label={`Text of ${section.file ?? 'the run config'}`}
      autosize
      minRows={8}
      value={writeSectionText(section).text}
      onChange={(event) => dispatch({ type: 'set-text', file: section.file, text: event.currentTarget.value })}
    />
  )
}
