import type { QueueSituation } from '../waiting.ts'

const NOW = 1_000_000

/** A queue "gpu" with agents, each with how long its programs have been running, in milliseconds. */
export function aSituation(of: {
  readonly isPaused?: boolean
  readonly durations?: readonly number[]
  readonly lastHeardOf?: QueueSituation['lastHeardOf']
  readonly agents: readonly {
    readonly maxJobs: number | null
    readonly running: readonly number[]
    readonly isStopping?: boolean
  }[]
}): QueueSituation {
  return {
    now: NOW,
    pending: new Map(),
    recentDurations: of.durations ?? [],
    lastHeardOf: of.lastHeardOf ?? null,
    queue: {
      id: 1,
      entityId: 1,
      entityName: 'ann',
      projectId: 1,
      projectName: 'model-registry',
      name: 'gpu',
      access: 'PROJECT',
      hasPriorities: true,
      isPaused: of.isPaused ?? false,
      config: null,
      externalLinks: null,
      createdBy: 1,
      createdByName: 'ann',
      createdAt: 0,
      deletedAt: null,
    },
    agents: of.agents.map(({ maxJobs, running, isStopping = false }, index) => ({
      maxJobs,
      heldSince: running.map((ms) => NOW - ms),
      visibleItemIds: [],
      agent: {
        id: index + 1,
        entityId: 1,
        entityName: 'ann',
        name: `agent-${index + 1}`,
        hostname: `host-${index + 1}`,
        config: null,
        version: null,
        status: 'POLLING',
        isStopping,
        generation: 1,
        runQueueIds: [1],
        createdBy: 1,
        createdByName: 'ann',
        createdAt: 0,
        heartbeatAt: NOW,
      },
    })),
  }
}
