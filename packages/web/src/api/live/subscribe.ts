import { ChangesDocument } from '@slipway/api'
import { createClient } from 'graphql-sse'
import { fetchWatched } from './fetch-watched.ts'
import { endByErrors, endByFailure, type SubscriptionEnd } from './subscription-end.ts'
import type { Change, Watch } from './watch.ts'

/** What hears of one subscription. `onEnd` is called once, and not after the subscription was stopped. */
export interface SubscriptionSink {
  readonly onChange: (change: Change) => void
  readonly onEnd: (end: SubscriptionEnd) => void
}

/** Begins to be told of changes of these things; the answer stops it. */
export type Subscribe = (of: readonly Watch[], sink: SubscriptionSink) => () => void

/** Creates what subscribes to changes at this page's server, one connection for each call. */
export function createSubscribe(): Subscribe {
  const client = createClient({ url: '/graphql', retryAttempts: 0, fetchFn: fetchWatched })
  return (of, sink) => {
    let isOver = false
    const end = (reason: SubscriptionEnd): void => {
      if (isOver) return
      isOver = true
      stop()
      sink.onEnd(reason)
    }
    const stop = client.subscribe<{ changes: Change }>(
      { query: ChangesDocument.toString(), variables: { of } },
      {
        next: (result) => {
          if (isOver) return
          if (result.errors !== undefined) end(endByErrors(result))
          else if (result.data) sink.onChange(result.data.changes)
        },
        error: (failure) => void endByFailure(failure).then(end),
        complete: () => end({ kind: 'lost' }),
      },
    )
    return () => {
      isOver = true
      stop()
    }
  }
}
