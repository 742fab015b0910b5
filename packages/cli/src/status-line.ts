import type { Terminal } from './terminal.ts'

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const FRAME_MS = 100
/** What is over sooner needs no sign that it goes on. */
const PATIENCE_MS = 1000

/** A line on the terminal that says what is being waited for, and for how long already. */
export interface StatusLine extends Disposable {
  /** Says something else from now on. */
  set(text: string): void
  /** Takes the line away until the next frame, so that something else can be written. */
  clear(): void
  /** Shows nothing while the cursor is behind text that a frame would write over. */
  hold(isHeld: boolean): void
}

/** Starts a status line on stderr; where that is no terminal nothing is written. */
export function startStatusLine(terminal: Terminal, text: string): StatusLine {
  const { stderr } = terminal
  if (stderr.isTTY !== true) {
    return { set: () => undefined, clear: () => undefined, hold: () => undefined, [Symbol.dispose]: () => undefined }
  }
  const startedAt = Date.now()
  let current = text
  let isShown = false
  let isOnHold = false
  let frame = 0
  const clear = (): void => {
    if (isShown) stderr.write('\r\u001b[2K')
    isShown = false
  }
  const timer = setInterval(() => {
    const elapsedMs = Date.now() - startedAt
    if (elapsedMs < PATIENCE_MS || isOnHold) return
    clear()
    frame = (frame + 1) % FRAMES.length
    stderr.write(`${FRAMES[frame] ?? ''} ${current} ${Math.round(elapsedMs / 1000)} s`)
    isShown = true
  }, FRAME_MS)
  timer.unref()
  return {
    set(next) {
      current = next
    },
    clear,
    hold(isHeld) {
      isOnHold = isHeld
    },
    [Symbol.dispose]() {
      clearInterval(timer)
      clear()
    },
  }
}
