/** How long a hidden tab goes on being told; somebody who looks something up elsewhere is often back before. */
export const HIDDEN_MS = 3 * 60_000

const CHANNEL = 'slipway-live'

/** Whether this tab needs to hear of changes. */
export interface PageAttention {
  readonly isAwake: boolean
  /** Tells the browser's other tabs that this one holds a connection: those that nobody sees then give theirs up. */
  announce(): void
  close(): void
}

/**
 * Follows whether a tab is seen. One that was hidden for long needs no connection, and one that opens in the background
 * none before it is looked at. Over HTTP/1.1 a browser opens six connections to a server in all its tabs, so a hidden
 * tab also rests as soon as another one connects.
 */
export function followAttention(
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>,
  onChange: (isAwake: boolean) => void,
): PageAttention {
  let isAwake = page.visibilityState === 'visible'
  let timer: ReturnType<typeof setTimeout> | undefined
  const channel = new BroadcastChannel(CHANNEL)

  function set(next: boolean): void {
    clearTimeout(timer)
    if (next === isAwake) return
    isAwake = next
    onChange(next)
  }
  function follow(): void {
    if (page.visibilityState === 'visible') return set(true)
    clearTimeout(timer)
    timer = setTimeout(() => set(false), HIDDEN_MS)
  }
  channel.addEventListener('message', () => {
    if (page.visibilityState !== 'visible') set(false)
  })
  page.addEventListener('visibilitychange', follow)

  return {
    get isAwake() {
      return isAwake
    },
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin alone
    announce: () => channel.postMessage('connected'),
    close() {
      clearTimeout(timer)
      channel.close()
      page.removeEventListener('visibilitychange', follow)
    },
  }
}
