import type { LaunchAgentRecord } from '../launch-agent/launch-agent.ts'
import { estimateStartMs, typicalRunMs } from './start-estimate.ts'
import {
  countPending,
  freeRoomOf,
  type LinePlace,
  type QueueSituation,
  type WaitingReason,
  type WaitingRecord,
} from './waiting.ts'

/** Says why an item in this place of its queue waits. Pure. */
export function explainWaiting(situation: QueueSituation, place: LinePlace): WaitingRecord {
  const { reason, why } = findReason(situation, place)
  const runMs = typicalRunMs(situation.recentDurations)
  const startMs = estimateStartMs(situation, place.ahead)
  return {
    reason,
    message: [why, ...describePlace(situation, place), ...describeStart(startMs)].join(' '),
    position: place.ahead + 1,
    higherPriorityCount: place.higherAhead,
    expectedStartSeconds: startMs === null ? null : startMs / 1000,
    recentRunSeconds: runMs === null ? null : runMs / 1000,
    heldBy: null,
    situation,
  }
}

/** Says who holds an item that is leased. Null stands for an agent that did not say who it is. */
export function explainHeld(situation: QueueSituation, agent: LaunchAgentRecord | null): WaitingRecord {
  const runMs = typicalRunMs(situation.recentDurations)
  const who = agent === null ? 'An agent' : `Agent "${agent.name}" on "${agent.hostname}"`
  return {
    reason: 'held',
    message: `${who} holds it and prepares its code and environment.`,
    position: null,
    higherPriorityCount: 0,
    expectedStartSeconds: null,
    recentRunSeconds: runMs === null ? null : runMs / 1000,
    heldBy: agent,
    situation,
  }
}

function findReason(
  situation: QueueSituation,
  { ahead }: LinePlace,
): { readonly reason: WaitingReason; readonly why: string } {
  const { queue, agents } = situation
  const name = `run queue "${queue.name}"`
  if (queue.isPaused) {
    return { reason: 'paused', why: `Run queue "${queue.name}" is paused: it gives no items until it is resumed.` }
  }
  if (agents.length === 0) return { reason: 'no-agent', why: describeNoAgent(situation) }
  if (agents.every(({ agent }) => agent.isStopping)) {
    const why =
      agents.length === 1
        ? `The only agent of ${name} takes no more items, since it was asked to end.`
        : `None of the ${agents.length} agents of ${name} takes more items, since they were asked to end.`
    return { reason: 'agents-ending', why }
  }
  const rooms = agents.map(freeRoomOf)
  const room = rooms.includes(null) ? null : rooms.reduce<number>((sum, free) => sum + (free ?? 0), 0)
  if (room === 0) {
    const running = agents.reduce((sum, { heldSince }) => sum + heldSince.length, 0)
    const who = agents.length === 1 ? 'The only agent' : `All ${agents.length} agents`
    const verb = agents.length === 1 ? 'is' : 'are'
    return {
      reason: 'agents-full',
      why: `${who} of ${name} ${verb} full, with ${running} program${running === 1 ? '' : 's'} running.`,
    }
  }
  if (room !== null && ahead >= room) {
    return {
      reason: 'behind',
      why: `The agents of ${name} have room for ${room} more program${room === 1 ? '' : 's'}, and ${ahead === 1 ? '1 item is' : `${ahead} items are`} ahead.`,
    }
  }
  return { reason: 'next', why: `An agent of ${name} has room and takes it with its next request.` }
}

function describeNoAgent({ queue, lastHeardOf, now }: QueueSituation): string {
  const last =
    lastHeardOf === null
      ? ''
      : ` The last one, on "${lastHeardOf.hostname}", was heard of ${describeDuration(now - lastHeardOf.at)} ago.`
  return `No agent listens to run queue "${queue.name}".${last} Start one with "slipway agent start --queue ${queue.name}".`
}

function describePlace(situation: QueueSituation, { ahead, higherAhead }: LinePlace): readonly string[] {
  if (ahead === 0) return []
  const higher = higherAhead === 0 ? '' : `, ${higherAhead} of them with a higher priority`
  const total = Math.max(countPending(situation), ahead + 1)
  return [`It is number ${ahead + 1} of ${total} that wait: ${ahead} ${ahead === 1 ? 'is' : 'are'} ahead${higher}.`]
}

function describeStart(startMs: number | null): readonly string[] {
  if (startMs === null || startMs < 1000) return []
  return [`By the recent runs it may start in about ${describeDuration(startMs)}.`]
}

/** A length of time for a sentence: `40 seconds`, `12 minutes`, `3 hours`. */
function describeDuration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const [count, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 90 * 60
        ? [Math.round(seconds / 60), 'minute']
        : seconds < 48 * 3600
          ? [Math.round(seconds / 3600), 'hour']
          : [Math.round(seconds / 86_400), 'day']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
