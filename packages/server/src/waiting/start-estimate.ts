import type { QueueSituation } from './waiting.ts'

/** Fewer runs than this tell nothing about the next one. */
const MIN_RUNS = 3

/** How long a run of the queue takes, in milliseconds: the median of the recent ones; null where too few are known. */
export function typicalRunMs(durations: readonly number[]): number | null {
  if (durations.length < MIN_RUNS) return null
  const sorted = durations.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

/**
 * When an item may start that has `ahead` items before it, in milliseconds from now: each run is taken to last as long as
 * the recent ones did, and every program that an agent can run at once is one place that gets free. Null where it cannot
 * be told. A rough number: agents that listen to other queues too may take those items first.
 */
export function estimateStartMs(situation: QueueSituation, ahead: number): number | null {
  const agents = situation.agents.filter(({ agent }) => !agent.isStopping)
  if (situation.queue.isPaused || agents.length === 0) return null
  if (agents.some(({ maxJobs }) => maxJobs === null)) return 0
  const places = agents.flatMap(({ maxJobs, heldSince }) => [
    ...heldSince,
    ...Array.from({ length: Math.max(0, (maxJobs ?? 0) - heldSince.length) }, () => null),
  ])
  if (places.filter((since) => since === null).length > ahead) return 0
  const runMs = typicalRunMs(situation.recentDurations)
  if (runMs === null || places.length === 0) return null
  const freeAfter = places
    .map((since) => (since === null ? 0 : Math.max(0, runMs - (situation.now - since))))
    .toSorted((a, b) => a - b)
  // All runs being equally long, the places are taken round after round in the order in which they first get free.
  return (freeAfter[ahead % places.length] ?? 0) + Math.floor(ahead / places.length) * runMs
}
