import { ConflictError, InvalidInputError, KnownError, NotAuthenticatedError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { ChangeBus } from './change-bus.ts'
import type { Change, WatchRequest } from './change.ts'
import { createChangeStream } from './change-stream.ts'
import { startWatch, type Watch } from './watch.ts'
import type { WatchSources } from './watched-thing.ts'

const MAX_WATCHES = 200
const MAX_SUBSCRIPTIONS_OF_USER = 32
const MAX_NAME_CHARACTERS = 1000
/** A change of access that another server made is heard of at once; this is for what nobody tells: a session's end. */
const RECHECK_MS = 30_000

/** Who subscribes, and for how long. */
export interface Subscriber {
  readonly viewer: Viewer
  /** Who the caller is now; null, or a NotAuthenticatedError, when the key or session has ended. */
  readonly authenticateAgain: () => Promise<Viewer | null>
  /** Ends when the client hangs up or the server stops. */
  readonly signal: AbortSignal
}

/** Lets clients watch things. */
export interface LiveService {
  /**
   * The changes of these things from now on; nothing is kept of a subscription whose signal has ended. Throws
   * NotFoundError when one of them is not the viewer's to see, InvalidInputError when there are too many, and ConflictError
   * when the viewer has too many subscriptions.
   */
  subscribe(subscriber: Subscriber, of: readonly WatchRequest[]): Promise<AsyncGenerator<Change, void, void>>
  /** What is open at this server now. */
  count(): { readonly subscriptions: number; readonly watches: number }
}

/** Creates the live service. */
export function createLiveService(deps: { readonly bus: ChangeBus; readonly sources: WatchSources }): LiveService {
  const { bus, sources } = deps
  const openOfUser = new Map<number, number>()
  let watchCount = 0

  function enter(userId: number): () => void {
    const open = openOfUser.get(userId) ?? 0
    if (open >= MAX_SUBSCRIPTIONS_OF_USER) {
      throw new ConflictError(
        `Cannot open another subscription: you have ${open} open at once, which is the limit. Close some, for example by closing browser tabs.`,
      )
    }
    openOfUser.set(userId, open + 1)
    return () => {
      const rest = (openOfUser.get(userId) ?? 1) - 1
      if (rest === 0) openOfUser.delete(userId)
      else openOfUser.set(userId, rest)
    }
  }

  return {
    async subscribe(subscriber, of) {
      const things = distinct(of)
      checkCount(things)
      let { viewer } = subscriber
      const stream = createChangeStream()
      const endings = [enter(viewer.user.id)]
      const watches: Watch[] = []
      const fail = (error: unknown): void => stream.end(error)

      function close(): void {
        stream.end()
        subscriber.signal.removeEventListener('abort', close)
        for (const watch of watches) watch.stop()
        watchCount -= watches.length
        watches.length = 0
        for (const end of endings.splice(0)) end()
      }

      async function recheck(looksAgain: boolean): Promise<void> {
        const now = await subscriber.authenticateAgain()
        if (now === null || now.user.id !== viewer.user.id) {
          throw new NotAuthenticatedError(
            'Cannot tell of changes any more: the API key or the session ended. Log in again.',
          )
        }
        const hasOtherAccess = !seesTheSame(viewer, now)
        viewer = now
        if (hasOtherAccess || looksAgain) for (const watch of watches) await watch.recheck(now)
      }

      /** Nothing is told before it is known whether it still may be. */
      const recheckSoon = (): void => void stream.hold(() => recheck(false))
      const startAnew = (): void => {
        void stream.hold(() => recheck(true))
        stream.noteReady()
      }

      try {
        endings.push(bus.listen(`access-of-user:${viewer.user.id}`, recheckSoon), bus.onGap(startAnew))
        for (const thing of things) {
          const onChange = stream.open(thing)
          const watch = startWatch({ bus, sources, viewer: () => viewer, onChange, onFailure: fail }, thing)
          watches.push(await watch.catch((error: unknown) => refuse(thing, error)))
          watchCount += 1
        }
        const timer = setInterval(recheckSoon, RECHECK_MS)
        timer.unref()
        endings.push(() => clearInterval(timer))
        subscriber.signal.addEventListener('abort', close, { once: true })
        if (subscriber.signal.aborted) close()
      } catch (error) {
        close()
        throw error
      }
      stream.noteReady()
      return endingWith(stream.read(), close)
    },
    count: () => ({
      subscriptions: [...openOfUser.values()].reduce((sum, open) => sum + open, 0),
      watches: watchCount,
    }),
  }
}

async function* endingWith(changes: AsyncGenerator<Change, void, void>, close: () => void) {
  try {
    yield* changes
  } finally {
    close()
  }
}

/** Says which thing it is that cannot be watched: a client then goes on without it. */
function refuse(watch: WatchRequest, error: unknown): never {
  if (!(error instanceof KnownError)) throw error
  throw new KnownError(error.code, error.message, { details: { ...error.details, watch }, cause: error })
}

/** A thing that is named twice is watched once. */
function distinct(of: readonly WatchRequest[]): readonly WatchRequest[] {
  return [...new Map(of.map((watch) => [keyOf(watch), watch])).values()]
}

function keyOf({ kind, entityName, projectName, name, id }: WatchRequest): string {
  return JSON.stringify([kind, entityName ?? null, projectName ?? null, name ?? null, id ?? null])
}

function checkCount(things: readonly WatchRequest[]): void {
  if (things.length === 0) throw new InvalidInputError('Cannot watch nothing. Name at least one thing.')
  if (things.length > MAX_WATCHES) {
    throw new InvalidInputError(
      `Cannot watch ${things.length} things with one subscription: the limit is ${MAX_WATCHES}. Watch lists in place of single things.`,
    )
  }
  for (const { kind, entityName, projectName, name, id } of things) {
    // Each is kept, and sent with each message.
    const length = Math.max(...[entityName, projectName, name, id].map((text) => text?.length ?? 0))
    if (length > MAX_NAME_CHARACTERS)
      throw new InvalidInputError(`Cannot watch a ${kind} by a text of ${length} characters: no name or id is so long.`)
  }
}

/** What is seen depends on the entities, on being an administrator, and of a private queue on who made it. */
function seesTheSame(one: Viewer, other: Viewer): boolean {
  return (
    one.user.isAdmin === other.user.isAdmin &&
    one.entityIds.size === other.entityIds.size &&
    [...one.entityIds].every(([name, id]) => other.entityIds.get(name) === id)
  )
}
