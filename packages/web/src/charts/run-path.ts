/** Where a run is: the three parts of its address. */
export interface RunPath {
  readonly entity: string
  readonly project: string
  readonly run: string
}

/** One text for each run. */
export function formatRunPath({ entity, project, run }: RunPath): string {
  return `${entity}/${project}/${run}`
}
