import {
  WebJobDocument,
  WebJobRunsDocument,
  WebJobsDocument,
  WebJobVersionDocument,
  WebJobVersionRunsDocument,
  WebJobVersionsDocument,
  WebSourceFilesDocument,
  type WebJobRunsQuery,
  type WebJobsQuery,
  type WebJobVersionQuery,
  type WebJobVersionsQuery,
  type WebSourceFilesQuery,
} from '@slipway/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { ask } from './ask.ts'
import { nextCursor, nodesOf } from './connection.ts'

/** Where a job is. */
export interface JobPlace {
  readonly entity: string
  readonly project: string
  readonly job: string
}

/** A job as the list shows it. */
export type ListedJob = NonNullable<NonNullable<NonNullable<WebJobsQuery['entity']>['jobs']>['edges'][number]['node']>
/** A version with everything that its page shows. */
export type JobVersionDetails = NonNullable<NonNullable<WebJobVersionQuery['project']>['jobVersion']>
/** A version as the list of versions shows it. */
export type ListedJobVersion = NonNullable<
  NonNullable<NonNullable<NonNullable<WebJobVersionsQuery['project']>['job']>['versions']>['edges'][number]['node']
>
/** A run as the list of a job's runs shows it. */
export type ListedJobRun = NonNullable<
  NonNullable<NonNullable<NonNullable<WebJobRunsQuery['project']>['job']>['runs']>['edges'][number]['node']
>
/** A file of a code artifact. */
export type SourceFile = NonNullable<
  NonNullable<NonNullable<WebSourceFilesQuery['artifact']>['files']>['edges'][number]['node']
>

const NO_PAGE = null as string | null

/** The jobs of an entity, newest version first, page by page. */
export function buildJobsQuery({ entity, search }: { readonly entity: string; readonly search: string | undefined }) {
  return infiniteQueryOptions({
    queryKey: ['jobs', entity, search ?? ''],
    queryFn: async ({ pageParam, signal }) => {
      const data = await ask(WebJobsDocument, { entity, search: search ?? null, after: pageParam }, signal)
      if (!data.entity) throw noEntity(entity)
      return data.entity.jobs
    },
    initialPageParam: NO_PAGE,
    getNextPageParam: nextCursor,
    select: ({ pages }) => pages.flatMap(nodesOf),
  })
}

/** One job; throws ApiError with `not-found` where there is none that the viewer may see. */
export function buildJobQuery(place: JobPlace) {
  return queryOptions({
    queryKey: ['job', place],
    queryFn: async ({ signal }) => {
      const { project } = await ask(WebJobDocument, place, signal)
      if (!project?.job) throw noJob(place)
      return project.job
    },
  })
}

/** One version by number or alias; throws ApiError with `not-found` where there is none. */
export function buildJobVersionQuery(place: JobPlace, version: string) {
  return queryOptions({
    queryKey: ['job', place, 'version', version],
    queryFn: async ({ signal }) => {
      const { entity, project: projectName, job } = place
      const { project } = await ask(
        WebJobVersionDocument,
        { entity, project: projectName, name: `${job}:${version}` },
        signal,
      )
      if (!project?.jobVersion) throw noVersion(place, version)
      return project.jobVersion
    },
  })
}

/** The versions of a job, newest first. */
export function buildJobVersionsQuery(place: JobPlace) {
  return infiniteQueryOptions({
    queryKey: ['job', place, 'versions'],
    queryFn: async ({ pageParam, signal }) => {
      const { project } = await ask(WebJobVersionsDocument, { ...place, after: pageParam }, signal)
      if (!project?.job) throw noJob(place)
      return project.job.versions
    },
    initialPageParam: NO_PAGE,
    getNextPageParam: nextCursor,
    select: ({ pages }) => pages.flatMap(nodesOf),
  })
}

/** The runs launched from any version of a job, newest first. */
export function buildJobRunsQuery(place: JobPlace) {
  return infiniteQueryOptions({
    queryKey: ['job', place, 'runs'],
    queryFn: async ({ pageParam, signal }) => {
      const { project } = await ask(WebJobRunsDocument, { ...place, after: pageParam }, signal)
      if (!project?.job) throw noJob(place)
      return project.job.runs
    },
    initialPageParam: NO_PAGE,
    getNextPageParam: nextCursor,
    select: ({ pages }) => pages.flatMap(nodesOf),
  })
}

/** The newest runs launched from one version of a job. */
export function buildJobVersionRunsQuery(place: JobPlace, version: string, first: number) {
  return queryOptions({
    queryKey: ['job', place, 'version-runs', version, first],
    queryFn: async ({ signal }) => {
      const { entity, project: projectName, job } = place
      const variables = { entity, project: projectName, name: `${job}:${version}`, first }
      const { project } = await ask(WebJobVersionRunsDocument, variables, signal)
      if (!project?.jobVersion) throw noVersion(place, version)
      return nodesOf(project.jobVersion.runs)
    },
  })
}

/** The files of a code artifact, by its id in the API's form. */
export function buildSourceFilesQuery(artifactId: string) {
  return infiniteQueryOptions({
    queryKey: ['source-files', artifactId],
    queryFn: async ({ pageParam, signal }) =>
      (await ask(WebSourceFilesDocument, { id: artifactId, after: pageParam }, signal)).artifact?.files,
    initialPageParam: NO_PAGE,
    getNextPageParam: nextCursor,
    select: ({ pages }) => pages.flatMap(nodesOf),
  })
}

function noEntity(entity: string): ApiError {
  return new ApiError('not-found', `There is no person or team "${entity}" that you belong to.`)
}

function noVersion({ job }: JobPlace, version: string): ApiError {
  return new ApiError('not-found', `The job "${job}" has no version "${version}". Choose another in the list.`)
}

function noJob({ entity, project, job }: JobPlace): ApiError {
  return new ApiError(
    'not-found',
    `There is no job "${entity}/${project}/${job}" that you may see. It may be renamed or deleted.`,
  )
}
