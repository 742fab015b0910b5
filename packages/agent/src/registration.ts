import { AgentRegisterDocument, AgentRunQueuesDocument } from '@slipway/api'
import { ConflictError, NotFoundError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { Hardware } from './hardware.ts'

/** Who registers, and for which queues. */
export interface Registration {
  readonly entityName: string
  readonly projectName: string
  readonly queueNames: readonly string[]
  readonly hostname: string
  readonly version: string | null
  readonly maxJobs: number
  readonly hardware: Hardware
  /** The id of the agent that this one goes on for; null for a new one. */
  readonly resumeLaunchAgentId: string | null
}

const RETRY = { attempts: 12 } as const
/** What this agent can do that others cannot: the server gives it items that need it. */
const FEATURES = ['input-removals']

/** Registers an agent with the server and returns its id. Throws NotFoundError that names the queues that do not exist. */
export async function registerLaunchAgent(
  api: ApiClient,
  registration: Registration,
  signal: AbortSignal,
): Promise<string> {
  const { entityName, projectName, queueNames, hostname, version, maxJobs, hardware, resumeLaunchAgentId } =
    registration
  const config = { entity: entityName, queues: queueNames, max_jobs: maxJobs, features: FEATURES, hardware }
  const answer = await api.request(AgentRunQueuesDocument, { entityName, projectName }, { signal, retry: RETRY })
  const queues = answer.project?.runQueues ?? []
  const known = new Map(queues.map((queue) => [queue.name, queue.id]))
  const missing = queueNames.filter((name) => !known.has(name))
  if (missing.length > 0) {
    const names = queues.map((queue) => `"${queue.name}"`).join(', ')
    throw new NotFoundError(
      `Cannot listen to ${missing.map((name) => `"${name}"`).join(', ')}: entity "${entityName}" has no such run queue${names === '' ? '' : `, only ${names}`}. Make it with: slipway queue create NAME.`,
    )
  }
  const registered = await api.request(
    AgentRegisterDocument,
    {
      input: {
        entityName,
        projectName,
        hostname,
        version,
        runQueues: [...new Set(queueNames)].map((name) => known.get(name) ?? ''),
        agentConfig: JSON.stringify(config),
        resumeLaunchAgentId,
      },
    },
    { signal, retry: RETRY },
  )
  const id = registered.createLaunchAgent?.launchAgentId ?? null
  if (id === null) throw new ConflictError('Cannot register the launch agent: the server gave it no id.')
  return id
}
