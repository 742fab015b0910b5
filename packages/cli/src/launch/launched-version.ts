import type { CliLaunchStartQuery } from '@slipway/api'

/** What a launch needs of a job version. */
export type LaunchedVersion = CliLaunchStartQuery['jobVersionsByName'][number]
