import { nextCursor, nodesOf } from '../../api/connection.ts'
import {
  WebLaunchItemDocument,
  WebLaunchJobRunsDocument,
  WebLaunchPresetsDocument,
  WebLaunchQueueDocument,
  WebLaunchQueuesDocument,
  WebLaunchRecentJobsDocument,
  WebLaunchSecretNamesDocument,
  WebLaunchUsageDocument,
  WebLaunchVersionDocument,
  WebLaunchWaitingDocument,
  type LaunchQueueFragment,
  type WebLaunchJobRunsQuery,
  type WebLaunchVersionQuery,
} from '@slipway/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ask } from '../../api/ask.ts'
import type { QueueChoice } from './launch-settings.ts'

const DEFAULT_QUEUE = 'default'

type Project = NonNullable<WebLaunchVersionQuery['project']>

/** A job version as a launch needs it. */
export type LaunchVersion = NonNullable<Project['jobVersion']>

/** A queue that a launch may go to. */
export type LaunchQueue = LaunchQueueFragment

/** A page of the runs and items of a job. */
export interface EarlierValuesPage {
  readonly runs: NonNullable<NonNullable<WebLaunchJobRunsQuery['project']>['job']>['runs']
  readonly items: NonNullable<WebLaunchJobRunsQuery['entity']>['runQueueItems']
}

/** Where a job is, and which of its versions is meant. */
export interface JobVersionAddress {
  readonly entityName: string
  readonly projectName: string
  readonly jobName: string
  /** `v3`, or an alias. */
  readonly alias: string
}

/** Reads `entity/project/name:alias`; without an alias the latest. Null for anything else. */
function parseJobVersionAddress(path: string): JobVersionAddress | null {
  const match = /^([^/]+)\/([^/]+)\/([^/:]+)(?::([^/:]+))?$/u.exec(path)
  const [, entityName, projectName, jobName, alias = 'latest'] = match ?? []
  if (entityName === undefined || projectName === undefined || jobName === undefined) return null
  return { entityName, projectName, jobName, alias }
}

/** One job version with its inputs, and the other versions of its job; null when it is not there, or not the viewer's to see. */
export function buildLaunchVersionQuery(job: string) {
  return queryOptions({
    queryKey: ['launch', 'version', job],
    async queryFn({ signal }) {
      const place = parseJobVersionAddress(job)
      if (place === null) return null
      const { entityName, projectName, jobName, alias } = place
      const variables = { entityName, projectName, jobName, name: `${jobName}:${alias}` }
      const { project } = await ask(WebLaunchVersionDocument, variables, signal)
      const version = project?.jobVersion ?? null
      if (version === null || project?.job == null) return null
      return {
        version,
        versions: project.job.versions?.edges.flatMap(({ node }) => (node ? [node] : [])) ?? [],
      }
    },
  })
}

/** What earlier runs had for the inputs of a job version. Asked apart: the form does not wait for it. */
export function buildUsageQuery({ project, name, version, path }: LaunchVersion) {
  const jobName = name.replace(/:[^:]*$/u, '')
  const variables = { entityName: project.entityName, projectName: project.name, name: `${jobName}:${version}` }
  return queryOptions({
    queryKey: ['launch', 'usage', path],
    queryFn: async ({ signal }) =>
      (await ask(WebLaunchUsageDocument, variables, signal)).project?.jobVersion?.inputUsage ?? [],
  })
}

/** The jobs that a user launched last in an entity, as `entity/project/name`, the last one first. */
export function buildRecentJobsQuery(entityName: string, author: string) {
  return queryOptions({
    queryKey: ['launch', 'recent-jobs', entityName, author],
    async queryFn({ signal }) {
      const { entity } = await ask(WebLaunchRecentJobsDocument, { entityName, author }, signal)
      const paths = entity?.runQueueItems?.edges.flatMap(({ node }) => node?.jobPath ?? []) ?? []
      return [...new Set(paths.map((path) => path.replace(/:[^:/]*$/u, '')))]
    },
  })
}

