import type { WatchKind } from '@slipway/api'

/** What a client asks to be told of. Which of the names it takes depends on its kind. */
export interface WatchRequest {
  readonly kind: WatchKind
  /** Missing: the caller's own entity. */
  readonly entityName?: string | null | undefined
  readonly projectName?: string | null | undefined
  readonly name?: string | null | undefined
  readonly id?: string | null | undefined
}

/** What is new of a watched thing, which is named as it was asked for. */
export interface Change extends WatchRequest {
  /** What changed of it, in no order; "ready" when everything watched is to be read anew, "gone" when it is out of sight. */
  readonly aspects: readonly string[]
}
