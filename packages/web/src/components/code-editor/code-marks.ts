import type { Extension } from '@codemirror/state'
import { Decoration, MatchDecorator, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view'

/** Sets off each match of a pattern, such as the `{{name}}` of a template. The pattern needs the flag `g`. */
export function markMatches(pattern: RegExp): Extension {
  const decorator = new MatchDecorator({ regexp: pattern, decoration: Decoration.mark({ class: 'cm-marked' }) })
  return ViewPlugin.define<{ decorations: DecorationSet; update: (update: never) => void }>(
    (view: EditorView) => {
      const plugin = {
        decorations: decorator.createDeco(view),
        update(update: Parameters<typeof decorator.updateDeco>[0]) {
          plugin.decorations = decorator.updateDeco(update, plugin.decorations)
        },
      }
      return plugin
    },
    { decorations: (plugin) => plugin.decorations },
  )
}
