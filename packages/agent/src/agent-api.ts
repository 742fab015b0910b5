import {
  AgentAppendItemLogDocument,
  AgentClaimItemDocument,
  AgentFinishItemDocument,
  AgentHeartbeatDocument,
  AgentLeaseItemsDocument,
  AgentReadItemSecretsDocument,
  AgentWarnAboutItemDocument,
} from '@slipway/api'
import type { ApiClient } from '@slipway/sdk'
import type { ItemOutcome, ItemStage } from './item/item-outcome.ts'
import type { Log } from './log.ts'
import { untilAnswered } from './until-answered.ts'

/** An item as the server leases it. */
export interface LeasedItem {
  readonly runQueueItemId: string
  readonly runSpec: unknown
  readonly queueName: string
  readonly queueEntityName: string
}

/** What a heartbeat brings back. */
interface HeartbeatAnswer {
  readonly isDraining: boolean
  readonly stopItemIds: readonly string[]
  readonly lostItemIds: readonly string[]
}

/** The calls of one registered agent about its items. Those about one item wait out an absent server. */
export interface AgentApi {
  lease(limit: number, waitSeconds: number, signal: AbortSignal): Promise<readonly LeasedItem[]>
  heartbeat(itemIds: readonly string[], waitSeconds: number, signal: AbortSignal): Promise<HeartbeatAnswer>
  /** Claims an item for a run; false when this agent does not hold the item any more. */
  claim(itemId: string, runId: string, signal: AbortSignal): Promise<boolean>
  /** The values of secrets that the launch spec of an item refers to, by name; the agent must hold the item. */
  readSecrets(itemId: string, names: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, string>>
  warn(itemId: string, stage: ItemStage, message: string): Promise<void>
  finish(itemId: string, outcome: ItemOutcome, signal: AbortSignal): Promise<void>
  appendLog(itemId: string, offset: number, text: string, signal: AbortSignal): Promise<void>
}

// The server's answer may be on its way when the time that it was asked to wait has passed.
const HOLD_MARGIN_MS = 15_000

/** Makes the calls of the agent with this id. */
export function createAgentApi(api: ApiClient, launchAgentId: string, log: Log): AgentApi {
  return {
    async lease(limit, waitSeconds, signal) {
      const options = { signal, timeoutMs: waitSeconds * 1000 + HOLD_MARGIN_MS }
      const answer = await api.request(
        AgentLeaseItemsDocument,
        { input: { launchAgentId, limit, waitSeconds } },
        options,
      )
      return answer.leaseRunQueueItems?.items ?? []
    },
    async heartbeat(runQueueItemIds, waitSeconds, signal) {
      const agentStatus = runQueueItemIds.length > 0 ? 'RUNNING' : 'POLLING'
      const { launchAgentHeartbeat: answer } = await api.request(
        AgentHeartbeatDocument,
        { input: { launchAgentId, agentStatus, runQueueItemIds, waitSeconds } },
        { signal, timeoutMs: waitSeconds * 1000 + HOLD_MARGIN_MS },
      )
      return {
        isDraining: answer?.stopPolling ?? false,
        stopItemIds: answer?.stopRunQueueItemIds ?? [],
        lostItemIds: answer?.lostRunQueueItemIds ?? [],
      }
    },
    async claim(runQueueItemId, runName, signal) {
      const input = { runQueueItemId, runName, launchAgentId }
      const answer = await untilAnswered(() => api.request(AgentClaimItemDocument, { input }, { signal }), log, signal)
      return answer.ackRunQueueItem?.success === true
    },
    async readSecrets(runQueueItemId, names, signal) {
      const input = { launchAgentId, runQueueItemId, names }
      const call = () => api.request(AgentReadItemSecretsDocument, { input }, { signal })
      const { readItemSecrets } = await untilAnswered(call, log, signal)
      return new Map(readItemSecrets?.secrets.map(({ name, value }) => [name, value]))
    },
    async warn(runQueueItemId, stage, message) {
      const retry = { attempts: 5 }
      await api.request(
        AgentWarnAboutItemDocument,
        { input: { runQueueItemId, stage, message, launchAgentId } },
        { retry },
      )
    },
    async finish(runQueueItemId, outcome, signal) {
      const input = {
        runQueueItemId,
        launchAgentId,
        state: outcome.state,
        exitCode: outcome.exitCode,
        reason: outcome.state === 'finished' ? null : outcome.reason,
        stage: outcome.state === 'failed' ? outcome.stage : null,
      }
      await untilAnswered(() => api.request(AgentFinishItemDocument, { input }, { signal }), log, signal)
    },
    async appendLog(runQueueItemId, offset, text, signal) {
      const input = { runQueueItemId, launchAgentId, offset, text }
      await untilAnswered(() => api.request(AgentAppendItemLogDocument, { input }, { signal }), log, signal)
    },
  }
}
