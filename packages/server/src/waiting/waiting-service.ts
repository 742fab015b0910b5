import { isJsonObject, KnownError, parseJson } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { LaunchAgentRecord } from '../launch-agent/launch-agent.ts'
import type { LaunchAgentService } from '../launch-agent/launch-agent-service.ts'
import {
  DEFAULT_PRIORITY,
  type RunQueueItemRecord,
  type RunQueueRecord,
  type AgentItem,
} from '../run-queue/run-queue.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'
import { formatItemId } from '../run-queue/wire-id.ts'
import { explainHeld, explainWaiting } from './explain-waiting.ts'
import { type ListeningAgent, placeOf, type QueueSituation, type WaitingRecord } from './waiting.ts'

/** How many programs an agent runs at once that does not say it. Source: wandb client, launch agent. */
const DEFAULT_MAX_JOBS = 1
const MAX_ITEMS_SHOWN = 100

/** Says what items wait for. */
export interface WaitingService {
  /** Why an item waits; null for one that runs or has ended. Many items of a request are explained together. */
  explainItem(viewer: Viewer, item: RunQueueItemRecord): Promise<WaitingRecord | null>
  /** What a launch would wait for that is pushed now. */
  explainLaunch(viewer: Viewer, queue: RunQueueRecord, priority: number | null): Promise<WaitingRecord>
}

interface Question {
  readonly viewer: Viewer
  readonly item: RunQueueItemRecord
}

/** Creates the service. */
export function createWaitingService(deps: {
  readonly clock: Clock
  readonly runQueue: RunQueueService
  readonly launchAgent: LaunchAgentService
}): WaitingService {
  const { clock, runQueue, launchAgent } = deps

  async function visibleItems(viewer: Viewer, items: readonly AgentItem[]): Promise<readonly AgentItem[]> {
    const seen = await Promise.all(items.map((item) => runQueue.queues.findByRowId(viewer, item.runQueueId)))
    return items.filter((_, index) => seen[index] !== null)
  }

  async function look(viewer: Viewer, queue: RunQueueRecord): Promise<QueueSituation> {
    const listening = await launchAgent.listByQueue(viewer, queue)
    const [items, pending, recentDurations, lastHeardOf] = await Promise.all([
      runQueue.line.listAgentItems(listening.map((agent) => agent.id)),
      runQueue.line.countPending(queue.id),
      runQueue.line.listRecentDurations(queue.id),
      listening.length > 0 ? null : findLastAgent(queue),
    ])
    const byAgent = Map.groupBy(items, (item) => item.launchAgentId)
    const agents = listening.map(async (agent): Promise<ListeningAgent> => {
      const held = byAgent.get(agent.id) ?? []
      const shown = await visibleItems(viewer, held.slice(0, MAX_ITEMS_SHOWN))
      return {
        agent,
        maxJobs: readMaxJobs(agent),
        heldSince: held.map(({ since }) => since),
        visibleItemIds: shown.map(formatItemId),
      }
    })
    return {
      queue,
      agents: await Promise.all(agents),
      pending,
      recentDurations,
      lastHeardOf,
      now: clock.now(),
    }
  }

  async function findLastAgent(queue: RunQueueRecord): Promise<QueueSituation['lastHeardOf']> {
    const last = await launchAgent.findLastHeard(queue)
    return last === null ? null : { hostname: last.hostname, at: last.heartbeatAt }
  }

  /** Explains items of one queue to one viewer. */
  async function explainTogether(questions: readonly Question[]): Promise<readonly (WaitingRecord | null)[]> {
    const [first] = questions
    if (first === undefined) return []
    const { viewer } = first
    const queue = await runQueue.queues.findByRowId(viewer, first.item.runQueueId)
    if (queue === null || queue.deletedAt !== null) return questions.map(() => null)
    const pending = questions.map(({ item }) => item).filter(({ state }) => state === 'pending')
    const [situation, before] = await Promise.all([look(viewer, queue), runQueue.line.countBefore(queue.id, pending)])
    return Promise.all(
      questions.map(async ({ item }) => {
        if (item.state === 'leased') return explainHeld(situation, await findHolder(viewer, item))
        return explainWaiting(situation, placeOf(situation, item.priority, before.get(item.id)))
      }),
    )
  }

  async function findHolder(viewer: Viewer, item: RunQueueItemRecord): Promise<LaunchAgentRecord | null> {
    return item.launchAgentId === null ? null : launchAgent.findByRowId(viewer, item.launchAgentId)
  }

  const explain = createBatch(async (questions: readonly Question[]) => {
    const answers = new Map<Question, WaitingRecord | null>()
    const groups = Map.groupBy(questions, ({ viewer, item }) => `${viewer.user.id} ${item.runQueueId}`)
    for (const group of groups.values()) {
      const explained = await explainTogether(group)
      for (const [index, question] of group.entries()) answers.set(question, explained[index] ?? null)
    }
    return questions.map((question) => answers.get(question) ?? null)
  })

  return {
    async explainItem(viewer, item) {
      return item.state === 'pending' || item.state === 'leased' ? explain({ viewer, item }) : null
    },
    async explainLaunch(viewer, queue, priority) {
      const situation = await look(viewer, queue)
      const asked = queue.hasPriorities ? (priority ?? DEFAULT_PRIORITY) : DEFAULT_PRIORITY
      return explainWaiting(situation, placeOf(situation, asked))
    },
  }
}

function readMaxJobs(agent: LaunchAgentRecord): number | null {
  const maxJobs = agent.config === null ? undefined : readConfig(agent.config)['max_jobs']
  if (typeof maxJobs !== 'number' || !Number.isInteger(maxJobs)) return DEFAULT_MAX_JOBS
  return maxJobs < 0 ? null : maxJobs
}

/** What an agent says of itself is not checked, so it may be anything. */
function readConfig(text: string): Readonly<Record<string, unknown>> {
  try {
    const value = parseJson(text)
    return isJsonObject(value) ? value : {}
  } catch (error) {
    if (error instanceof KnownError) return {}
    throw error
  }
}
