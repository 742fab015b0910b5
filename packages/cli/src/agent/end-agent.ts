import { setTimeout as sleep } from 'node:timers/promises'
import { CliDrainAgentDocument, CliLaunchAgentDocument, CliStopAgentDocument } from '@slipway/api'
import { InvalidInputError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { confirm, type ConfirmOptions } from '../confirm.ts'
import { type Connection, connect } from '../connection.ts'
import { FAILED_EXIT_CODE } from '../exit-code.ts'
import { startStatusLine } from '../status-line.ts'
import type { Terminal } from '../terminal.ts'
import { agentState, isAlive } from './agent-state.ts'
import { type AgentOptions, findAgent, type ListedAgent } from './find-agent.ts'

const POLL_MS = 500
const PATIENCE = { attempts: 8 }

/** Options of `slipway agent drain`. */
export interface DrainAgentOptions extends CommonOptions, AgentOptions {
  readonly wait?: boolean
}

/** Options of `slipway agent stop`. */
export interface StopAgentOptions extends DrainAgentOptions, ConfirmOptions {}

/** Asks an agent to take no more items, finish what runs, and end. */
export async function drainAgent(terminal: Terminal, name: string, options: DrainAgentOptions): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const agent = await requireAlive(terminal, { api, caller }, name, 'drain', options)
  await api.request(CliDrainAgentDocument, { input: { launchAgentId: agent.id } })
  const text = `Launch agent ${agent.name ?? agent.id} takes no more items and ends after ${describeItems(agent)}.`
  return options.wait === true ? waitForEnd(terminal, api, agent, text) : asked(agent, text)
}

/** Asks an agent to stop what runs, and end. Asks before when something runs. */
export async function stopAgent(terminal: Terminal, name: string, options: StopAgentOptions): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const agent = await requireAlive(terminal, { api, caller }, name, 'stop', options)
  if ((agent.items?.totalCount ?? 0) > 0) {
    await confirm(
      terminal,
      `Stop launch agent ${agent.name ?? agent.id} on ${agent.hostname ?? '?'}, and with it ${describeItems(agent)}?`,
      options,
    )
  }
  await api.request(CliStopAgentDocument, { input: { launchAgentId: agent.id } })
  const text = `Launch agent ${agent.name ?? agent.id} stops ${describeItems(agent)} and ends.`
  return options.wait === true ? waitForEnd(terminal, api, agent, text) : asked(agent, text)
}

async function requireAlive(
  terminal: Terminal,
  connection: Connection,
  name: string,
  what: string,
  options: AgentOptions,
): Promise<ListedAgent> {
  const agent = await findAgent(terminal, connection, name, what, options)
  if (isAlive(agent)) return agent
  const state = agentState(agent)
  const reason = state === 'ended' ? 'it has ended' : 'the server hears nothing of it, and cannot ask it'
  throw new InvalidInputError(`Cannot ${what} launch agent "${agent.name ?? agent.id}": ${reason}.`)
}

function describeItems(agent: ListedAgent): string {
  const count = agent.items?.totalCount ?? 0
  return count === 0 ? 'nothing that runs' : `${count} item${count === 1 ? '' : 's'} in work`
}

function asked(agent: ListedAgent, text: string): CommandResult {
  const { id, name, hostname } = agent
  return {
    document: { id, name, hostname, itemCount: agent.items?.totalCount ?? 0, hasEnded: false },
    text: `${text} Wait for it with --wait.`,
  }
}

async function waitForEnd(
  terminal: Terminal,
  api: ApiClient,
  agent: ListedAgent,
  text: string,
): Promise<CommandResult> {
  const { id, name, hostname } = agent
  using status = startStatusLine(terminal, 'waiting for the agent to end')
  for (;;) {
    const { launchAgent } = await api.request(CliLaunchAgentDocument, { id }, { retry: PATIENCE })
    const state = launchAgent === null ? 'ended' : agentState(launchAgent)
    const left = launchAgent?.items?.totalCount ?? 0
    if (state === 'ended' || state === 'lost') {
      const isLost = state === 'lost'
      return {
        document: { id, name, hostname, itemCount: left, hasEnded: !isLost },
        text: isLost
          ? `${text}\nIt is not heard of any more, so nobody can tell how it ended.`
          : `${text}\nIt has ended.`,
        exitCode: isLost ? FAILED_EXIT_CODE : 0,
      }
    }
    status.set(`waiting for the agent to end: ${left} item${left === 1 ? '' : 's'} in work`)
    await sleep(POLL_MS)
  }
}
