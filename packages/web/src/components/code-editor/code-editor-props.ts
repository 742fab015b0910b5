import type { CodeLanguage } from './code-language.ts'
import type { CodeProblem } from './code-problem.ts'
import type { SuggestCode } from './code-suggestions.ts'

/** A text in a language, and what is to be seen of it. */
export interface CodeEditorProps {
  readonly value: string
  readonly language: CodeLanguage
  /** The name of the field for whoever does not see it. */
  readonly label: string
  /** Called with the whole text at each change; without it the text cannot be changed. */
  readonly onChange?: (text: string) => void
  readonly problems?: readonly CodeProblem[]
  /** Matches are set off. Needs the flag `g`; the first one given stays. */
  readonly marks?: RegExp
  readonly suggest?: SuggestCode
  /** CSS lengths. Default to 120px and 480px; beyond the latter it scrolls. */
  readonly minHeight?: string
  readonly maxHeight?: string
}
