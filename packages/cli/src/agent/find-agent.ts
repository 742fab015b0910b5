import { CliLaunchAgentsDocument, type CliLaunchAgentsQuery } from '@slipway/api'
import { InvalidInputError, nearestName, NotFoundError } from '@slipway/core'
import type { Connection } from '../connection.ts'
import { chooseEntities, requireEntity } from '../entity-choice.ts'
import { isAlive } from './agent-state.ts'

/** An agent as a list shows it. */
export type ListedAgent = NonNullable<NonNullable<CliLaunchAgentsQuery['entity']>['launchAgents']>[number]

/** Options of commands that name an agent. */
export interface AgentOptions {
  readonly entity?: string
}

/** The agents of the entity that was named, or of all that the person belongs to: the newest first. */
export async function loadAgents({ api, caller }: Connection, options: AgentOptions): Promise<readonly ListedAgent[]> {
  const agents = await Promise.all(
    chooseEntities(caller, options.entity).map(async (entityName) => {
      const { entity } = await api.request(CliLaunchAgentsDocument, { entityName })
      return requireEntity(entity, 'launch agents', entityName, caller).launchAgents ?? []
    }),
  )
  return agents.flat().toSorted((a, b) => Date.parse(b.createdAt ?? '') - Date.parse(a.createdAt ?? ''))
}

/**
 * Finds the agent that a person means by its name, the beginning of it, its id, or the host that it runs on; of several on
 * one host the one that is alive. Throws NotFoundError with the nearest name, and InvalidInputError when several fit.
 */
export async function findAgent(
  connection: Connection,
  text: string,
  what: string,
  options: AgentOptions,
): Promise<ListedAgent> {
  const agents = await loadAgents(connection, options)
  const exact = agents.find((agent) => agent.name === text || agent.id === text)
  if (exact !== undefined) return exact
  const byName = agents.filter((agent) => text !== '' && isPrefix(text, agent.name ?? ''))
  const byHost = agents.filter((agent) => agent.hostname === text)
  const fitting = byHost.length > 0 ? byHost : byName
  const alive = fitting.filter(isAlive)
  const candidates = alive.length > 0 ? alive : fitting
  const [only, ...others] = candidates
  if (only === undefined) throw notFound(agents, text, what)
  if (others.length === 0) return only
  const names = candidates.map((agent) => `${agent.name ?? agent.id} on ${agent.hostname ?? '?'}`)
  throw new InvalidInputError(
    `Cannot tell which launch agent "${text}" is meant: there are ${names.slice(0, 10).join(', ')}. Give the whole name.`,
  )
}

// All names begin alike, so what follows may be given alone.
function isPrefix(text: string, name: string): boolean {
  return name.startsWith(text) || name.startsWith(`agent-${text}`)
}

function notFound(agents: readonly ListedAgent[], text: string, what: string): NotFoundError {
  const names = agents.flatMap((agent) => [agent.name, agent.hostname]).filter((name) => name !== null)
  const near = nearestName(text, names)
  return new NotFoundError(
    `Cannot ${what} launch agent "${text}": there is none of that name, id or host that you may see. ${
      near === null ? 'List them with "slipway agent list --ended".' : `Did you mean "${near}"?`
    }`,
  )
}
