import type { RunGroup } from '../api/run-groups.ts'
import type { RunRow } from '../api/runs.ts'

/** One row of the table. */
export type GridItem =
  | { readonly kind: 'run'; readonly key: string; readonly row: RunRow; readonly isInGroup: boolean }
  | { readonly kind: 'group'; readonly key: string; readonly group: RunGroup; readonly isOpen: boolean }
  | { readonly kind: 'more'; readonly key: string; readonly label: string; readonly load: () => void }

/** The place of a run in the application. */
export function addressOf({ entityName, projectName, name }: RunRow) {
  return { entity: entityName, project: projectName, run: name }
}
