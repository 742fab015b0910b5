import { formatSecretReference, nearestName, type Problem, type SecretUse } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { RunQueueRecord } from './run-queue.ts'

/** What a launch needs to know of secrets: the secret domain. */
export interface LaunchSecrets {
  listNames(entityId: number): Promise<ReadonlyMap<string, { readonly isReadable: boolean }>>
}

/**
 * Finds the references of a launch that lead to nothing. A launch uses the secrets of the queue's entity alone: its agents
 * are started by members of that entity, to whom a secret of somebody else must not go.
 */
export async function findSecretProblems(
  uses: readonly SecretUse[],
  secrets: LaunchSecrets,
  launch: { readonly queue: RunQueueRecord; readonly viewer: Viewer },
): Promise<readonly Problem[]> {
  if (uses.length === 0) return []
  const { queue, viewer } = launch
  const known = await secrets.listNames(queue.entityId)
  const bad = uses.filter(({ name }) => known.get(name)?.isReadable !== true)
  if (bad.length === 0) return []
  const isTeam = queue.entityName !== viewer.user.username
  const own = isTeam ? await secrets.listNames(viewer.user.entityId) : null
  return bad.map((use) => {
    const setIt = `slipway secret set ${use.name}${isTeam ? ` --team ${queue.entityName}` : ''}`
    const why = known.has(use.name)
      ? `the server does not have the key of this secret any more. Set it again with "${setIt}".`
      : `"${queue.entityName}" has no secret of that name.${hint(use, known, own)} Make it with "${setIt}".`
    return { path: use.path, message: `Cannot use ${formatSecretReference(use.name)} at "${use.path}": ${why}` }
  })
}

function hint(use: SecretUse, known: ReadonlyMap<string, unknown>, own: ReadonlyMap<string, unknown> | null): string {
  const nearest = nearestName(use.name, known.keys())
  if (nearest !== null) return ` Did you mean ${formatSecretReference(nearest)}?`
  return own?.has(use.name) === true ? ' You have one yourself, but launches of a team use its own secrets alone.' : ''
}
