import type { RelayLine, ServerRelay } from '../relay/server-relay.ts'
import type { AspectSet } from './aspect.ts'

/** What changes are published under: a kind of thing, and the row id of the thing or of what it belongs to. */
export type ChangeTopic = `${ChangeTopicKind}:${number}`

export type ChangeTopicKind =
  | 'projects-of-entity'
  | 'jobs-of-entity'
  | 'jobs-of-project'
  | 'runs-of-entity'
  | 'runs-of-project'
  | 'run'
  | 'queues-of-entity'
  | 'queue'
  | 'item'
  | 'agents-of-entity'
  | 'access-of-user'
  | 'presets-of-entity'
  | 'secrets-of-entity'
  | 'members-of-entity'
  | 'account-of-user'
  | 'teams-of-user'
  // There is one list of all teams and one of all users: their number is 0.
  | 'teams-of-server'
  | 'users-of-server'

export type ChangeListener = (aspects: AspectSet) => void

/** Carries changes from those who make them to those who listen, at this server and at the others on its database. */
export interface ChangeBus {
  /** Tells of a change that is durable. Costs a look into a map when nobody listens. */
  publish(topic: ChangeTopic, aspects: AspectSet): void
  /** Calls the listener at each change, until the function is called that is the answer. */
  listen(topic: ChangeTopic, listener: ChangeListener): () => void
  /** Calls the listener at each change of any topic of a kind that another server made, before all others hear of it. */
  listenToOthers(kind: ChangeTopicKind, listener: ChangeListener): void
  /** Calls the listener when changes may have been missed. */
  onGap(listener: () => void): () => void
  /** Whether anybody listens to anything. */
  hasListeners(): boolean
}

/** What waits to be told to other servers; beyond this they are told only that much has changed. */
const MAX_WAITING_TOPICS = 5000
/** Other servers hear of changes at most this often: whoever watches there hears no oftener of one thing. */
const RELAY_PAUSE_MS = 200
const EVERY_ASPECT: AspectSet = -1
/** Stands for changes of which nothing more is known. */
const GAP = '*'

/** Creates the bus of one server process. */
export function createChangeBus(relay: ServerRelay): ChangeBus {
  const listeners = new Map<ChangeTopic, Set<ChangeListener>>()
  const listenersToOthers = new Map<string, ChangeListener[]>()
  const gapListeners = new Set<() => void>()
  const waiting = new Map<ChangeTopic, AspectSet>()
  let hasGap = false

  function deliver(topic: ChangeTopic, aspects: AspectSet): void {
    const those = listeners.get(topic)
    if (those !== undefined) for (const listener of those) listener(aspects)
  }

  function deliverGap(): void {
    for (const all of listenersToOthers.values()) for (const listener of all) listener(EVERY_ASPECT)
    for (const listener of gapListeners) listener()
  }

  function receive(entry: string): void {
    if (entry === GAP) return deliverGap()
    const equals = entry.indexOf('=')
    const topic = entry.slice(0, equals)
    const aspects = Number(entry.slice(equals + 1))
    for (const listener of listenersToOthers.get(topic.slice(0, topic.indexOf(':'))) ?? []) listener(aspects)
    deliver(topic as ChangeTopic, aspects)
  }

  const line: RelayLine = relay.join({
    name: 'change',
    pauseMs: RELAY_PAUSE_MS,
    take(maxCharacters) {
      if (hasGap) {
        hasGap = false
        waiting.clear()
        return [GAP]
      }
      const entries: string[] = []
      let length = 0
      for (const [topic, aspects] of waiting) {
        const entry = `${topic}=${aspects}`
        length += entry.length + 1
        if (length > maxCharacters) break
        entries.push(entry)
        waiting.delete(topic)
      }
      return entries
    },
    receive: (entries) => {
      for (const entry of entries) receive(entry)
    },
    onGap() {
      hasGap = true
      line.send()
      deliverGap()
    },
  })

  return {
    publish(topic, aspects) {
      deliver(topic, aspects)
      if (!line.isOpen || hasGap) return
      waiting.set(topic, (waiting.get(topic) ?? 0) | aspects)
      if (waiting.size > MAX_WAITING_TOPICS) {
        waiting.clear()
        hasGap = true
      }
      line.send()
    },
    listen(topic, listener) {
      const those = listeners.get(topic)
      if (those === undefined) listeners.set(topic, new Set([listener]))
      else those.add(listener)
      return () => {
        const set = listeners.get(topic)
        set?.delete(listener)
        if (set?.size === 0) listeners.delete(topic)
      }
    },
    listenToOthers(kind, listener) {
      const known = listenersToOthers.get(kind)
      if (known === undefined) listenersToOthers.set(kind, [listener])
      else known.push(listener)
    },
    onGap(listener) {
      gapListeners.add(listener)
      return () => void gapListeners.delete(listener)
    },
    hasListeners: () => listeners.size > 0,
  }
}
