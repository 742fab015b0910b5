import { KnownError } from '@slipway/core'

/** The part of an item's way in which it failed. */
export type ItemStage = 'agent' | 'environment' | 'start' | 'run'

/** How an item ended, in the words of `finishRunQueueItem`. Plain JSON. */
export type ItemOutcome =
  | { readonly state: 'finished'; readonly exitCode: number }
  | { readonly state: 'stopped'; readonly reason: string; readonly exitCode: number | null }
  | {
      readonly state: 'failed'
      readonly stage: ItemStage
      /** For a person: one sentence, and where there is one, the last line of output. */
      readonly reason: string
      readonly exitCode: number | null
    }

/** A step of an item failed: which one, and why for a person. */
export class ItemFailedError extends KnownError {
  readonly stage: ItemStage

  constructor(stage: ItemStage, message: string, options: { readonly cause?: unknown } = {}) {
    super('unavailable', message, options)
    this.stage = stage
  }
}

/** The outcome of a step that threw. Unexpected errors count as the agent's own. */
export function failedOutcome(error: unknown, stage: ItemStage): ItemOutcome {
  return {
    state: 'failed',
    stage: error instanceof ItemFailedError ? error.stage : stage,
    reason: error instanceof Error ? error.message : String(error),
    exitCode: null,
  }
}

/** The outcome of a program that ended by itself. */
export function exitOutcome(code: number, lastLine: string | null): ItemOutcome {
  if (code === 0) return { state: 'finished', exitCode: 0 }
  const words = lastLine === null ? '' : ` Its last line: ${lastLine}`
  return { state: 'failed', stage: 'run', exitCode: code, reason: `${describeExit(code)}${words}` }
}

const SIGNALS: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL, as when memory runs out',
  11: 'SIGSEGV',
  15: 'SIGTERM',
}

function describeExit(code: number): string {
  const signal = code > 128 ? SIGNALS[code - 128] : undefined
  if (signal !== undefined) return `The program was ended by signal ${code - 128} (${signal}).`
  if (code === 127) return 'The program ended with exit code 127: a command was not found.'
  return `The program ended with exit code ${code}.`
}
