import type { Watch } from '../../../api/live/watch.ts'
import type { RunPath } from '../../../charts/run-path.ts'

/** The run as something to hear changes of. */
export function watchOfRun({ entity, project, run }: RunPath): Watch {
  return { kind: 'RUN', entityName: entity, projectName: project, name: run }
}
