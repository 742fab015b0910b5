import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'

/** What could stand at a place of a text. */
export interface CodeSuggestion {
  readonly label: string
  /** What is put in; the label unless given. */
  readonly apply?: string
  /** A word beside the label, such as the type. */
  readonly detail?: string
  readonly info?: string
}

/** Says what could stand at an offset of a text, and from which offset on it would replace what is there. */
export type SuggestCode = (
  text: string,
  offset: number,
) => { readonly from: number; readonly options: readonly CodeSuggestion[] } | null

/** Offers suggestions while somebody types, and on Ctrl-Space. */
export function suggestions(suggest: SuggestCode): Extension {
  return [
    autocompletion({
      override: [
        ({ state, pos }) => {
          const found = suggest(state.doc.toString(), pos)
          return found === null ? null : { from: found.from, options: [...found.options], filter: true }
        },
      ],
    }),
    keymap.of(completionKeymap),
  ]
}
