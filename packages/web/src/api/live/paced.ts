/** Work that is done for changes: never twice at once, and at most once in a while. */
export interface Paced {
  /** Has the work done soon; changes that come meanwhile cause one more time. */
  request(): void
  stop(): void
}

/** Paces work that follows changes, so that a program that writes without a pause cannot keep its page from showing anything. */
export function createPaced(work: () => Promise<unknown>, pauseMs: number): Paced {
  let isBusy = false
  let isWanted = false
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | null = null

  async function run(): Promise<void> {
    isBusy = true
    isWanted = false
    try {
      await work()
    } finally {
      if (!isStopped) timer = setTimeout(rest, pauseMs)
    }
  }

  function rest(): void {
    isBusy = false
    if (isWanted) void run()
  }

  return {
    request() {
      isWanted = true
      if (!isBusy && !isStopped) void run()
    },
    stop() {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
