import { Tooltip } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { formatRelativeTime } from './format-relative-time.ts'

/** A moment as "3 minutes ago", kept right while it is shown, with the exact time on hover and for screen readers. */
export function RelativeTime({ at }: { readonly at: string | null | undefined }) {
  const now = useSyncExternalStore(subscribeToTicks, currentTick)
  if (at === null || at === undefined) return <span>never</span>
  const date = new Date(at)
  const exact = date.toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'medium' })
  return (
    <Tooltip label={exact}>
      <time dateTime={date.toISOString()}>{formatRelativeTime(date.getTime(), now * TICK_MS)}</time>
    </Tooltip>
  )
}

const TICK_MS = 5000

function currentTick(): number {
  return Math.floor(Date.now() / TICK_MS)
}

function subscribeToTicks(callback: () => void): () => void {
  const timer = setInterval(callback, TICK_MS)
  return () => clearInterval(timer)
}
