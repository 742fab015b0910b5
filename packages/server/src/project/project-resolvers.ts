import { InvalidInputError } from '@slipway/core'
import { parsePage, toConnection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer, type RequestContext } from '../graphql/request-context.ts'
import type { ProjectChange } from './project-store.ts'

export const projectResolvers: Resolvers = {
  Query: {
    project: (_parent, { name, entityName }, context) =>
      context.services.project.find(requireViewer(context), entityName ?? null, name ?? null),
    model: (_parent, { name, entityName }, context) =>
      context.services.project.find(requireViewer(context), entityName ?? null, name ?? null),
    models: (_parent, arguments_, context) => listProjects(context, arguments_.entityName ?? null, arguments_),
  },
  Mutation: {
    async upsertModel(_parent, { input }, context) {
      const viewer = requireViewer(context)
      if (input.name === null || input.name === undefined || input.name === '') {
        throw new InvalidInputError('Cannot create the project: no name was given. Give one.')
      }
      const { project, isNew } = await context.services.project.ensure(viewer, input.entityName ?? null, input.name)
      const change: ProjectChange = {
        ...(input.description === null || input.description === undefined ? {} : { description: input.description }),
        ...(input.access === null || input.access === undefined ? {} : { access: input.access }),
        ...(input.repo === null || input.repo === undefined ? {} : { repo: input.repo }),
        ...(input.dockerImage === null || input.dockerImage === undefined ? {} : { docker_image: input.dockerImage }),
      }
      const result =
        Object.keys(change).length === 0 ? project : await context.services.project.update(viewer, project, change)
      return { model: result, project: result, inserted: isNew }
    },
  },
  Entity: {
    project: (entity, { name }, context) =>
      context.services.project.find(requireViewer(context), entity.name, name ?? null),
    projects: (entity, arguments_, context) => listProjects(context, entity.name, arguments_),
  },
  Project: {
    id: (project) => Buffer.from(`Project:v1:${project.name}:${project.entityName}`).toString('base64'),
    internalId: (project) => Buffer.from(`ProjectInternalId:${project.id}`).toString('base64'),
    entity: async (project, _arguments, context) => {
      const entity = await context.services.account.findEntity(requireViewer(context), project.entityName)
      return entity ?? { id: project.entityId, name: project.entityName, isTeam: false, createdAt: project.createdAt }
    },
    access: (project) => project.access ?? 'USER_WRITE',
    readOnly: () => false,
    views: () => null,
    isBenchmark: () => false,
    user: (project, _arguments, context) =>
      project.createdBy === null ? null : context.services.account.findUserById(project.createdBy),
  },
}

async function listProjects(
  context: RequestContext,
  entityName: string | null,
  arguments_: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
) {
  const page = parsePage(arguments_)
  const rows = await context.services.project.list(requireViewer(context), entityName, {
    afterId: page.after,
    limit: page.limit,
  })
  return toConnection(rows, page, (project) => project.id)
}
