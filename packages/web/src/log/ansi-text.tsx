import type { CSSProperties } from 'react'
import { parseAnsi, type AnsiLook } from './ansi.ts'

/** A line in its colours. Whatever is in it is text. */
export function AnsiText({ line }: { readonly line: string }) {
  return parseAnsi(line).map(({ text, look }, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the pieces of one line never move
    <span key={index} style={styleOf(look)}>
      {text}
    </span>
  ))
}

function styleOf(look: AnsiLook): CSSProperties {
  return {
    ...(look.colour === undefined ? {} : { color: colourOf(look.colour) }),
    ...(look.background === undefined
      ? {}
      : { background: `color-mix(in srgb, ${colourOf(look.background)} 25%, transparent)` }),
    ...(look.isBold === true ? { fontWeight: 700 } : {}),
    ...(look.isFaint === true ? { fontStyle: 'normal', fontWeight: 300 } : {}),
    ...(look.isItalic === true ? { fontStyle: 'italic' } : {}),
    ...(look.isUnderlined === true || look.isStruck === true
      ? { textDecoration: look.isStruck === true ? 'line-through' : 'underline' }
      : {}),
  }
}

/** The palette of the page is readable on it; bright colours are the same ones. */
function colourOf(colour: number | string): string {
  if (typeof colour === 'string') return colour
  return `var(--ansi-${colour <= 8 ? colour : colour - 8})`
}
