import { stripVTControlCharacters } from 'node:util'
import type { Terminal } from './terminal.ts'

// oxlint-disable-next-line no-control-regex -- the beginning of an escape sequence that may go on in the next part
const CUT_SEQUENCE = /\u001b(\[[\d;]*)?$/

/**
 * Passes the output of a program on, part by part: as it is, or without its colours where `NO_COLOR` is set
 * (no-color.org). A sequence that two parts share is put together first.
 */
export function createColourFilter(environment: Terminal['environment']): (text: string) => string {
  const { NO_COLOR: wish } = environment
  if (wish === undefined || wish === '') return (text) => text
  let rest = ''
  return (text) => {
    const whole = rest + text
    const cut = CUT_SEQUENCE.exec(whole)
    rest = cut?.[0] ?? ''
    return stripVTControlCharacters(whole.slice(0, whole.length - rest.length))
  }
}
