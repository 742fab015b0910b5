import type { Log } from './log.ts'

/** Work that is repeated until it is stopped. */
export interface PeriodicTask {
  /** Ends the repetition; resolves when a round in progress is over. */
  stop(): Promise<void>
}

/** Repeats work with a pause after each round. A round that fails is logged, and the next one tries again. */
export function startPeriodicTask(task: {
  readonly name: string
  readonly everyMs: number
  readonly log: Log
  readonly work: () => Promise<unknown>
}): PeriodicTask {
  let isStopped = false
  let round: Promise<void> = Promise.resolve()
  let timer = setTimeout(start, task.everyMs)
  timer.unref()

  function start(): void {
    round = runOnce()
  }

  async function runOnce(): Promise<void> {
    try {
      await task.work()
    } catch (error) {
      if (!isStopped) task.log.error({ err: error, task: task.name }, 'a repeated task failed; it is tried again')
    }
    if (isStopped) return
    timer = setTimeout(start, task.everyMs)
    timer.unref()
  }

  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await round
    },
  }
}
