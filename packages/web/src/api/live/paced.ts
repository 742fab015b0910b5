/** Work that is done for changes: never twice at once, and at most once in a while. */
export interface Paced {
  /** Has the work done soon; changes that come meanwhile cause one more time. */
  request(): void
  stop(): void
}

/** Work that goes on failing is tried again ever more seldom, up to this many times the pause. */
const MAX_PAUSES = 64

/**
 * Paces work that follows changes, so that a program that writes without a pause cannot keep its page from showing anything.
 * Work that fails is tried again after a pause.
 */
export function createPaced(work: () => Promise<unknown>, pauseMs: number): Paced {
  let isBusy = false
  let isWanted = false
  let isStopped = false
  let pauses = 1
  let timer: ReturnType<typeof setTimeout> | null = null

  async function run(): Promise<void> {
    isBusy = true
    isWanted = false
    const isDone = await attempt(work)
    if (isDone) pauses = 1
    else isWanted = true
    if (isStopped) return
    timer = setTimeout(rest, pauses * pauseMs)
    if (!isDone) pauses = Math.min(pauses * 2, MAX_PAUSES)
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

async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch {
    return false
  }
}
