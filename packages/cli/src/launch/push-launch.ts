import { CliPushDocument, type PushToRunQueueByNameInput } from '@slipway/api'
import { type Problem, UnavailableError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'

/** A launch that is in its queue. */
export interface PushedLaunch {
  readonly id: string
  readonly notes: readonly Problem[]
}

/** Puts a launch into its run queue. Refusals are thrown as the server words them. */
export async function pushLaunch(api: ApiClient, input: PushToRunQueueByNameInput): Promise<PushedLaunch> {
  const { pushToRunQueueByName: pushed } = await api.request(CliPushDocument, { input })
  const id = pushed?.runQueueItemId ?? null
  if (id === null) throw new UnavailableError('Cannot launch: the server gave no run queue item. Try again.')
  return { id, notes: pushed?.notes ?? [] }
}
