import { aspectSet, type Aspect } from './aspect.ts'
import type { ChangeBus, ChangeTopicKind } from './change-bus.ts'

/**
 * Tells those who watch of changes. Called when the change is durable, never inside its transaction
 * (`Database.afterCommit` waits for one): whoever hears of it asks for what changed at once.
 */
export interface Changes {
  project(entityId: number, ...aspects: readonly Aspect[]): void
  job(job: { readonly entityId: number; readonly projectId: number }, ...aspects: readonly Aspect[]): void
  run(
    run: { readonly id: number; readonly entityId: number; readonly projectId: number },
    ...aspects: readonly Aspect[]
  ): void
  /** A run of which only the row id is known: those who watch lists are not told. */
  runContent(runId: number, ...aspects: readonly Aspect[]): void
  runQueue(queue: { readonly id: number; readonly entityId: number }, ...aspects: readonly Aspect[]): void
  /** An item, and with it the items of its queue. */
  runQueueItem(item: { readonly id: number; readonly runQueueId: number }, ...aspects: readonly Aspect[]): void
  /** The items of a queue, of which none is watched yet or all wait alike. */
  itemsOfQueue(runQueueId: number): void
  launchAgent(
    agent: { readonly entityId: number; readonly runQueueIds: readonly number[] },
    ...aspects: readonly Aspect[]
  ): void
  preset(entityId: number, ...aspects: readonly Aspect[]): void
  secret(entityId: number, ...aspects: readonly Aspect[]): void
  /** A team, or who is in it. */
  team(entityId: number, ...aspects: readonly Aspect[]): void
  /** A user, as they see themself and as the list of users shows them. */
  user(userId: number, ...aspects: readonly Aspect[]): void
  /** What a user may see, or whether they are logged in. */
  accessOfUser(userId: number): void
  /** Whether anybody at this server watches anything, for what costs something to find out. */
  isAnythingWatched(): boolean
  /** Calls back when another server changed something of a kind, before anybody who watches hears of it. For caches. */
  onElsewhere(kind: ChangeTopicKind, aspects: readonly Aspect[], callback: () => void): void
}

const ITEMS = aspectSet('items')
const AGENTS = aspectSet('agents')
const STATE = aspectSet('state')
const TEAMS = aspectSet('teams')
const MEMBERS = aspectSet('members')
/** What a list of runs shows. The rest changes with every step, and no list shows it. */
const LISTED_OF_RUN = aspectSet('created', 'deleted', 'state', 'config', 'summary')
/** What a list of users shows. */
const LISTED_OF_USER = aspectSet('created', 'config', 'teams')
/** What changes which queues there are. */
const LISTED_OF_QUEUE = aspectSet('created', 'deleted')
/** What of an item shows in its queue. */
const LISTED_OF_ITEM = aspectSet('state', 'config')

/** Creates the publisher of changes. */
export function createChanges(bus: ChangeBus): Changes {
  return {
    project: (entityId, ...aspects) => bus.publish(`projects-of-entity:${entityId}`, aspectSet(...aspects)),
    job(job, ...aspects) {
      const set = aspectSet(...aspects)
      bus.publish(`jobs-of-project:${job.projectId}`, set)
      bus.publish(`jobs-of-entity:${job.entityId}`, set)
    },
    run(run, ...aspects) {
      const set = aspectSet(...aspects)
      bus.publish(`run:${run.id}`, set)
      const listed = set & LISTED_OF_RUN
      if (listed === 0) return
      bus.publish(`runs-of-project:${run.projectId}`, listed)
      bus.publish(`runs-of-entity:${run.entityId}`, listed)
    },
    runContent: (runId, ...aspects) => bus.publish(`run:${runId}`, aspectSet(...aspects)),
    runQueue(queue, ...aspects) {
      const set = aspectSet(...aspects)
      bus.publish(`queue:${queue.id}`, set)
      const listed = set & LISTED_OF_QUEUE
      if (listed !== 0) bus.publish(`queues-of-entity:${queue.entityId}`, listed)
    },
    runQueueItem(item, ...aspects) {
      const set = aspectSet(...aspects)
      bus.publish(`item:${item.id}`, set)
      if ((set & LISTED_OF_ITEM) !== 0) bus.publish(`queue:${item.runQueueId}`, ITEMS)
    },
    itemsOfQueue: (runQueueId) => bus.publish(`queue:${runQueueId}`, ITEMS),
    launchAgent(agent, ...aspects) {
      const set = aspectSet(...aspects)
      bus.publish(`agents-of-entity:${agent.entityId}`, set)
      if ((set & ~ITEMS) !== 0) for (const id of agent.runQueueIds) bus.publish(`queue:${id}`, AGENTS)
    },
    preset: (entityId, ...aspects) => bus.publish(`presets-of-entity:${entityId}`, aspectSet(...aspects)),
    secret: (entityId, ...aspects) => bus.publish(`secrets-of-entity:${entityId}`, aspectSet(...aspects)),
    team(entityId, ...aspects) {
      const set = aspectSet(...aspects)
      bus.publish(`members-of-entity:${entityId}`, set)
      bus.publish('teams-of-server:0', set)
    },
    user(userId, ...aspects) {
      const set = aspectSet(...aspects)
      bus.publish(`account-of-user:${userId}`, set)
      if ((set & TEAMS) !== 0) bus.publish(`teams-of-user:${userId}`, MEMBERS)
      const listed = set & LISTED_OF_USER
      if (listed !== 0) bus.publish('users-of-server:0', listed)
    },
    accessOfUser: (userId) => bus.publish(`access-of-user:${userId}`, STATE),
    isAnythingWatched: () => bus.hasListeners(),
    onElsewhere(kind, aspects, callback) {
      const wanted = aspectSet(...aspects)
      bus.listenToOthers(kind, (changed) => {
        if ((changed & wanted) !== 0) callback()
      })
    },
  }
}
