/** Why an item must end before its program does. */
export type EndRequest =
  /** Somebody asked to stop it; the server gets to know that it was stopped. */
  | { readonly kind: 'stop'; readonly reason: string }
  /** It belongs to another agent now; the server gets to know nothing. */
  | { readonly kind: 'lost' }

/** The requests to end one item, and signals for those who wait for them. */
export interface EndRequests {
  readonly current: EndRequest | null
  /** Aborted by the first request. */
  readonly any: AbortSignal
  /** Aborted when the item is lost. */
  readonly lost: AbortSignal
  /** Takes a request; the first one counts, except that a lost item is lost whatever was asked before. */
  add(request: EndRequest): void
}

/** Starts without a request, or with the one that an earlier agent has written down. */
export function createEndRequests(first: EndRequest | null): EndRequests {
  const any = new AbortController()
  const lost = new AbortController()
  let current: EndRequest | null = null
  const requests: EndRequests = {
    get current() {
      return current
    },
    any: any.signal,
    lost: lost.signal,
    add(request) {
      if (current !== null && request.kind !== 'lost') return
      current = request
      any.abort()
      if (request.kind === 'lost') lost.abort()
    },
  }
  if (first !== null) requests.add(first)
  return requests
}
