/** Whether an item waits: for an agent, or for one that prepares it. */
export function isWaiting({ state }: { readonly state: string }): boolean {
  return state === 'pending' || state === 'leased'
}

/** Whether nothing can happen to an item any more. */
export function isOver({ state }: { readonly state: string }): boolean {
  return state === 'finished' || state === 'failed' || state === 'stopped' || state === 'cancelled'
}

/** Where an item's job is; null for a path of another form. */
export function parseJobPath(
  path: string | null | undefined,
): { readonly entity: string; readonly project: string; readonly job: string; readonly version: string | null } | null {
  const match = /^(?<entity>[^/]+)\/(?<project>[^/]+)\/(?<job>[^/:]+)(?::(?<version>[^/:]+))?$/u.exec(path ?? '')
  const { entity, project, job, version } = match?.groups ?? {}
  return entity === undefined || project === undefined || job === undefined
    ? null
    : { entity, project, job, version: version ?? null }
}
