import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { Log } from '../log.ts'
import type { ProjectService } from '../project/project-service.ts'
import { createRunListeners, type RunListening } from './run-listeners.ts'
import { createRunMover, type RunMover } from './run-mover.ts'
import { createRunReader, type RunReader } from './run-reader.ts'
import { createRunStates, type RunStates } from './run-states.ts'
import { createRunWriter, type RunWriter } from './run-writer.ts'

/** Runs of the entities that a viewer is in. A run that is deleted or not the viewer's to see is as good as absent. */
export interface RunService extends RunReader, RunWriter, RunStates, RunMover, RunListening {}

/** Creates the run service. */
export function createRunService(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly project: ProjectService
  readonly runTimeoutSeconds: number
  readonly log: Log
  readonly changes: Changes
}): RunService {
  const listeners = createRunListeners(deps)
  return {
    ...listeners,
    ...createRunReader(deps),
    ...createRunWriter({ ...deps, listeners }),
    ...createRunStates({ ...deps, listeners }),
    ...createRunMover({ ...deps, listeners }),
  }
}
