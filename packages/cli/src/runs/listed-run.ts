import type { CliRunsQuery } from '@slipway/api'

/** A run as a list shows it. */
export type ListedRun = NonNullable<NonNullable<NonNullable<CliRunsQuery['entity']>['runs']>['edges'][number]['node']>
