import type { LaunchVersion } from './launch-queries.ts'

/** A job version that is launched, with what the form needs beside it. */
export interface LaunchedJob {
  readonly version: LaunchVersion
  readonly versions: readonly {
    readonly version: string
    readonly aliases: readonly string[]
    readonly createdAt: unknown
  }[]
}
