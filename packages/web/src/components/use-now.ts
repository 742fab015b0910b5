import { useSyncExternalStore } from 'react'

/** The present time in milliseconds, kept right to the second while it is shown. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, readSecond)
}

function readSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000
}

function subscribe(callback: () => void): () => void {
  const timer = setInterval(callback, 1000)
  return () => clearInterval(timer)
}
