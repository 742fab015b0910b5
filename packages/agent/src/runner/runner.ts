import { KnownError } from '@slipway/core'

/** All that a runner needs to start one program. `variables` holds the agent's key, so it is never written down. */
export interface RunOrder {
  /** The run queue item; a runner starts at most one program for each id. */
  readonly itemId: string
  /**
   * A folder of this item alone, which exists. The runner keeps there what survives a restart of the agent, and appends
   * the program's output to `output.log` in it.
   */
  readonly folder: string
  readonly command: readonly string[]
  readonly workingFolder: string
  /** The environment of the program, but for its secrets. */
  readonly variables: Readonly<Record<string, string>>
  /**
   * Further variables, whose values are secret: the runner hands them to the program alone, and hides them in what the
   * program prints before that is written anywhere. Called only when the program is really started, since for one that
   * was started before, the secrets may be gone by now.
   */
  readonly secrets: () => Promise<Readonly<Record<string, string>>>
  /** Whether there are any. */
  readonly hasSecrets: boolean
}

/** How a started program came to its end. `code` is as a shell tells it: 128 plus the number of a signal. */
export type RunEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'lost'; readonly reason: string }

/** What a runner gives back: enough to find the program again after a restart of the agent. Plain JSON. */
export interface SubmittedRun {
  readonly resource: string
  readonly folder: string
}

/** The agent's adapter for one kind of resource. Knows nothing of queues. */
export interface Runner {
  readonly resource: string
  /**
   * Starts the program of an order, unless it was started before: a repeated order finds the first one. Throws
   * SubmitFailedError when it could not be started.
   */
  submit(order: RunOrder): Promise<SubmittedRun>
  /** Waits for the end of the program. Rejects with the signal's reason when it is aborted; the program goes on. */
  observe(run: SubmittedRun, signal: AbortSignal): Promise<RunEnd>
  /** Asks the program and all that it started to end, kills what is left after the grace, and returns when all are gone. */
  stop(run: SubmittedRun, graceSeconds: number): Promise<void>
  /** Gives what the program left behind the grace to end by itself, and then ends it as `stop` does. */
  cleanUp(run: SubmittedRun, graceSeconds: number): Promise<void>
}

/** A program could not be started. `retry` says whether the same order may succeed at once, later, or never. */
export class SubmitFailedError extends KnownError {
  readonly retry: 'now' | 'later' | 'never'

  constructor(message: string, options: { readonly retry: 'now' | 'later' | 'never'; readonly cause?: unknown }) {
    super('unavailable', message, { cause: options.cause })
    this.retry = options.retry
  }
}
