import { InvalidInputError, NotFoundError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'
import type { ProjectService } from '../project/project-service.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'
import type { RunService } from '../run/run-service.ts'
import type { ChangeTopic } from './change-bus.ts'
import type { WatchRequest } from './change.ts'

/** Where watched things are looked up, always as the viewer. */
export interface WatchSources {
  readonly account: Pick<AccountService, 'requireEntityId'>
  readonly project: Pick<ProjectService, 'require'>
  readonly run: Pick<RunService, 'findByName'>
  readonly runQueue: {
    readonly queues: Pick<RunQueueService['queues'], 'list' | 'require'>
    readonly items: Pick<RunQueueService['items'], 'require'>
  }
}

/** What is to be listened to for a watched thing. */
export interface WatchedTopics {
  /** A change under one of these is a change of the thing. */
  readonly topics: readonly ChangeTopic[]
  /** After a change under this one the topics are others. */
  readonly membership: ChangeTopic | null
}

/**
 * Finds what a watch is of. Throws NotFoundError for a thing that is not there or not the viewer's to see, as the queries
 * do, and InvalidInputError for a watch that does not name its thing.
 */
export async function findWatchedTopics(
  sources: WatchSources,
  viewer: Viewer,
  watch: WatchRequest,
): Promise<WatchedTopics> {
  const entityName = watch.entityName ?? null
  const projectName = watch.projectName ?? null
  switch (watch.kind) {
    case 'PROJECTS':
      return just(`projects-of-entity:${sources.account.requireEntityId(viewer, entityName)}`)
    case 'JOBS':
      return projectName === null
        ? just(`jobs-of-entity:${sources.account.requireEntityId(viewer, entityName)}`)
        : just(`jobs-of-project:${(await sources.project.require(viewer, entityName, projectName)).id}`)
    case 'RUNS':
      return projectName === null
        ? just(`runs-of-entity:${sources.account.requireEntityId(viewer, entityName)}`)
        : just(`runs-of-project:${(await sources.project.require(viewer, entityName, projectName)).id}`)
    case 'RUN': {
      const name = needed(watch, 'name')
      const run = await sources.run.findByName(viewer, entityName, projectName, name)
      if (run === null)
        throw new NotFoundError(
          `Cannot watch run "${name.slice(0, 300)}": it does not exist, or you do not belong to its entity. Check the name.`,
        )
      return just(`run:${run.id}`)
    }
    case 'RUN_QUEUES': {
      const entityId = sources.account.requireEntityId(viewer, entityName)
      // One by one, since a private queue is seen only by who made it.
      const queues = await sources.runQueue.queues.list(viewer, entityName ?? viewer.user.username, null)
      return {
        topics: queues.map((queue): ChangeTopic => `queue:${queue.id}`),
        membership: `queues-of-entity:${entityId}`,
      }
    }
    case 'RUN_QUEUE': {
      const name = needed(watch, 'name')
      const queue = await sources.runQueue.queues.require(viewer, entityName ?? viewer.user.username, name)
      return just(`queue:${queue.id}`)
    }
    case 'RUN_QUEUE_ITEM':
      return just(`item:${(await sources.runQueue.items.require(viewer, needed(watch, 'id'))).id}`)
    case 'LAUNCH_AGENTS':
      return just(`agents-of-entity:${sources.account.requireEntityId(viewer, entityName)}`)
    case 'PRESETS':
      return just(`presets-of-entity:${sources.account.requireEntityId(viewer, entityName)}`)
    case 'SECRETS':
      return just(`secrets-of-entity:${sources.account.requireEntityId(viewer, entityName)}`)
    case 'VIEWER':
      return just(`account-of-user:${viewer.user.id}`)
    case 'TEAMS':
      return {
        topics: [
          // That the viewer is in another team, or no longer in one, or sees all teams.
          `teams-of-user:${viewer.user.id}`,
          ...(viewer.user.isAdmin
            ? (['teams-of-server:0'] as const)
            : [...viewer.entityIds.values()].map((id): ChangeTopic => `members-of-entity:${id}`)),
        ],
        membership: null,
      }
    case 'USERS':
      if (viewer.user.isAdmin) return just('users-of-server:0')
      throw new NotFoundError(
        'Cannot watch the users of this server: they are shown only to those who manage it. Ask one of them.',
      )
  }
}

function just(topic: ChangeTopic): WatchedTopics {
  return { topics: [topic], membership: null }
}

function needed(watch: WatchRequest, field: 'name' | 'id'): string {
  const value = watch[field]
  if (value !== null && value !== undefined && value !== '') return value
  throw new InvalidInputError(`Cannot watch a ${watch.kind} without its ${field}. Give the ${field}.`)
}
