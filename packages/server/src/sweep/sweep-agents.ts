import { ConflictError, isJsonObject, NotFoundError, parseJson, wrapTree, type JsonObject } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import { isLiveState, type RunRecord } from '../run/run.ts'
import type { EarlyStop } from './early-stop.ts'
import * as agents from './agent-store.ts'
import type { PointGiver } from './point-giver.ts'
import { listPointsOfAgent, listPointsOfSilentAgents, updatePoint } from './point-store.ts'
import { isActiveState, isEndState, type SweepAgentRecord, type SweepRecord } from './sweep.ts'
import type { SweepParts } from './sweep-parts.ts'
import * as store from './sweep-store.ts'
import { makeSweepName } from './wire-id.ts'

/** What an agent is to do next. Source: wandb client, wandb_agent and pyagent. */
export type AgentCommand =
  | {
      /** `resume`: the run has begun already, on a machine that was taken away. */
      readonly type: 'run' | 'resume'
      readonly run_id: string
      readonly program: string | null
      /** `{parameter: {value}}`. */
      readonly args: JsonObject
      readonly logs: readonly never[]
    }
  | { readonly type: 'stop'; readonly run_id: string }
  | { readonly type: 'exit' }

/** The answer to a heartbeat. */
export interface HeartbeatAnswer {
  readonly agent: SweepAgentRecord
  readonly commands: readonly AgentCommand[]
  /** Takes back what was given out, for an answer that never reached the agent. */
  readonly takeBack: () => Promise<void>
}

/** The programs that run the points of sweeps: the client's sweep agents. */
export interface SweepAgents {
  /** Registers an agent. Throws ConflictError for a sweep that has ended. */
  create(viewer: Viewer, sweep: SweepRecord, host: string): Promise<SweepAgentRecord>
  /** Takes a sign of life with the runs that the agent has now. */
  heartbeat(
    viewer: Viewer,
    agent: SweepAgentRecord,
    sweep: SweepRecord,
    runState: string | null,
  ): Promise<HeartbeatAnswer>
  /** Gives up runs whose program never started and whose agent is silent. */
  abandonSilent(sweep: SweepRecord): Promise<void>
}

const MAX_HOST_CHARACTERS = 300

