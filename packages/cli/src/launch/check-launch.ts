import { CliCheckLaunchDocument, type PushToRunQueueByNameInput } from '@slipway/api'
import { InvalidInputError, type Problem } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'

/** Has the server check a launch as a push would. Throws InvalidInputError with one problem for each path. */
export async function checkLaunch(
  api: ApiClient,
  input: PushToRunQueueByNameInput,
  job: string,
): Promise<{ readonly notes: readonly Problem[] }> {
  const { checkLaunch: checked } = await api.request(CliCheckLaunchDocument, { input })
  const problems = checked?.problems ?? []
  if (problems.length > 0) {
    throw new InvalidInputError(`Cannot launch job "${job}" on run queue "${input.queueName}":`, { problems })
  }
  return { notes: checked?.notes ?? [] }
}
