/** Something that a screen shows and wants to hear of; the input of the subscription `changes`. */
export interface Watch {
  readonly kind:
    | 'PROJECTS'
    | 'JOBS'
    | 'RUNS'
    | 'RUN'
    | 'RUN_QUEUES'
    | 'RUN_QUEUE'
    | 'RUN_QUEUE_ITEM'
    | 'LAUNCH_AGENTS'
    | 'PRESETS'
    | 'SECRETS'
    | 'VIEWER'
    | 'TEAMS'
    | 'USERS'
  readonly entityName?: string
  readonly projectName?: string
  readonly name?: string
  readonly id?: string
}

/**
 * What the server tells of a watched thing. The aspect `ready` stands for anything that may have changed before; `gone`
 * says that the viewer may not see the thing (any more), of which nothing more is told.
 */
export interface Change extends Watch {
  readonly aspects: readonly string[]
}

/** One text for each thing, however its object was made. */
export function watchKey({ kind, entityName, projectName, name, id }: Watch): string {
  return JSON.stringify([kind, entityName ?? null, projectName ?? null, name ?? null, id ?? null])
}