/** The names of the secrets of an entity, as inputs may refer to them; none where the viewer may not see them. */
export function buildSecretNamesQuery(entityName: string) {
  return queryOptions({
    queryKey: ['launch', 'secrets', entityName],
    queryFn: async ({ signal }) =>
      (await ask(WebLaunchSecretNamesDocument, { entityName }, signal)).entity?.secrets?.map(({ name }) => name) ?? [],
  })
}

/** The key of everything about the queues that a launch may go to. */
export const LAUNCH_QUEUES_KEY = ['launch', 'queues']

/** One queue; null when it is not there, or not the viewer's to see. */
export function buildLaunchQueueQuery({ entityName, queueName }: QueueChoice) {
  return queryOptions({
    queryKey: [...LAUNCH_QUEUES_KEY, 'one', entityName, queueName],
    queryFn: async ({ signal }) =>
      (await ask(WebLaunchQueueDocument, { entityName, name: queueName }, signal)).entity?.runQueue ?? null,
  })
}

/** The queue that a launch goes to while none is chosen: the one called "default", else the only one; null without either. */
export function buildDefaultQueueQuery(entityName: string) {
  return queryOptions({
    queryKey: [...LAUNCH_QUEUES_KEY, 'default', entityName],
    async queryFn({ signal }) {
      const [named, { entity }] = await Promise.all([
        ask(WebLaunchQueueDocument, { entityName, name: DEFAULT_QUEUE }, signal),
        ask(WebLaunchQueuesDocument, { entityName, first: 2 }, signal),
      ])
      const [first, second] = nodesOf(entity?.runQueuesConnection)
      return named.entity?.runQueue ?? (second === undefined ? (first ?? null) : null)
    },
  })
}

/** What a launch that is pushed now would wait for. */
export function buildWaitingQuery(queue: LaunchQueue, priority: number | null) {
  const { entityName, name } = queue
  return queryOptions({
    queryKey: ['launch', 'waiting', entityName, name, priority],
    queryFn: async ({ signal }) =>
      (await ask(WebLaunchWaitingDocument, { entityName, name, priority }, signal)).project?.runQueue?.waiting ?? null,
  })
}

/** The presets of entities that can be used with a job (`entity/project/name`); a page has the next ones of each entity. */
export function buildPresetsQuery(entityNames: readonly string[], job: string) {
  return infiniteQueryOptions({
    queryKey: ['launch', 'presets', entityNames, job],
    queryFn: ({ pageParam, signal }) =>
      Promise.all(
        pageParam.map(async ({ entityName, after }) => {
          const { entity } = await ask(WebLaunchPresetsDocument, { entityName, job, after }, signal)
          return { entityName, presets: entity?.presets ?? null }
        }),
      ),
    initialPageParam: entityNames.map((entityName) => ({ entityName, after: null as string | null })),
    getNextPageParam(page) {
      const next = page.flatMap(({ entityName, presets }) => {
        const after = nextCursor(presets)
        return after === null ? [] : [{ entityName, after }]
      })
      return next.length === 0 ? null : next
    },
  })
}

/** The runs and items of a job, whose inputs may be taken over; page by page. */
export function buildEarlierValuesQuery({ entityName, projectName, jobName }: Omit<JobVersionAddress, 'alias'>) {
  const job = `${projectName}/${jobName}`
  return infiniteQueryOptions({
    queryKey: ['launch', 'runs', entityName, job],
    async queryFn({ pageParam, signal }): Promise<EarlierValuesPage> {
      const variables = { entityName, projectName, jobName, job, ...pageParam }
      const { project, entity } = await ask(WebLaunchJobRunsDocument, variables, signal)
      return { runs: project?.job?.runs ?? null, items: entity?.runQueueItems ?? null }
    },
    initialPageParam: { after: null as string | null, afterItem: null as string | null },
    getNextPageParam({ runs, items }) {
      const after = nextCursor(runs)
      const afterItem = nextCursor(items)
      return after === null && afterItem === null ? null : { after, afterItem }
    },
  })
}

/** How an item goes that was launched from here. */
export function buildLaunchedItemQuery(id: string) {
  return queryOptions({
    queryKey: ['launch', 'item', id],
    queryFn: async ({ signal }) => (await ask(WebLaunchItemDocument, { id }, signal)).runQueueItem ?? null,
  })
}
