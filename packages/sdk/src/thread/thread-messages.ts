import type { ErrorCode } from '@slipway/core'
import type { RingMemory } from '../record/ring.ts'
import type { RunStart } from '../record/run-start.ts'
import type { ResumedRun } from '../sending/start-run.ts'

/** What the sending thread is started with. */
export interface ThreadOrder {
  readonly memory: RingMemory
  readonly folder: string
  readonly start: RunStart
  /** Null in offline mode: the run is written down only. */
  readonly server: { readonly baseUrl: string; readonly apiKey: string } | null
  readonly limits: SendLimits
  /** The code to keep for the job; null when none is made. */
  readonly codeRoot: string | null
  readonly isSilent: boolean
}

/** How long is waited for a server, and how much may wait for it. */
export interface SendLimits {
  readonly initTimeoutSeconds: number
  readonly finishTimeoutSeconds: number
  readonly maxBufferBytes: number
}

/** From the program to the thread. */
export type ToThread =
  | { readonly kind: 'drain' }
  /** Nothing follows any more. */
  | { readonly kind: 'finish'; readonly exitCode: number }

/** From the thread to the program. */
export type FromThread =
  | {
      readonly kind: 'started'
      /** Null while the server has not answered. */
      readonly place: StartedPlace | null
      readonly resumed: ResumedRun | null
    }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'stop' }
  | { readonly kind: 'ended' }

/** Where the run is on the server. */
export interface StartedPlace {
  readonly entity: string
  readonly project: string
  readonly displayName: string
}