/** Creates the service of sweep agents. */
export function createSweepAgents(
  parts: SweepParts,
  deps: { readonly giver: PointGiver; readonly earlyStop: EarlyStop; readonly silenceSeconds: number },
): SweepAgents {
  const { database, clock, runs, configs } = parts

  /** An agent names every program that it runs: one that it does not name is gone, whatever its run said last. */
  async function endLost(live: readonly RunRecord[], names: ReadonlySet<string>): Promise<void> {
    for (const run of live) if (!names.has(run.name)) await runs.endLost(run)
  }

  async function findStops(
    viewer: Viewer,
    sweep: SweepRecord,
    own: readonly RunRecord[],
  ): Promise<readonly AgentCommand[]> {
    const bad = isActiveState(sweep.state) || sweep.state === 'PAUSED' ? await deps.earlyStop.find(sweep) : []
    for (const run of bad) await runs.stop(viewer, run)
    const stopped = new Set(bad.map(({ name }) => name))
    // The client's launch scheduler takes the command for the end of the whole sweep; its runs learn of it by themselves.
    if (sweep.launch !== null || isLaunchScheduled(sweep)) return []
    return own
      .filter((run) => run.stopRequestedAt !== null || stopped.has(run.name))
      .map(({ name }) => ({ type: 'stop', run_id: name }))
  }

  async function command(viewer: Viewer, agent: SweepAgentRecord, sweep: SweepRecord, isBusy: boolean) {
    if (sweep.state === 'CANCELED' || sweep.state === 'FAILED') return { commands: [EXIT], point: null }
    if (isBusy) return { commands: [], point: null }
    if (isEndState(sweep.state)) return { commands: [EXIT], point: null }
    const taken = await deps.giver.take(sweep.id, { viewer, agent })
    if (taken.kind === 'exhausted') {
      // The client's launch scheduler would stop the runs that still go. It sees by the sweep's state when all have ended.
      return { commands: isLaunchScheduled(sweep) ? [] : [EXIT], point: null }
    }
    if (taken.kind === 'none' || taken.run === null) return { commands: [], point: null }
    const given: AgentCommand = {
      type: taken.isResumed ? 'resume' : 'run',
      run_id: taken.run.name,
      program: configs.of(sweep).program,
      args: wrapTree(taken.point.tree),
      logs: [],
    }
    return { commands: [given], point: taken.point }
  }

  return {
    async create(viewer, sweep, host) {
      if (isEndState(sweep.state)) throw ended(sweep)
      if (sweep.launch !== null) {
        throw new ConflictError(
          `Cannot register an agent of sweep "${sweep.name}": the server launches its points itself. Start a launch agent for its run queue instead.`,
        )
      }
      const agent = await database.transaction(async (transaction) => {
        await store.updateSweepIn(transaction, sweep.id, ['PENDING'], { state: 'RUNNING', updated_at: clock.now() })
        return agents.insertAgent(transaction, {
          sweepId: sweep.id,
          name: makeSweepName(),
          host: host.slice(0, MAX_HOST_CHARACTERS).replaceAll('\0', ''),
          userId: viewer.user.id,
          now: clock.now(),
        })
      })
      return agent
    },
    async abandonSilent(sweep) {
      // An agent of a launch scheduler is silent while its run waits in a queue.
      if (sweep.launch !== null || isLaunchScheduled(sweep)) return
      const before = clock.now() - deps.silenceSeconds * 1000
      const points = await listPointsOfSilentAgents(database.db, sweep.id, before)
      const ids = points.flatMap(({ runId }) => (runId === null ? [] : [runId]))
      for (const run of await runs.listByRowIds(database.db, ids)) await runs.endLost(run)
    },
    async heartbeat(viewer, agent, sweep, runState) {
      const names = readRunNames(runState)
      await agents.touchAgent(database.db, agent, clock.now())
      const points = await listPointsOfAgent(database.db, agent.id)
      const ids = points.flatMap(({ runId }) => (runId === null ? [] : [runId]))
      const live = (await runs.listByRowIds(database.db, ids)).filter(({ state }) => isLiveState(state))
      await endLost(live, names)
      const own = live.filter(({ name }) => names.has(name))
      const stops = await findStops(viewer, sweep, own)
      if (stops.length > 0 && sweep.state !== 'CANCELED')
        return { agent, commands: stops, takeBack: async () => undefined }
      const { commands, point } = await command(viewer, agent, sweep, names.size > 0)
      // The client kills what it runs when it is told to exit, and nobody tells the end of the runs.
      if (commands.some(({ type }) => type === 'exit')) await endLost(own, new Set())
      return {
        agent,
        commands,
        takeBack: async () => {
          if (point !== null) await updatePoint(database.db, point.id, { state: 'waiting', sweep_agent_id: null })
        },
      }
    },
  }
}

const EXIT: AgentCommand = { type: 'exit' }

/** Tells whether the client's own launch scheduler hands out the points. */
function isLaunchScheduled(sweep: SweepRecord): boolean {
  return sweep.schedulerItemId !== null
}

function readRunNames(text: string | null): ReadonlySet<string> {
  const value = text === null || text === '' ? {} : parseJson(text)
  if (!isJsonObject(value)) return new Set()
  return new Set(Object.keys(value).filter((name) => value[name] === true))
}

function ended(sweep: SweepRecord): ConflictError {
  return new ConflictError(
    `Cannot register an agent of sweep "${sweep.name}": it is ${sweep.state}${sweep.reason === null ? '' : ` (${sweep.reason})`}. Resume it first, with "slipway sweep resume ${sweep.name}".`,
  )
}

/** The error for an agent that is not there, or not the viewer's to see. */
export function agentNotFound(id: string): NotFoundError {
  return new NotFoundError(
    `Cannot find sweep agent "${id.slice(0, 100)}": it or its sweep does not exist, or you may not see it. Start the agent again.`,
  )
}
