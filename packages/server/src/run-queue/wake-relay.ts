import type { RelayLine, ServerRelay } from '../relay/server-relay.ts'
import type { WakeTopic, WakeUps } from './wake-ups.ts'

/** Wakes those who wait for a topic, at this server and at the others on its database. */
export type Wake = (topic: WakeTopic, count: number) => void

/**
 * Lets wake-ups reach the other servers. A wake-up that is lost with the connection costs time only: whoever waits looks
 * again when its hold is over.
 */
export function createWakeRelay(wakeUps: WakeUps, relay: ServerRelay): Wake {
  const waiting = new Map<WakeTopic, number>()
  const line: RelayLine = relay.join({
    name: 'wake',
    pauseMs: 0,
    take(maxCharacters) {
      const entries: string[] = []
      let length = 0
      for (const [topic, count] of waiting) {
        const entry = `${topic}=${count}`
        length += entry.length + 1
        if (length > maxCharacters) break
        entries.push(entry)
        waiting.delete(topic)
      }
      return entries
    },
    receive(entries) {
      for (const entry of entries) {
        const [topic, count] = entry.split('=')
        if (topic !== undefined) wakeUps.wake(topic as WakeTopic, Number(count))
      }
    },
    onGap: () => waiting.clear(),
  })

  return (topic, count) => {
    wakeUps.wake(topic, count)
    if (!line.isOpen) return
    waiting.set(topic, Math.min((waiting.get(topic) ?? 0) + count, Number.MAX_SAFE_INTEGER))
    line.send()
  }
}
