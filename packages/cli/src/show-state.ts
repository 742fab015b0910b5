import { styleText } from 'node:util'
import type { OutputStream } from './terminal.ts'

type Colour = 'green' | 'red' | 'yellow' | 'cyan' | 'gray'

/** The colour of each state of items, runs, agents and queues; what is not here has none. */
const COLOURS: Readonly<Record<string, Colour>> = {
  finished: 'green',
  open: 'green',
  ok: 'green',
  failed: 'red',
  fail: 'red',
  crashed: 'red',
  lost: 'red',
  stopped: 'yellow',
  stopping: 'yellow',
  draining: 'yellow',
  killed: 'yellow',
  preempted: 'yellow',
  paused: 'yellow',
  warn: 'yellow',
  cancelled: 'gray',
  canceled: 'gray',
  skipped: 'gray',
  refused: 'red',
  ended: 'gray',
  running: 'cyan',
  claimed: 'cyan',
  leased: 'cyan',
  polling: 'cyan',
}

/** A state in its colour. */
export function showState(stream: OutputStream, state: string): string {
  const colour = Object.hasOwn(COLOURS, state) ? COLOURS[state] : undefined
  return colour === undefined ? state : styleText(colour, state, { stream })
}
