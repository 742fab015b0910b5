const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM']
/** One Ctrl-C may arrive twice, from the terminal and from a program in between; a person is not that quick. */
const SAME_REQUEST_MS = 300

/** The wish of a person or of the system that this program ends. */
export interface StopSignal extends Disposable {
  /** Resolves when the program is asked to stop. */
  readonly asked: Promise<NodeJS.Signals>
}

/** Listens for Ctrl-C and SIGTERM. `onSecond` is called when it is asked again: whoever asks does not want to wait. */
export function listenForStop(onSecond: () => void): StopSignal {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>()
  let firstAt: number | null = null
  const listeners = SIGNALS.map((signal) => {
    const listener = (): void => {
      const now = Date.now()
      if (firstAt === null) {
        firstAt = now
        resolve(signal)
      } else if (now - firstAt > SAME_REQUEST_MS) {
        onSecond()
      }
    }
    process.on(signal, listener)
    return { signal, listener }
  })
  return {
    asked: promise,
    [Symbol.dispose]() {
      for (const { signal, listener } of listeners) process.off(signal, listener)
    },
  }
}
