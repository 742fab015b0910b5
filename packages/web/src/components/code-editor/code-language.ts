import { json } from '@codemirror/lang-json'
import { yaml } from '@codemirror/lang-yaml'
import { StreamLanguage } from '@codemirror/language'
import { toml } from '@codemirror/legacy-modes/mode/toml'
import type { Extension } from '@codemirror/state'

/** What an editor can be told its text is. */
export type CodeLanguage = 'yaml' | 'json' | 'toml' | 'text'

/** Colours and indents a text by its language. */
export function languageExtension(language: CodeLanguage): Extension {
  switch (language) {
    case 'yaml':
      return yaml()
    case 'json':
      return json()
    case 'toml':
      return StreamLanguage.define(toml)
    case 'text':
      return []
  }
}
