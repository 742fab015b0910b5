import { aspectSet, listAspects, type AspectSet } from './aspect.ts'
import type { Change, WatchRequest } from './change.ts'

/** The changes of what one connection watches, on their way to it. */
export interface ChangeStream {
  /** A place for the changes of one thing; what is noted there before it is read is one message. */
  open(of: WatchRequest): (aspects: AspectSet) => void
  /** Says that everything watched is to be read anew. */
  noteReady(): void
  /** Holds messages back for the time of the work, whose failure ends the stream. */
  hold(work: () => Promise<void>): Promise<void>
  /** Ends the stream, after an error if one is given. */
  end(error?: unknown): void
  /** Each message, once the one before it was taken. To be read once. */
  read(): AsyncGenerator<Change, void, void>
}

/** The shortest time between two messages about one thing. */
const PAUSE_MS = 200

interface Place {
  readonly of: WatchRequest
  aspects: AspectSet
  sentAt: number
  isWaiting: boolean
}

/**
 * Creates the stream of a connection. It keeps one set of aspects for each thing, however much changes and however slowly
 * the other side reads.
 */
export function createChangeStream(): ChangeStream {
  const due: Place[] = []
  const places: Place[] = []
  const timers = new Set<NodeJS.Timeout>()
  let isReadyDue = false
  let holds = 0
  let ended: { readonly error: unknown } | null = null
  let wake: (() => void) | null = null

  function enqueue(place: Place): void {
    due.push(place)
    wake?.()
  }

  function note(place: Place, aspects: AspectSet): void {
    if (ended !== null) return
    place.aspects |= aspects
    if (place.isWaiting) return
    place.isWaiting = true
    const waitMs = place.sentAt + PAUSE_MS - performance.now()
    if (waitMs <= 0) return enqueue(place)
    const timer = setTimeout(() => {
      timers.delete(timer)
      enqueue(place)
    }, waitMs)
    timer.unref()
    timers.add(timer)
  }

  /** Throws the error that has ended the stream. */
  function isEnded(): boolean {
    if (ended !== null && ended.error !== null) throw ended.error
    return ended !== null
  }

  function untilWoken(): Promise<void> {
    return new Promise((resolve) => void (wake = resolve))
  }

  function takeNext(): Change | null {
    if (holds > 0) return null
    if (isReadyDue) {
      isReadyDue = false
      return { kind: places[0]?.of.kind ?? 'PROJECTS', aspects: READY }
    }
    const place = due.shift()
    if (place === undefined) return null
    const { aspects } = place
    place.aspects = 0
    place.isWaiting = false
    place.sentAt = performance.now()
    return { ...place.of, aspects: listAspects(visibleAspects(aspects)) }
  }

  const stream: ChangeStream = {
    open(of) {
      const place: Place = { of, aspects: 0, sentAt: Number.NEGATIVE_INFINITY, isWaiting: false }
      places.push(place)
      return (aspects) => note(place, aspects)
    },
    noteReady() {
      isReadyDue = true
      wake?.()
    },
    async hold(work) {
      holds += 1
      try {
        await work()
      } catch (error) {
        stream.end(error)
      } finally {
        holds -= 1
        wake?.()
      }
    },
    end(error = null) {
      ended ??= { error }
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      wake?.()
    },
    async *read() {
      for (;;) {
        if (isEnded()) return
        const change = takeNext()
        if (change === null) await untilWoken()
        else yield change
      }
    },
  }
  return stream
}

const READY = listAspects(aspectSet('ready'))
const GONE = aspectSet('gone')

/** What changed of a thing since it is out of sight is nobody's business. */
function visibleAspects(aspects: AspectSet): AspectSet {
  return (aspects & GONE) === 0 ? aspects : GONE
}
