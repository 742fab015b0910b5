import { CliRunQueuesDocument } from '@slipway/api'
import type { Connection } from '../connection.ts'
import { showPlace } from '../entity-choice.ts'
import { type Check, ok, warn } from './check.ts'

/** Of each entity; whoever has more does not read a line for each. */
const MAX_QUEUES = 100

/** Looks whether an agent listens to each run queue. */
export async function checkQueues({ api, caller }: Connection): Promise<readonly Check[]> {
  const answers = await Promise.all(
    caller.entityNames.map((entityName) =>
      api.request(CliRunQueuesDocument, { entityName, first: MAX_QUEUES, after: null }),
    ),
  )
  const queues = answers.flatMap(({ entity }) => entity?.runQueuesConnection?.edges ?? []).map(({ node }) => node)
  if (queues.length === 0) {
    return [warn('queues', 'there is no run queue', 'Create one: slipway queue create default')]
  }
  return queues.map((queue) => {
    const name = `queue ${showPlace(caller, queue.entityName, queue.name)}`
    const waiting = queue.pendingCount === 0 ? '' : `, ${queue.pendingCount} waiting`
    const count = queue.listeningAgentCount
    if (count === 0) {
      return warn(
        name,
        `no agent listens to it${waiting}`,
        `Start one: slipway agent start --queue ${queue.name}${queue.entityName === caller.entityName ? '' : ` --entity ${queue.entityName}`}`,
      )
    }
    if (queue.isPaused) return warn(name, `it is paused${waiting}`, `Resume it: slipway queue resume ${queue.name}`)
    return ok(name, `${count} agent${count === 1 ? '' : 's'}${waiting}`)
  })
}
