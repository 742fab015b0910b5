import { CliLaunchAgentsDocument, type CliLaunchAgentsQuery } from '@slipway/api'
import { InvalidInputError, nearestName, NotFoundError } from '@slipway/core'
import type { Connection } from '../connection.ts'
import { chooseEntities, requireEntity } from '../entity-choice.ts'
import { joinListings, type Listing, readPages } from '../paging.ts'
import type { Terminal } from '../terminal.ts'
import { isAlive } from './agent-state.ts'

/** An agent as a list shows it. */
export type ListedAgent = NonNullable<
  NonNullable<CliLaunchAgentsQuery['entity']>['launchAgents']
>['edges'][number]['node']

/** Options of commands that name an agent. */
export interface AgentOptions {
  readonly entity?: string
}

/** Which agents to read. */
export interface AgentSelection extends AgentOptions {
  /** Only those that listen; null for those that have ended or are lost, too. */
  readonly isListening: true | null
  /** At most so many; null for all. */
  readonly limit: number | null
}

/** The agents of the entity that was named, or of all that the person belongs to: the newest first. */
export async function readAgents(
  terminal: Terminal,
  { api, caller }: Connection,
  { entity: named, isListening, limit }: AgentSelection,
): Promise<Listing<ListedAgent>> {
  const listings: Listing<ListedAgent>[] = []
  for (const entityName of chooseEntities(caller, named)) {
    listings.push(
      await readPages(terminal, { limit, what: 'launch agents' }, async (page) => {
        const { entity } = await api.request(CliLaunchAgentsDocument, { entityName, isListening, ...page })
        return requireEntity(entity?.launchAgents, 'launch agents', entityName, caller)
      }),
    )
  }
  return joinListings(listings, limit, (agent) => agent.createdAt)
}

/**
 * Finds the agent that a person means by its name, the beginning of it, its id, or the host that it runs on; of several on
 * one host the one that is alive. Throws NotFoundError with the nearest name, and InvalidInputError when several fit.
 */
export async function findAgent(
  terminal: Terminal,
  connection: Connection,
  text: string,
  what: string,
  options: AgentOptions,
): Promise<ListedAgent> {
  const { rows: agents } = await readAgents(terminal, connection, { ...options, isListening: null, limit: null })
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
