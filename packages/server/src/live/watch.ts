import { KnownError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import { aspectSet, type AspectSet } from './aspect.ts'
import type { ChangeBus, ChangeTopic } from './change-bus.ts'
import type { WatchRequest } from './change.ts'
import { findWatchedTopics, type WatchSources } from './watched-thing.ts'

/** One thing that somebody watches. */
export interface Watch {
  readonly of: WatchRequest
  /** Looks the thing up anew as this viewer; what they may not see any more is let go, after a last word. */
  recheck(viewer: Viewer): Promise<void>
  stop(): void
}

const GONE = aspectSet('gone')

/** Begins to watch. `onChange` is called until the watch is stopped, `onFailure` when the thing cannot be looked up. */
export async function startWatch(
  deps: {
    readonly bus: ChangeBus
    readonly sources: WatchSources
    readonly viewer: () => Viewer
    readonly onChange: (aspects: AspectSet) => void
    readonly onFailure: (error: unknown) => void
  },
  of: WatchRequest,
): Promise<Watch> {
  const { bus, sources, onChange, onFailure } = deps
  let listening = new Map<ChangeTopic, () => void>()
  let stopMembership: (() => void) | null = null
  let isOver = false
  let looking: Promise<unknown> = Promise.resolve()

  function stop(): void {
    isOver = true
    for (const leave of listening.values()) leave()
    listening.clear()
    stopMembership?.()
  }

  /** Listens to these and no others; false when they were the same before. */
  function listenTo(topics: readonly ChangeTopic[]): boolean {
    const before = listening
    listening = new Map(topics.map((topic) => [topic, before.get(topic) ?? bus.listen(topic, onChange)]))
    const left = [...before].filter(([topic]) => !listening.has(topic))
    for (const [, leave] of left) leave()
    return left.length > 0 || listening.size > before.size
  }

  /** Looks the thing up, after earlier looks: the answer to an earlier question must not replace that to a later one. */
  function look(viewer: Viewer): Promise<'same' | 'other' | 'gone'> {
    const next = looking.then(() => lookNow(viewer))
    looking = next.catch(() => undefined)
    return next
  }

  async function lookNow(viewer: Viewer): Promise<'same' | 'other' | 'gone'> {
    try {
      const { topics, membership } = await findWatchedTopics(sources, viewer, of)
      if (isOver) return 'same'
      if (membership !== null) stopMembership ??= bus.listen(membership, (aspects) => void followMembers(aspects))
      return listenTo(topics) ? 'other' : 'same'
    } catch (error) {
      if (error instanceof KnownError && error.code === 'not-found') return 'gone'
      throw error
    }
  }

  async function followMembers(aspects: AspectSet): Promise<void> {
    try {
      // What somebody else made for themselves alone changes nothing here, and must not show.
      if ((await look(deps.viewer())) === 'other') onChange(aspects)
    } catch (error) {
      onFailure(error)
    }
  }

  const first = await findWatchedTopics(sources, deps.viewer(), of)
  listenTo(first.topics)
  if (first.membership !== null) {
    stopMembership = bus.listen(first.membership, (aspects) => void followMembers(aspects))
    // What was made since the first look has told nobody here.
    await look(deps.viewer())
  }
  return {
    of,
    stop,
    async recheck(viewer) {
      if (isOver || (await look(viewer)) !== 'gone') return
      stop()
      onChange(GONE)
    },
  }
}
