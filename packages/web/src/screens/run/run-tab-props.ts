import type { RunPath } from '../../charts/run-path.ts'
import type { RunDetails } from './api/run.ts'

/** What each part of the page of a run is given. */
export interface RunTabProps {
  readonly path: RunPath
  readonly run: RunDetails
}
