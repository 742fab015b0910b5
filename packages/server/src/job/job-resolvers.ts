import { encodeJobInputs, NotFoundError, presentInputType, type JsonObject, type JsonValue } from '@slipway/core'
import { formatArtifactId } from '../artifact/artifact-id.ts'
import { parsePage, toConnection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer, type RequestContext } from '../graphql/request-context.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { JobPlace } from './job-service.ts'
import type { JobVersionRecord } from './job.ts'

export const jobResolvers: Resolvers = {
  Query: {
    async jobVersionsByName(_parent, { name, entityName, projectName }, context) {
      const [jobName = '', alias = 'latest', ...rest] = name.split(':')
      if (rest.length > 0) return []
      const which = { name: jobName, alias, entityName: entityName ?? null, projectName: projectName ?? null }
      return [...(await context.services.job.findVersionsByName(requireViewer(context), which))]
    },
  },
  Entity: {
    jobs: ({ name: entityName, id: entityId }, arguments_, context) =>
      listJobs(context, { entityName, entityId }, arguments_),
  },
  Project: {
    jobs: (project, arguments_, context) => {
      const { entityName, entityId, id: projectId } = project
      return listJobs(context, { entityName, entityId, projectId }, arguments_)
    },
    job: (project, { name }, context) => context.services.job.find(requireViewer(context), project, name),
    jobVersion: (project, { name }, context) =>
      context.services.job.findVersionIn(requireViewer(context), project, name),
  },
  Artifact: {
    jobVersion: (artifact, _arguments, context) => context.services.job.toVersion(requireViewer(context), artifact),
  },
  Run: {
    jobVersion: (run, _arguments, context) => context.services.job.versionOfRun(requireViewer(context), run),
  },
  Job: {
    id: ({ collectionId }) => formatArtifactId('ArtifactCollection', collectionId),
    project: (job, _arguments, context) => requireProject(job.projectId, context),
    latestVersion: (job, _arguments, context) => context.services.job.findNewestVersion(requireViewer(context), job),
    async versions(job, arguments_, context) {
      const page = parsePage(arguments_)
      const rows = await context.services.job.listVersions(requireViewer(context), job, page)
      return toConnection(rows, page, ({ versionIndex }) => versionIndex + 1)
    },
    async runs({ collectionId }, arguments_, context) {
      const page = parsePage(arguments_)
      const range = { beforeId: page.after, limit: page.limit }
      const rows = await context.services.run.listByJob(requireViewer(context), collectionId, range)
      return toConnection(rows, page, (run) => run.id)
    },
  },
  JobVersion: {
    id: ({ artifactId }) => formatArtifactId('Artifact', artifactId),
    version: ({ versionIndex }) => `v${versionIndex}`,
    path: ({ entityName, projectName, name, versionIndex }) => `${entityName}/${projectName}/${name}:v${versionIndex}`,
    project: (version, _arguments, context) => requireProject(version.projectId, context),
    sourceRun: ({ sourceRunId }, _arguments, context) =>
      sourceRunId === null ? null : context.services.run.findByRowId(requireViewer(context), sourceRunId),
    async sourceArtifact({ source }, _arguments, context) {
      const reference = typeof source['artifact'] === 'string' ? source['artifact'] : ''
      const id = /^wandb-artifact:\/\/_id\/([^/]+)$/u.exec(reference)?.[1]
      return id === undefined ? null : context.services.artifact.findById(requireViewer(context), id)
    },
    inputs: ({ inputs }) => encodeJobInputs(inputs),
    inputTypes: presentInputs,
    inputUsage: (version, _arguments, context) => context.services.job.usageOf(requireViewer(context), version),
    async runs({ artifactId }, arguments_, context) {
      const page = parsePage(arguments_)
      const range = { beforeId: page.after, limit: page.limit }
      const rows = await context.services.run.listByJobVersion(requireViewer(context), artifactId, range)
      return toConnection(rows, page, (run) => run.id)
    },
  },
}

/** The types as the founding guide shows them; config files beside the run config under keys of their own. */
function presentInputs({ inputs }: JobVersionRecord): JsonValue {
  const config = inputs.config === null ? null : presentInputType(inputs.config.type)
  const files: JsonObject = Object.fromEntries(
    Object.entries(inputs.files).map(([path, group]) => [path, presentInputType(group.type)]),
  )
  if (Object.keys(files).length === 0) return config ?? {}
  return config === null ? { files } : { '@wandb.config': config, files }
}

async function listJobs(
  context: RequestContext,
  place: JobPlace,
  arguments_: {
    readonly first?: number | null | undefined
    readonly after?: string | null | undefined
    readonly search?: string | null | undefined
  },
) {
  const page = parsePage(arguments_)
  const listed = await context.services.job.list(requireViewer(context), place, arguments_.search ?? null, page)
  const { edges, pageInfo } = toConnection(listed, page, ({ key }) => key)
  return { edges: edges.map(({ node, cursor }) => ({ node: node.node, cursor })), pageInfo }
}

async function requireProject(id: number, context: RequestContext): Promise<ProjectRecord> {
  const project = await context.services.project.findById(requireViewer(context), id)
  if (project === null) throw new NotFoundError('Cannot show the job: its project was deleted. List the jobs again.')
  return project
}
