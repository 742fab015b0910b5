/** How a program comes to its end while its run is still on. */
export interface ExitHandlers {
  /** There is nothing left to do; there may still be waited. */
  onIdle(exitCode: number): void
  /** The process ends when this returns. */
  onExit(exitCode: number): void
  onUncaught(error: unknown): void
  /** Somebody asks the program to end, which it then does when this has resolved. */
  onSignal(signal: NodeJS.Signals): Promise<void>
}

/** The hooks are in place until they are removed. */
export interface ExitHooks {
  /**
   * To be called from time to time. A program that has not yielded for seconds cannot hear a signal, so that Ctrl-C would
   * do nothing; meanwhile signals end it at once, as without us.
   */
  notice(): void
  remove(): void
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const YIELD_MS = 500
const MAX_BUSY_MS = 5000

/** Watches for each way in which the process may end. */
export function installExitHooks(handlers: ExitHandlers): ExitHooks {
  const onBeforeExit = (code: number): void => handlers.onIdle(code)
  const onExit = (code: number): void => handlers.onExit(code)
  const onUncaught = (error: unknown): void => handlers.onUncaught(error)
  const listeners = SIGNALS.map((signal) => {
    const listener = (): void => {
      // A program with a listener of its own decides itself what becomes of it; we see its end by another hook.
      if (process.listenerCount(signal) > 1) return
      void handlers.onSignal(signal).finally(() => {
        process.off(signal, listener)
        process.kill(process.pid, signal)
      })
    }
    return { signal, listener }
  })
  let isListening = false
  const listen = (): void => {
    if (!isListening) for (const { signal, listener } of listeners) process.on(signal, listener)
    isListening = true
  }
  const unlisten = (): void => {
    for (const { signal, listener } of listeners) process.off(signal, listener)
    isListening = false
  }
  let yieldedAt = performance.now()
  const timer = setInterval(() => {
    yieldedAt = performance.now()
    listen()
  }, YIELD_MS)
  timer.unref()
  listen()
  process.on('beforeExit', onBeforeExit)
  process.on('exit', onExit)
  process.on('uncaughtExceptionMonitor', onUncaught)
  return {
    notice() {
      if (isListening && performance.now() - yieldedAt > MAX_BUSY_MS) unlisten()
    },
    remove() {
      clearInterval(timer)
      unlisten()
      process.off('beforeExit', onBeforeExit)
      process.off('exit', onExit)
      process.off('uncaughtExceptionMonitor', onUncaught)
    },
  }
}
